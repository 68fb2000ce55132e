import { fitWidths } from '../print/column-widths'
import { paperText } from '../print/paper-text'
import type {
  PrintCell,
  PrintHeading,
  PrintMarks,
  PrintParagraph,
  PrintRun,
  PrintTable,
} from '../print/print-document'
import type { Profile } from '../print/profile'

/* What a report of changes is made of: plain paragraphs, and tables with a header that is repeated. */

export const run = (text: string, marks: PrintMarks = {}): PrintRun => ({
  kind: 'text',
  text: paperText(text.replace(/\s+/gu, ' ')),
  marks,
})

export const paragraph = (
  runs: string | readonly PrintRun[],
  align: PrintParagraph['align'] = 'justify',
): PrintParagraph => ({
  kind: 'paragraph',
  list: null,
  align,
  runs: typeof runs === 'string' ? [run(runs)] : runs,
})

export const bullet = (text: string): PrintParagraph => ({
  ...paragraph(text),
  list: { kind: 'bullet', mark: '-' },
})

export const heading = (number: string, title: string): PrintHeading => ({
  kind: 'heading',
  level: 'roman',
  number,
  runs: [run(title)],
})

export const cell = (
  blocks: string | readonly PrintParagraph[],
  options: { readonly colspan?: number; readonly align?: PrintParagraph['align'] } = {},
): PrintCell => ({
  header: false,
  colspan: options.colspan ?? 1,
  rowspan: 1,
  blocks: typeof blocks === 'string' ? [paragraph(blocks, options.align ?? 'left')] : blocks,
})

const headCell = (title: string): PrintCell => ({
  header: true,
  colspan: 1,
  rowspan: 1,
  blocks: [paragraph(title, 'center')],
})

/** `columns`: their titles and shares of the width of the text. */
export function table(
  columns: readonly (readonly [title: string, share: number])[],
  rows: readonly (readonly PrintCell[])[],
  { page }: Profile,
): PrintTable {
  return {
    kind: 'table',
    borders: true,
    widths: fitWidths(
      columns.map(([, share]) => share),
      page.width - page.left - page.right,
    ),
    headerRows: rows.length > 0 ? 1 : 0,
    rows: [columns.map(([title]) => headCell(title)), ...rows],
  }
}
