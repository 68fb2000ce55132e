import { useState } from 'react'
import { useSession, useSnapshot } from '../../state/use-session'
import { say, showFind, useWindow } from '../../state/window-state'
import { vi } from '../../wording/vi'
import { FindBar, type FindActs } from './FindBar'

/** The find bar joined to the report. */
export function Find() {
  const session = useSession()
  const open = useWindow(state => state.find)
  const { options, matches, current } = useSnapshot(now => now.finder.state())
  const { finder } = session
  // The finder tells of its state a moment later; what is being typed must be in the field at once.
  const [query, setQuery] = useState(() => finder.state().query)
  const [replacement, setReplacement] = useState('')
  const acts: FindActs = {
    change(change) {
      if (change.replacement !== undefined) setReplacement(change.replacement)
      if (change.query !== undefined) setQuery(change.query)
      const { query: words = query, matchCase = options.matchCase, matchTones = options.matchTones } = change
      if (change.replacement === undefined) finder.search(words, { matchCase, matchTones })
    },
    step: by => finder.step(by),
    replaceOne: () => finder.replace(replacement),
    replaceAll: () => say(vi.find.replaced(finder.replaceAll(replacement))),
    close() {
      finder.close()
      showFind('closed')
      session.activeEditor()?.focus()
    },
  }
  return (
    <FindBar
      state={{ query, replacement, ...options, here: current + 1, all: matches.length }}
      withReplace={open === 'replace'}
      readOnly={session.readOnly}
      acts={acts}
      onShowReplace={() => showFind('replace')}
    />
  )
}
