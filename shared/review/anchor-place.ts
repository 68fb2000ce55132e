import type { RowCell } from '../indicators/indicator-row'
import type { BlockId, NoteId, RowId, TableId } from '../report/ids'

/*
 * The API of anchors, in three files:
 *
 *   anchor-index.ts    anchorIndex(report, body?: Doc) → AnchorIndex      one per state of a report, cheap after an edit
 *   make-anchor.ts     makeAnchor(spot: AnchorSpot, index) → Anchor       where somebody's remark or proposal is to stand
 *   resolve-anchor.ts  resolveAnchor(anchor, index) → AnchorPlace         where it stands now
 */

/** Something in a report that can be annotated, with where it stands in one state of it. */
export type AnchorSpot =
  /** The innermost section by its heading, or all of the report. */
  | { readonly kind: 'section'; readonly section: BlockId | 'report' }
  /** Positions in the report's text; equal ones are a place for an insertion. */
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  | { readonly kind: 'block'; readonly block: BlockId }
  /** Positions in the note's body (a `note` node). */
  | { readonly kind: 'note'; readonly note: NoteId; readonly from: number; readonly to: number }
  /** Offsets in the cell's words. */
  | {
      readonly kind: 'cell'
      readonly table: TableId
      readonly row: RowId
      readonly column: RowCell
      readonly from: number
      readonly to: number
    }

export type AnchorPlace =
  /** The very words (white space and borders of blocks aside), or the very section, block or cell. */
  | { readonly kind: 'found'; readonly at: AnchorSpot }
  /** What the words have become; `now` as a quote would say it. */
  | { readonly kind: 'changed'; readonly at: AnchorSpot; readonly now: string }
  /** The words are gone. `near`: where they stood, as far as that is known still. */
  | { readonly kind: 'detached'; readonly near: AnchorSpot | null }
