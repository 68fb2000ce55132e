/*
 * A foreign file as it stands, before anyone has said what is a heading: what readers (DOCX, text) hand to the
 * recogniser. Plain JSON, so that it can cross a process border.
 */

export interface SourceMarks {
  readonly strong?: boolean
  readonly em?: boolean
  readonly underline?: boolean
  readonly superscript?: boolean
  readonly subscript?: boolean
  /** http, https or mailto only. */
  readonly href?: string
}

export type SourceInline =
  /** NFC; tabs stay as "\t". */
  | { readonly kind: 'text'; readonly text: string; readonly marks: SourceMarks }
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly id: string }

export interface SourceParagraph {
  readonly kind: 'paragraph'
  readonly inlines: readonly SourceInline[]
  /** An automatic number or bullet as Word would show it ("II.", "a)", "-"); absent when typed or none. */
  readonly number?: string
  /** Outline depth by style or paragraph property, 0 = top; a hint only: offices misuse styles. */
  readonly styleDepth?: number
  readonly align?: 'justify' | 'left' | 'center' | 'right'
  /** Half-points of the first run, where stated. */
  readonly size?: number
  readonly pageBreakBefore?: boolean
  /** A line of an automatic table of contents, by its style. */
  readonly tocEntry?: boolean
}

export interface SourceCell {
  readonly colspan: number
  readonly rowspan: number
  readonly blocks: readonly SourceBlock[]
}

export interface SourceRow {
  readonly header: boolean
  readonly cells: readonly SourceCell[]
}

export interface SourceTable {
  readonly kind: 'table'
  readonly rows: readonly SourceRow[]
  /** False when no line is drawn: layout tables of header and signature. */
  readonly borders: boolean
  /** Column widths in millimetres; may be empty. */
  readonly widths: readonly number[]
}

/** Text inside a drawn box; where it floats is not kept. */
export interface SourceTextBox {
  readonly kind: 'text_box'
  readonly blocks: readonly SourceBlock[]
}

export type SourceBlock = SourceParagraph | SourceTable | SourceTextBox

/** Something of the file that could not be brought over whole. `place` in words ("đoạn 12"). */
export interface SourceWarning {
  readonly code: string
  readonly place: string
  readonly message: string
}

export interface SourceDocument {
  readonly blocks: readonly SourceBlock[]
  /** Footnotes and endnotes by the ids that `note` inlines carry. */
  readonly notes: Readonly<Record<string, readonly SourceBlock[]>>
  readonly warnings: readonly SourceWarning[]
  readonly properties: { readonly title: string; readonly author: string }
}
