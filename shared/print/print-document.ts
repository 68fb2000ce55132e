import type { Alignment } from '../report/lists'
import type { Level } from '../report/levels'
import type { Profile, TextStyle } from './profile'

/*
 * A report as it stands on paper: every number computed, every word decided, no format knowledge. DOCX and PDF are two
 * spellings of this one value, so they cannot disagree. Lengths in millimetres, type sizes and gaps in points.
 */

export interface PrintDocument {
  readonly profile: Profile
  readonly properties: { readonly title: string; readonly author: string; readonly subject: string }
  readonly header: PrintHeader
  /** Type, title and what stands below them, centred. */
  readonly title: readonly PrintLine[]
  readonly blocks: readonly PrintBlock[]
  /** Absent while nobody has filled it in: drafts carry neither signature nor recipients. */
  readonly signature: PrintSignature | null
  /** The headings as a reader's outline shows them. */
  readonly outline: readonly OutlineEntry[]
}

export interface OutlineEntry {
  readonly level: Level
  /** Number and title: "II- TITLE". */
  readonly text: string
}

export interface PrintHeader {
  /** In the top right corner, above the text; null where none was typed. */
  readonly circulation: PrintTextLine | null
  /** Two cells side by side, level with each other. */
  readonly rows: readonly { readonly left: readonly PrintLine[]; readonly right: readonly PrintLine[] }[]
}

/** What a line of the header, title or signature is; names its style in Word. */
export type LineRole =
  | 'circulation'
  | 'superiorBody'
  | 'issuingBody'
  | 'star'
  | 'number'
  | 'draftMark'
  | 'nation'
  | 'motto'
  | 'placeAndDate'
  | 'type'
  | 'title'
  | 'titleEnd'
  | 'authority'
  | 'position'
  | 'signer'
  | 'recipientsTitle'
  | 'recipient'

export interface PrintTextLine {
  readonly kind: 'line'
  readonly role: LineRole
  readonly text: string
  readonly style: TextStyle
  /** Points above the line. */
  readonly before: number
}

export type PrintLine =
  | PrintTextLine
  /** A drawn rule, centred, `width` millimetres long. */
  | { readonly kind: 'rule'; readonly width: number }

export interface PrintSignature {
  readonly recipients: readonly PrintTextLine[]
  readonly signer: readonly PrintTextLine[]
}

export interface PrintMarks {
  readonly strong?: true
  readonly em?: true
  readonly underline?: true
  readonly superscript?: true
  readonly subscript?: true
  /** http, https or mailto. */
  readonly href?: string
}

export type PrintRun =
  /** NFC, no line ends, nothing that XML forbids; may hold tabs. */
  | { readonly kind: 'text'; readonly text: string; readonly marks: PrintMarks }
  | { readonly kind: 'break' }
  /** The first reference to a note: the note itself goes to the foot of its page. */
  | { readonly kind: 'note'; readonly note: PrintNote }
  /** A further reference to a note that has been printed: only its number. */
  | { readonly kind: 'noteAgain'; readonly number: number }

export interface PrintNote {
  /** 1 for the first note of the report, without a gap. */
  readonly number: number
  readonly paragraphs: readonly PrintParagraph[]
}

export interface PrintHeading {
  readonly kind: 'heading'
  readonly level: Level
  /** "Phần thứ nhất", "A-", "2.1." */
  readonly number: string
  readonly runs: readonly PrintRun[]
}

export interface PrintParagraph {
  readonly kind: 'paragraph'
  readonly list: PrintList | null
  readonly align: Alignment
  readonly runs: readonly PrintRun[]
}

export interface PrintList {
  readonly kind: 'number' | 'letter' | 'target' | 'bullet'
  /** As printed: "1.", "a)", "(1).", "-". */
  readonly mark: string
}

export interface PrintIndicatorTable {
  readonly kind: 'indicator_table'
  /** May be empty. */
  readonly title: string
  /** Seven: TT and the six typed columns. */
  readonly columns: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly PrintIndicatorRow[]
}

export interface PrintIndicatorRow {
  readonly kind: 'group' | 'indicator' | 'sub'
  /** Seven: the computed number (empty for sub rows) and the six cells as typed. */
  readonly cells: readonly string[]
}

export interface PrintTable {
  readonly kind: 'table'
  readonly borders: boolean
  readonly widths: readonly number[]
  /** How many first rows are repeated on every page. */
  readonly headerRows: number
  /** A full grid: every place is covered by exactly one cell. */
  readonly rows: readonly (readonly PrintCell[])[]
}

export interface PrintCell {
  readonly header: boolean
  readonly colspan: number
  readonly rowspan: number
  readonly blocks: readonly (PrintParagraph | PrintTable)[]
}

export type PrintBlock = PrintHeading | PrintParagraph | PrintIndicatorTable | PrintTable
