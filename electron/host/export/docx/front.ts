import {
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  LineRuleType,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
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
  const row = new TableRow({
    cantSplit: true,
    children: [recipients, signer].map(lines => borderlessCell(lines, half)),
  })
  return [gap(), fixedTable([half, half], [row], false)]
}

const textWidthOf = ({ page }: Profile): number => page.width - page.left - page.right

function headerTable({ rows }: PrintHeader, profile: Profile): Table {
  const { leftWidth, rightWidth } = profile.header
  const wordRows = rows.map(
    ({ left, right }) =>
      new TableRow({
        cantSplit: true,
        children: [borderlessCell(left, leftWidth), borderlessCell(right, rightWidth)],
      }),
  )
  return fixedTable([leftWidth, rightWidth], wordRows, false)
}

function borderlessCell(lines: readonly PrintLine[], width: number): TableCell {
  const { top, bottom, left, right } = noBorders
  return new TableCell({
    borders: { top, bottom, left, right },
    // The issuing body needs every millimetre of its narrow column.
    margins: { left: 0, right: 0 },
    children: lines.length > 0 ? centred(lines, width) : [new Paragraph({ style: gapStyle })],
  })
}

const centred = (lines: readonly PrintLine[], width: number): Paragraph[] =>
  lines.map(line => (line.kind === 'rule' ? rule(line.width, width) : textLine(line)))

/** LibreOffice puts an empty line of its own above a table that opens a document; one point is enough. */
const hairline = (): Paragraph =>
  new Paragraph({ style: gapStyle, spacing: { line: 20, lineRule: LineRuleType.EXACT } })

const textLine = ({ role, text, before }: PrintTextLine): Paragraph =>
  new Paragraph({
    style: lineStyles[role].id,
    ...(before > 0 ? { spacing: { before: twipsOfPoints(before) } } : {}),
    ...(role === 'type' || role === 'title' ? { keepNext: true } : {}),
    children: [new TextRun(text)],
  })

/** An empty line with a border above, as long as the rule: drawn lines of shapes are lost by half the programs. */
function rule(width: number, available: number): Paragraph {
  const indent = twips(Math.max(0, (available - width) / 2))
  return new Paragraph({
    style: gapStyle,
    indent: { left: indent, right: indent },
    spacing: { before: twipsOfPoints(2), line: singleLine / 4, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: ruleThickness, space: 0, color: 'auto' } },
  })
}

/** The circulation note, in the corner of the page: a frame, since it stands above the text's margin. */
function cornerLine(line: PrintTextLine, { page, header }: Profile): Paragraph {
  const shown = line.style.upper ? line.text.toLocaleUpperCase('vi') : line.text
  const width = Math.min(textWidth(shown, line.style) + 4, page.width - page.left - page.right)
  const edge = { style: BorderStyle.SINGLE, size: ruleThickness, space: 1, color: 'auto' }
  return new Paragraph({
    style: lineStyles[line.role].id,
    frame: {
      type: 'absolute',
      position: { x: twips(page.width - page.right - width), y: twips(page.headerDistance) },
      width: twips(width),
      wrap: FrameWrap.AROUND,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
    ...(header.circulationFrame ? { border: { top: edge, bottom: edge, left: edge, right: edge } } : {}),
    children: [new TextRun(line.text)],
  })
}
