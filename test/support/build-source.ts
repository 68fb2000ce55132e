import type {
  SourceBlock,
  SourceDocument,
  SourceInline,
  SourceMarks,
  SourceParagraph,
  SourceTable,
} from '../../shared/import/source'

// Builders for what a reader hands to the recogniser. A string is one run of plain text.

type Content = string | SourceInline

const inlineOf = (content: Content): SourceInline =>
  typeof content === 'string' ? { kind: 'text', text: content, marks: {} } : content

export const run = (text: string, marks: SourceMarks): SourceInline => ({ kind: 'text', text, marks })
export const bold = (text: string): SourceInline => run(text, { strong: true })
export const lineBreak: SourceInline = { kind: 'break' }
export const noteMark = (id: string): SourceInline => ({ kind: 'note', id })

/** A justified paragraph of body text. */
export const para = (...content: Content[]): SourceParagraph => ({
  kind: 'paragraph',
  align: 'justify',
  inlines: content.map(inlineOf),
})
export const boldPara = (text: string): SourceParagraph => para(bold(text))
export const centred = (text: string): SourceParagraph => ({ ...para(bold(text)), align: 'center' })
/** A paragraph whose number Word makes. */
export const numbered = (number: string, paragraph: SourceParagraph): SourceParagraph => ({
  ...paragraph,
  number,
})
export const styled = (styleDepth: number, paragraph: SourceParagraph): SourceParagraph => ({
  ...paragraph,
  styleDepth,
})
/** As plain text has it: nothing is known but the words. */
export const bare = (text: string): SourceParagraph => ({ kind: 'paragraph', inlines: [inlineOf(text)] })

type CellContent = string | readonly SourceBlock[]

/** Rows of cells; a string is a cell of one paragraph. */
export const tableOf = (
  rows: readonly (readonly CellContent[])[],
  options: Partial<SourceTable> & { readonly headerRows?: number } = {},
): SourceTable => ({
  kind: 'table',
  borders: options.borders ?? true,
  widths: options.widths ?? [],
  rows: rows.map((cells, index) => ({
    header: index < (options.headerRows ?? 0),
    cells: cells.map(content => ({
      colspan: 1,
      rowspan: 1,
      blocks: typeof content === 'string' ? [{ ...para(content), align: 'center' }] : content,
    })),
  })),
})

export const source = (
  blocks: readonly SourceBlock[],
  notes: Readonly<Record<string, string>> = {},
): SourceDocument => ({
  blocks,
  notes: Object.fromEntries(Object.entries(notes).map(([id, text]) => [id, [para(text)]])),
  warnings: [],
  properties: { title: '', author: '' },
})
