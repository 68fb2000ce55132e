import { applyUpdate } from 'yjs'
import { writePublished } from '../../../shared/tray/room'
import type { TrayEntry } from '../../../shared/tray/entry'
import { Failure } from '../../../shared/ipc/failure'
import type { KeptDoc } from '../report-host/report-host'
import type { TrayStore } from './kept'
import type { Tray } from './tray'

// What was refused, or met in one sentence, is the person's own affair.
const isEverybodys = ({ kind }: TrayEntry): boolean => kind === 'deleted' || kind === 'overwritten'

/**
 * Shows to the members what the host found lost, in the document of the review room, which its owner keeps; until the
 * returned function is called.
 */
export function openTrayRoom(tray: Tray, store: TrayStore, room: KeptDoc): () => void {
  takeOver(store, room)
  const show = (): void => {
    writePublished(room.body, tray.entries.filter(isEverybodys))
  }
  show()
  return tray.onChange(show)
}

/** The room's document was the tray's once: peers hold it, and one made anew would contradict theirs. */
function takeOver(store: TrayStore, room: KeptDoc): void {
  const before = store.kept('tray').get('room')
  if (!before) return
  applyUpdate(room.body, before)
  try {
    if (room.flush()) store.keep('tray', new Map([['room', null]]))
  } catch (error) {
    // It is taken over at the next opening.
    if (!(error instanceof Failure)) throw error
  }
}
