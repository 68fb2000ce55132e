import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { writePublished } from '../../../shared/tray/room'
import type { TrayEntry } from '../../../shared/tray/entry'
import { Keeping, type TrayStore } from './kept'
import type { Tray } from './tray'

export interface TrayRoom {
  /** The review room's document. */
  readonly review: Doc
  readonly close: () => void
}

// What was refused, or met in one sentence, is the person's own affair.
const isEverybodys = ({ kind }: TrayEntry): boolean => kind === 'deleted' || kind === 'overwritten'

/**
 * Shows to the members what the host found lost. The room's state is kept: peers hold it, and one made anew would
 * contradict theirs.
 */
export function openTrayRoom(tray: Tray, store: TrayStore): TrayRoom {
  const review = new Doc()
  const keeping = new Keeping(store)
  const before = store.kept('tray').get('room')
  if (before) applyUpdate(review, before)
  const show = (): void => {
    writePublished(review, tray.entries.filter(isEverybodys))
  }
  review.on('update', () => keeping.keep(new Map([['room', encodeStateAsUpdate(review)]])))
  show()
  const stop = tray.onChange(show)
  return {
    review,
    close: () => {
      stop()
      review.destroy()
    },
  }
}
