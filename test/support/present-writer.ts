import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { fromHost } from '../../renderer/host/sync-port'
import { showOwnPlace } from '../../renderer/state/presence-own'
import { createBetweenLetters } from '../../renderer/host/between-letters'
import { createRoster, type Roster } from '../../renderer/state/presence-roster'
import { openSession, type ReportSession } from '../../renderer/state/report-session'
import type { Report } from '../../shared/report/report'
import { writeReport } from '../../shared/sync/write-report'
import type { Writer } from './writers'

/** A writer who is seen by others, and sees them. */
export interface PresentWriter extends Writer {
  readonly awareness: Awareness
  readonly roster: Roster
  readonly session: ReportSession
  readonly leave: () => void
}

const words = { text: 'Nội dung', emptyHeading: '', noteMark: String }

/** Everybody who has the report open, connected all the time. */
export function presentWriters(report: Report, ...people: readonly (readonly [number, string])[]) {
  const start = new Doc()
  start.clientID = 99
  writeReport(start, report)
  const writers = people.map(([id, name]) => present(id, name, encodeStateAsUpdate(start)))
  for (const from of writers)
    for (const to of writers) {
      if (from === to) continue
      from.body.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== fromHost) applyUpdate(to.body, update, fromHost)
      })
      from.awareness.on('update', (_changed: unknown, origin: unknown) => {
        if (origin !== 'local') return
        applyAwarenessUpdate(
          to.awareness,
          encodeAwarenessUpdate(from.awareness, [from.body.clientID]),
          fromHost,
        )
      })
    }
  return writers
}

function present(clientId: number, name: string, start: Uint8Array): PresentWriter {
  const body = new Doc()
  body.clientID = clientId
  applyUpdate(body, start)
  const awareness = new Awareness(body)
  awareness.setLocalState(null)
  const roster = createRoster(awareness, createBetweenLetters())
  const session = openSession({
    ...{ body, words, readOnly: false, colleagues: roster },
    editLink: () => undefined,
    // As the window does: letters are on the screen a moment before they are shared.
    later: settle => setTimeout(settle, 20),
  })
  session.mountText(document.body.appendChild(document.createElement('div')))
  const view = session.editor()
  if (!view) throw new Error('The text did not mount')
  const own = showOwnPlace(session, awareness, () => ({ id: `m${clientId}`, name }))
  const leave = (): void => {
    own.stop()
    roster.stop()
    awareness.destroy()
  }
  return { body, awareness, roster, session, view, leave }
}

/** "Thu ngân|Hà| sách": the words of the block in which a colleague's caret is drawn, or null. */
export function drawnCaret(dom: Element, name: string): string | null {
  const caret = dom.querySelector(`[data-colleague="${name}"]`)
  const block = caret?.parentElement?.closest('p, h1, h2, h3, h4, h5')
  if (!caret || !block) return null
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEndBefore(caret)
  const start = before.toString()
  return `${start}|${block.textContent.slice(start.length)}`
}
