import type { Doc } from 'yjs'
import type { UndoHistory } from './undo/undo-history'

/** What a command needs when it changes more than the text: the whole report and its one history. */
export interface Desk {
  readonly body: Doc
  readonly history: UndoHistory
}
