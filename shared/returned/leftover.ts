import type { BlockId, NoteId } from '../report/ids'

/** `form`: list, alignment · `table`: an indicator table came or went · `note-gone`, `row-gone`: edited outside, and gone today · `title`: of such a table or its columns. */
export const leftoverKinds = [
  'note-added',
  'note-gone',
  'row-added',
  'row-removed',
  'row-moved',
  'row-gone',
  'title',
  'table-added',
  'table-removed',
  'wording',
  'field',
  'form',
] as const
export type LeftoverKind = (typeof leftoverKinds)[number]

/** An edit for which a proposal has no words. It is not lost: it becomes a remark. */
export interface Leftover {
  readonly kind: LeftoverKind
  /** The block of the text that was sent in which, or behind which, it is; null: before the text. */
  readonly near: BlockId | null
  readonly note?: NoteId
  readonly before: string
  readonly after: string
}
