import type { Severity } from '../problems/problem'
import type { BlockId, NoteId, OptionsId, RowId, TableId, WordingId } from '../report/ids'
import type { RowCell } from '../indicators/indicator-row'
import type { Span } from '../figures/figure'

/** A text of a report that can be read by itself: a paragraph, a paragraph of a note or wording, a cell. */
export type PassagePlace =
  | { readonly kind: 'block'; readonly id: BlockId }
  | { readonly kind: 'note'; readonly id: NoteId; readonly paragraph: number }
  | {
      readonly kind: 'wording'
      readonly id: OptionsId
      readonly wording: WordingId
      readonly paragraph: number
    }
  | { readonly kind: 'cell'; readonly table: TableId; readonly row: RowId; readonly cell: RowCell }

/** Words of a report that a finding is about. */
export interface FoundPlace extends Span {
  readonly place: PassagePlace
  /** The section in which it stands; null before the first heading. */
  readonly section: BlockId | null
  /** The exact words, so that they can be found again. */
  readonly quote: string
}

/** What a rule says of some words. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  /** One sentence for people, with what was computed. */
  readonly message: string
  /** Where; the first is the one to correct, as far as that can be said. */
  readonly places: readonly FoundPlace[]
  /** What the figures give. */
  readonly computed?: string
  /** What the text says. */
  readonly found?: string
}
