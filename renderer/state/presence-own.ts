import type { Node } from 'prosemirror-model'
import type { Awareness } from 'y-protocols/awareness'
import { noteRefsIn } from '../../shared/numbering/number-notes'
import type { BlockId, NoteId } from '../../shared/report/ids'
import { blockIdOf } from '../../shared/report/nodes'
import type { Presence } from '../../shared/sync/presence'
import type { Place } from '../editor/place'
import { selectionSpots } from '../editor/queries/spots'
import { sharedSelection } from '../editor/sync/shared-selection'
import { fromHost } from '../host/sync-port'
import type { ReportSession } from './report-session'

/** Between two words on where this person is. Milliseconds. */
const pace = 100

/** Tells the others where this person is; returns how to stop. `self` names the person where the host does not. */
export function showOwnPlace(
  session: ReportSession,
  awareness: Awareness,
  self: () => Presence['user'] | null,
): { readonly tell: () => void; readonly stop: () => void } {
  let moves = 0
  let lastPlace = ''
  let lastTold = ''
  let hasWritten = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    session.settle()
    timer = undefined
    // By block, so that a colleague's words elsewhere do not look like a move of this person.
    const place = placeNow(session)
    if (hasWritten || place !== lastPlace) moves = (moves + 1) % 1_000_000
    hasWritten = false
    lastPlace = place
    const user = self()
    const state: Presence = { ...whereNow(session), moves, ...(user ? { user } : {}) }
    const told = JSON.stringify(state)
    if (told === lastTold) return
    lastTold = told
    awareness.setLocalState(state)
  }
  const tellSoon = (): void => void (timer ??= setTimeout(tell, pace))
  const hearOwn = (_update: Uint8Array, origin: unknown): void => {
    if (origin === fromHost) return
    hasWritten = true
    tellSoon()
  }
  session.body.on('update', hearOwn)
  const unsubscribe = session.subscribe(tellSoon)
  tellSoon()
  return {
    tell: tellSoon,
    stop() {
      session.body.off('update', hearOwn)
      unsubscribe()
      clearTimeout(timer)
    },
  }
}

function placeNow(session: ReportSession): string {
  const state = session.activeEditor()?.state
  return JSON.stringify([session.caret()?.place, state && selectionSpots(state)])
}

function whereNow(session: ReportSession): Presence {
  const caret = session.caret()
  const at = caret?.place
  if (!caret || !at) return {}
  const place = blockOf(at, session.text()) ?? caret.blockId ?? undefined
  const isText = at.kind === 'text' || at.kind === 'note' || at.kind === 'wording'
  const state = isText ? session.activeEditor()?.state : undefined
  return {
    ...(place ? { place } : {}),
    ...(at.kind === 'note' || at.kind === 'wording' || at.kind === 'cell' ? { within: at } : {}),
    cursor: (state && sharedSelection(state)) ?? null,
  }
}

/** The block of the text that a place beside the text belongs to. Blocks of records bear the ids of their records. */
function blockOf(at: Place, text: Node): BlockId | null {
  switch (at.kind) {
    case 'note':
      return blockOfNote(text, at.id)
    case 'cell':
    case 'table':
      return at.tableId as string as BlockId
    case 'wording':
    case 'options':
      return at.optionsId as string as BlockId
    default:
      return null
  }
}

function blockOfNote(text: Node, id: NoteId): BlockId | null {
  const sheet = text.children.find(each => noteRefsIn(each).includes(id))
  const block = sheet?.children.find(each => noteRefsIn(each).includes(id))
  return block ? blockIdOf(block) : null
}
