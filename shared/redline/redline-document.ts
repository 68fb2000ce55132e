import type {
  LineRole,
  PrintCell,
  PrintDocument,
  PrintIndicatorRow,
  PrintList,
  PrintMarks,
  PrintRun,
} from '../print/print-document'
import type { Profile, TextStyle } from '../print/profile'
import type { BlockId } from '../report/ids'
import type { Alignment } from '../report/lists'
import type { Level } from '../report/levels'

/*
 * Two texts as one on paper: today's, with what came and what is gone. Leaving out all that is marked as gone (and the
 * marks) gives the new text, leaving out all that came gives the old one. Word files and PDFs are spellings of it.
 */

/** Who made a change, and when. */
export interface Hand {
  readonly author: string
  /** ISO 8601, UTC. */
  readonly date: string
}

export interface RedlineOptions {
  /** The person who exports: author of every change that is nobody else's. */
  readonly by: Hand
  /** Who wrote last in a block, by its id today or, where it is gone, then. */
  readonly authors?: ReadonlyMap<BlockId, Hand>
  /** What the two texts are called, as in "Dự thảo lần 2". */
  readonly names: { readonly was: string; readonly now: string }
}

/** What happened to something that stands on one side only. */
export type RedlineChange =
  | { readonly kind: 'added' | 'removed'; readonly hand: Hand }
  /** Both ends of a move bear its number, 1 for the first. */
  | { readonly kind: 'moved-here' | 'moved-away'; readonly hand: Hand; readonly move: number }

export interface RedlineDocument {
  readonly profile: Profile
  readonly properties: PrintDocument['properties']
  readonly names: RedlineOptions['names']
  readonly header: RedlineHeader
  readonly title: readonly RedlineParagraph[]
  readonly blocks: readonly RedlineBlock[]
  readonly signature: RedlineSignature | null
}

export interface RedlineHeader {
  /** At most one stands on either side. */
  readonly circulation: readonly RedlineParagraph[]
  /** Two cells side by side; no cell is without a paragraph. */
  readonly rows: readonly {
    readonly left: readonly RedlineParagraph[]
    readonly right: readonly RedlineParagraph[]
  }[]
}

export interface RedlineSignature {
  readonly recipients: readonly RedlineParagraph[]
  readonly signer: readonly RedlineParagraph[]
  /** Of the whole: it came or is gone. */
  readonly change: RedlineChange | null
}

export type RedlineBlock = RedlineParagraph | RedlineIndicatorTable | RedlineTable

/** What kind of paragraph it is, apart from its words and numbers. */
export type Form =
  | { readonly kind: 'heading'; readonly level: Level }
  | { readonly kind: 'paragraph'; readonly list: PrintList['kind'] | null; readonly align: Alignment }
  /** A line of the header, the title, the signature. */
  | { readonly kind: 'line'; readonly role: LineRole; readonly style: TextStyle; readonly before: number }
  /** A drawn rule, centred, `width` millimetres long; it has no words. */
  | { readonly kind: 'rule'; readonly width: number }
  /** An empty line that only fills a cell. */
  | { readonly kind: 'gap' }

export interface RedlineParagraph {
  readonly kind: 'paragraph'
  /** As it is; of one that is gone, as it was. */
  readonly form: Form
  /** As it was, where it was otherwise. */
  readonly formWas: Form | null
  /** Number of a heading or mark of a list (empty: has none) of what begins here; null: on that side nothing begins here. */
  readonly number: { readonly was: string | null; readonly now: string | null }
  readonly runs: readonly RedlineRun[]
  /**
   * What happened to its end. Gone: the words of the next one were joined to it. Came: it was cut off from the next one.
   * With all of its words, the paragraph itself came or is gone.
   */
  readonly end: RedlineChange | null
  /** Whose changes of form and number are. */
  readonly hand: Hand
}

export interface RedlineRun {
  readonly run: Exclude<PrintRun, { kind: 'note' }> | RedlineNote
  readonly change: RedlineChange | null
  /** How the same words were set, where that was otherwise. */
  readonly marksWas: { readonly marks: PrintMarks; readonly hand: Hand } | null
}

export interface RedlineNote {
  readonly kind: 'note'
  /** Null: not there on that side. */
  readonly number: { readonly was: number | null; readonly now: number | null }
  /** At least one. */
  readonly paragraphs: readonly RedlineParagraph[]
}

export interface RedlineIndicatorTable {
  readonly kind: 'indicator_table'
  readonly title: readonly RedlineRun[]
  readonly columns: readonly (readonly RedlineRun[])[]
  readonly widths: readonly number[]
  readonly rows: readonly RedlineIndicatorRow[]
  readonly change: RedlineChange | null
}

export interface RedlineIndicatorRow {
  readonly kind: PrintIndicatorRow['kind']
  readonly cells: readonly (readonly RedlineRun[])[]
  readonly change: RedlineChange | null
}

export interface RedlineTable {
  readonly kind: 'table'
  readonly borders: boolean
  readonly widths: readonly number[]
  readonly headerRows: number
  readonly rows: readonly RedlineRow[]
  readonly change: RedlineChange | null
}

export interface RedlineRow {
  readonly cells: readonly RedlineCell[]
  readonly change: RedlineChange | null
}

export interface RedlineCell extends Pick<PrintCell, 'header' | 'colspan' | 'rowspan'> {
  /** At least one. */
  readonly blocks: readonly (RedlineParagraph | RedlineTable)[]
}
