import type { RowCell } from '../indicators/indicator-row'
import type { FieldName } from '../report/fields'
import type { BlockId, NoteId, OptionsId, RowId, TableId, WordingId } from '../report/ids'
import type { InlinePart } from './compare-inline'

/** What a difference is about. A place that is gone is named as it was. */
export type DifferencePlace =
  | { readonly kind: 'block'; readonly id: BlockId }
  | { readonly kind: 'note'; readonly id: NoteId }
  /** A table's row has no column; its title, and the titles of its columns, have no row. */
  | {
      readonly kind: 'cell'
      readonly table: TableId
      readonly row: RowId | null
      readonly column: RowCell | 'direction' | 'kind' | 'title' | null
    }
  /** A general table: rows and columns counted from 0; a whole row has no column. */
  | { readonly kind: 'table'; readonly id: BlockId; readonly row: number; readonly column: number | null }
  /** A set of alternatives has no wording. */
  | { readonly kind: 'options'; readonly id: OptionsId; readonly wording: WordingId | null }
  | { readonly kind: 'field'; readonly name: FieldName }

/**
 * `figure`: a number became another · `content`: something else is said · `wording`: the same is said in other words ·
 * `move`: it stands elsewhere · `layout`: level, list, bold and the like.
 */
export const differenceClasses = ['figure', 'content', 'wording', 'move', 'layout'] as const
export type DifferenceClass = (typeof differenceClasses)[number]

/**
 * `words`: other words in one place · `marks`: the same words, set otherwise · `form`: list, alignment, kind of row ·
 * `chosen`: another wording is decided on.
 */
export const differenceKinds = [
  'added',
  'removed',
  'words',
  'moved',
  'promoted',
  'demoted',
  'split',
  'joined',
  'marks',
  'form',
  'chosen',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** One thing that is not as it was. A paragraph that was moved and reworded has two. */
export interface Difference {
  /** Unique within a comparison, and the same in the next one as long as this difference stands. */
  readonly key: string
  readonly kind: DifferenceKind
  readonly class: DifferenceClass
  readonly place: DifferencePlace
  /** The innermost section in which it is now; of what is gone, the one in which it was. Null: before all sections. */
  readonly section: BlockId | null
  /** Of what moved: the section in which it was. */
  readonly from?: BlockId | null
  /** The words concerned, whole and word by word. */
  readonly parts: readonly InlinePart[]
  /** The blocks concerned, then and now: several where a section moved, one was split or some were joined. */
  readonly was: readonly BlockId[]
  readonly now: readonly BlockId[]
  /** Of a note or a row of indicators that bore another id (a file that came back from Word): that one. */
  readonly wasId?: NoteId | RowId
}
