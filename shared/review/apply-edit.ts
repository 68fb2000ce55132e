import type { Fragment, Node } from 'prosemirror-model'
import type { RowCell } from '../indicators/indicator-row'
import type { BlockId, NoteId, OptionsId, RowId, TableId, WordingId } from '../report/ids'
import type { Level } from '../report/levels'
import type { Report } from '../report/report'

/** Everything of a report that a proposal may be about. */
export type Proposable = Pick<Report, 'text' | 'notes' | 'indicators' | 'options'>

/** What carries out a proposal in the report as it stands now. Offsets count from the start of the block's content. */
export type Edit =
  | {
      readonly kind: 'words'
      readonly block: BlockId
      readonly from: number
      readonly to: number
      readonly content: Fragment
    }
  | { readonly kind: 'insert-blocks'; readonly after: BlockId | null; readonly blocks: readonly Node[] }
  | { readonly kind: 'delete-block'; readonly block: BlockId }
  | { readonly kind: 'level'; readonly block: BlockId; readonly level: Level | null }
  /** `from` and `to` are positions in the note's body. */
  | {
      readonly kind: 'note'
      readonly note: NoteId
      readonly from: number
      readonly to: number
      readonly content: Fragment
    }
  | {
      readonly kind: 'cell'
      readonly table: TableId
      readonly row: RowId
      readonly column: RowCell
      readonly words: string
    }
  | { readonly kind: 'choice'; readonly options: OptionsId; readonly chosen: WordingId | '' }

/** `conflict`: other words stand there now. `gone`: the place itself is no longer there. */
export type Applied =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'conflict'; readonly found: string }
  | { readonly kind: 'gone' }
