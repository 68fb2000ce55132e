import type { BlockId, NoteId, OptionsId, RowId, TableId, WordingId } from '../../shared/report/ids'
import type { FieldName } from '../../shared/report/fields'
import type { RowCell } from '../../shared/indicators/indicator-row'

/** Where a person is at work. A new place is a new step of undo. */
export type Place =
  | { readonly kind: 'text' }
  | { readonly kind: 'note'; readonly id: NoteId }
  | { readonly kind: 'wording'; readonly optionsId: OptionsId; readonly wordingId: WordingId }
  | { readonly kind: 'cell'; readonly tableId: TableId; readonly rowId: RowId; readonly cell: RowCell }
  | { readonly kind: 'table'; readonly tableId: TableId }
  | { readonly kind: 'options'; readonly optionsId: OptionsId }
  | { readonly kind: 'field'; readonly name: FieldName }

/** One end of a selection, by block, so that it outlives every change elsewhere. */
export interface Spot {
  /** Empty in notes and wordings: they count from the start. */
  readonly blockId: BlockId | ''
  /** Position inside the block's content. */
  readonly offset: number
}

/** A place, and what was selected there if it is a text. */
export interface Visit {
  readonly place: Place
  readonly selection: { readonly anchor: Spot; readonly head: Spot } | null
}

export const samePlace = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b)
