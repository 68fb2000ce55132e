import {
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  LineRuleType,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  type IParagraphOptions,
  type ITableRowOptions,
  type Table,
} from 'docx'
import type {
  PrintDocument,
  PrintHeader,
  PrintLine,
  PrintSignature,
  PrintTextLine,
} from '../../../../shared/print/print-document'
import type { Profile } from '../../../../shared/print/profile'
import { textWidth } from '../../../../shared/print/text-width'
import { fixedTable, gap, noBorders } from './tables'
import { gapStyle, lineStyles } from './style-ids'
import { singleLine, twips, twipsOfPoints } from './units'

const ruleThickness = 6 // eighths of a point: 0,75 pt

/** What stands above the text of the first page. */
export function front({ header, title, profile }: PrintDocument): (Paragraph | Table)[] {
  return [
    ...(header.circulation ? [cornerLine(header.circulation, profile)] : []),
    hairline(),
    headerTable(header, profile),
    ...centred(title, textWidthOf(profile)),
  ]
}

/** Recipients on the left, level with who signs on the right. */
export function signatureTable(
  { recipients, signer }: PrintSignature,
  profile: Profile,
): (Paragraph | Table)[] {
  const half = textWidthOf(profile) / 2
  const cells = [recipients, signer].map(lines => linesInCell(lines, half))
  return [gap(), borderlessTable([cells], [half, half])]
}

export const textWidthOf = ({ page }: Profile): number => page.width - page.left - page.right

function headerTable({ rows }: PrintHeader, profile: Profile): Table {
  const { leftWidth, rightWidth } = profile.header
  return borderlessTable(
    rows.map(({ left, right }) => [linesInCell(left, leftWidth), linesInCell(right, rightWidth)]),
    [leftWidth, rightWidth],
  )
}

/** Cells side by side without lines; `row` is laid over every row. */
export function borderlessTable(
  rows: readonly (readonly Paragraph[][])[],
  widths: readonly number[],
  row: Partial<ITableRowOptions> = {},
): Table {
  const wordRows = rows.map(
    cells => new TableRow({ cantSplit: true, ...row, children: cells.map(borderlessCell) }),
  )
  return fixedTable(widths, wordRows, false)
}

function borderlessCell(children: readonly Paragraph[]): TableCell {
  const { top, bottom, left, right } = noBorders
  return new TableCell({
    borders: { top, bottom, left, right },
    // The issuing body needs every millimetre of its narrow column.
    margins: { left: 0, right: 0 },
    children,
  })
}

const linesInCell = (lines: readonly PrintLine[], width: number): Paragraph[] =>
  lines.length > 0 ? centred(lines, width) : [new Paragraph({ style: gapStyle })]

const centred = (lines: readonly PrintLine[], width: number): Paragraph[] =>
  lines.map(line =>
    line.kind === 'rule'
      ? new Paragraph(ruleOptions(line.width, width))
      : new Paragraph({ ...lineOptions(line), children: [new TextRun(line.text)] }),
  )

/** LibreOffice puts an empty line of its own above a table that opens a document; one point is enough. */
export const hairline = (): Paragraph =>
  new Paragraph({ style: gapStyle, spacing: { line: 20, lineRule: LineRuleType.EXACT } })

/** How a line of header, title or signature is set. */
export const lineOptions = ({ role, before }: Pick<PrintTextLine, 'role' | 'before'>): IParagraphOptions => ({
  style: lineStyles[role].id,
  ...(before > 0 ? { spacing: { before: twipsOfPoints(before) } } : {}),
  ...(role === 'type' || role === 'title' ? { keepNext: true } : {}),
})

/** An empty line with a border above, as long as the rule: drawn lines of shapes are lost by half the programs. */
export function ruleOptions(width: number, available: number): IParagraphOptions {
  const indent = twips(Math.max(0, (available - width) / 2))
  return {
    style: gapStyle,
    indent: { left: indent, right: indent },
    spacing: { before: twipsOfPoints(2), line: singleLine / 4, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: ruleThickness, space: 0, color: 'auto' } },
  }
}

/** The circulation note, in the corner of the page: a frame, since it stands above the text's margin. */
const cornerLine = (line: PrintTextLine, profile: Profile): Paragraph =>
  new Paragraph({ ...cornerOptions(line.text, profile), children: [new TextRun(line.text)] })

/** How it is set where it has to hold `text`. */
export function cornerOptions(text: string, { page, header }: Profile): IParagraphOptions {
  const style = header.circulation
  const shown = style.upper ? text.toLocaleUpperCase('vi') : text
  const width = Math.min(textWidth(shown, style) + 4, page.width - page.left - page.right)
  const edge = { style: BorderStyle.SINGLE, size: ruleThickness, space: 1, color: 'auto' }
  return {
    style: lineStyles.circulation.id,
    frame: {
      type: 'absolute',
      position: { x: twips(page.width - page.right - width), y: twips(page.headerDistance) },
      width: twips(width),
      wrap: FrameWrap.AROUND,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
    ...(header.circulationFrame ? { border: { top: edge, bottom: edge, left: edge, right: edge } } : {}),
  }
}
