import { useRef, useState } from 'react'
import type { ReportSession } from '../../state/report-session'
import { useSession, useSnapshot } from '../../state/use-session'
import { say, showFind, useWindow } from '../../state/window-state'
import { vi } from '../../wording/vi'
import { FindBar, type FindActs } from './FindBar'

/** The find bar joined to the report. */
export function Find() {
  const session = useSession()
  const open = useWindow(state => state.find)
  const asked = useWindow(state => state.findAsked)
  const { matches, current } = useSnapshot(now => now.finder.state())
  const { finder } = session
  const from = useRef<Element | null>(null)
  // The finder tells of its state a moment later; what is being typed or ticked must be in the field at once.
  const [wanted, setWanted] = useState(() => wantedBy(finder.state()))
  const close = () => {
    finder.close()
    showFind('closed')
  }
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
    enter() {
      if (finder.enter()) close()
    },
    close() {
      close()
      goBack(session, from.current)
    },
  }
  return (
    <FindBar
      state={{ ...wanted, here: current + 1, all: matches.length }}
      withReplace={open === 'replace'}
      readOnly={session.readOnly}
      acts={acts}
      asked={asked}
      onFrom={element => {
        from.current = element
        const words = selectedWords(session, element)
        if (words) acts.change({ query: words })
      }}
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

/** To where the person wrote before: an editor, or a field, which may stand within the text's. */
function goBack(session: ReportSession, from: Element | null): void {
  const view = session.activeEditor()
  if (from instanceof HTMLElement && from.isConnected && from !== view?.dom && from !== document.body) {
    from.focus()
    from.scrollIntoView({ block: 'nearest' })
  } else if (view) {
    view.focus()
    view.dispatch(view.state.tr.scrollIntoView())
  }
}

/** What is selected is what a person wants to find, as in Word; a long or broken selection is not. */
function selectedWords(session: ReportSession, from: Element | null): string {
  const view = session.activeEditor()
  if (!view || from !== view.dom) return ''
  const { selection, doc } = view.state
  if (selection.empty || !selection.$from.sameParent(selection.$to)) return ''
  const words = doc.textBetween(selection.from, selection.to)
  return words.length <= 100 ? words.trim() : ''
}
