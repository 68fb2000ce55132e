import type { RowCell } from '../../../shared/indicators/indicator-row'
import type { RowId, TableId } from '../../../shared/report/ids'
import type { Anchor } from '../../../shared/review/anchor'
import type { AnchorIndex } from '../../../shared/review/anchor-index'
import type { AnchorPlace, AnchorSpot } from '../../../shared/review/anchor-place'

/** An annotation as the editors draw it. Keep the very same value while nothing in it changed. */
export interface ShownAnnotation {
  readonly id: string
  readonly anchor: Anchor
  /** Of its author, 1 … 8, see tokens.css. */
  readonly colour: number
}

export interface AnnotatedCell {
  readonly row: RowId
  readonly column: RowCell
  readonly colour: number
  readonly isChosen: boolean
}

/**
 * Where what is said in a review stands in the open report; `session.review`. Places are found in idle moments after an
 * edit and only shifted on a key. Every answer keeps its identity while nothing in it changed.
 */
export interface ReviewPlaces {
  /** Draws these annotations and no others; the panel that filters them says which. */
  readonly show: (annotations: readonly ShownAnnotation[]) => void
  /** Where an annotation that is shown stood when it was last looked for; null until then. */
  readonly placeOf: (id: string) => AnchorPlace | null
  /** Looks for a place at once, also of what is not shown: a proposal about to be accepted. */
  readonly find: (anchor: Anchor) => AnchorPlace
  /**
   * Takes the person there: words, note, cell or section; a detached one to where its words stood. With `focus: false` it is
   * only brought into view. False where nothing is known of it.
   */
  readonly goTo: (id: string, how?: { readonly focus?: boolean }) => boolean
  /** Ids of the shown annotations at the caret, the narrowest first. */
  readonly atCaret: () => readonly string[]
  /** Draws one stronger than the others; null: none. */
  readonly choose: (id: string | null) => void
  readonly chosen: () => string | null
  /** Cells of a table of indicators that are annotated. */
  readonly cellsOf: (table: TableId) => readonly AnnotatedCell[]
  /** Ties an anchor to what the person has selected in text, note or cell; without a selection to the word at the caret. */
  readonly anchorHere: () => Anchor
  readonly anchorAt: (spot: AnchorSpot) => Anchor
  /** The report as it is now, ready to be asked where anchors stand; the same while nothing changed. */
  readonly index: () => AnchorIndex
  /** Takes the person to a spot of the report. */
  readonly goToSpot: (spot: AnchorSpot, how?: { readonly focus?: boolean }) => boolean
  /** Told when places, the chosen one or those at the caret may have changed. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
}
