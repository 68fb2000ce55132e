import { useState } from 'react'
import type { ReportSession } from '../../state/report-session'
import { useSession, useSnapshot } from '../../state/use-session'
import { say, showFind, useWindow } from '../../state/window-state'
import { vi } from '../../wording/vi'
import { FindBar, type FindActs } from './FindBar'

/** The find bar joined to the report. */
export function Find() {
  const session = useSession()
  const open = useWindow(state => state.find)
  const { matches, current } = useSnapshot(now => now.finder.state())
  const { finder } = session
  // The finder tells of its state a moment later; what is being typed or ticked must be in the field at once.
  const [wanted, setWanted] = useState(() => wantedBy(finder.state()))
  const acts: FindActs = {
    change(change) {
      const next = { ...wanted, ...change }
      setWanted(next)
      if (change.replacement === undefined)
        finder.search(next.query, { matchCase: next.matchCase, matchTones: next.matchTones })
    },
    step: by => finder.step(by),
    replaceOne: () => finder.replace(wanted.replacement),
    replaceAll: () => say(vi.find.replaced(finder.replaceAll(wanted.replacement))),
    close() {
      finder.close()
      showFind('closed')
      session.activeEditor()?.focus()
    },
  }
  return (
    <FindBar
      state={{ ...wanted, here: current + 1, all: matches.length }}
      withReplace={open === 'replace'}
      readOnly={session.readOnly}
      acts={acts}
      onShowReplace={() => showFind('replace')}
    />
  )
}

const wantedBy = ({ query, options }: ReturnType<ReportSession['finder']['state']>) => ({
  query,
  replacement: '',
  matchCase: options.matchCase,
  matchTones: options.matchTones,
})
