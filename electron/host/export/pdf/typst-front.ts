import type {
  PrintDocument,
  PrintHeader,
  PrintLine,
  PrintSignature,
  PrintTextLine,
} from '../../../../shared/print/print-document'
import type { Profile } from '../../../../shared/print/profile'
import { literal, millimetres, points } from './literals'
import { singleLeading } from './measures'
import { textArguments } from './preamble'
import type { SetText } from './typst-runs'

/** What stands above the text of the first page. */
export function typstFront({ header, title, profile }: PrintDocument, setText: SetText): string {
  const parts = [headerGrid(header, profile, setText), typstLines(title, setText)]
  return `${corner(header, profile, setText)}#block(above: 0pt, below: gap, width: 100%, { ${plain}\n${parts.filter(part => part !== '').join('\n')} })`
}

/** Recipients on the left, level with who signs on the right. */
export function typstSignature({ recipients, signer }: PrintSignature, setText: SetText): string {
  return `#block(above: gap + 6pt, breakable: false, { ${plain}
grid(columns: (1fr, 1fr), align(left, { ${typstLines(recipients, setText)} }), align(center, { ${typstLines(signer, setText)} })) })`
}

const plain = 'set par(first-line-indent: no-indent, justify: false); set align(center)'

function headerGrid({ rows }: PrintHeader, { header }: Profile, setText: SetText): string {
  const cells = rows.flatMap(({ left, right }) => [left, right])
  return `grid(columns: (${millimetres(header.leftWidth)}, ${millimetres(header.rightWidth)}), align: center + top,
${cells.map(lines => `  { ${typstLines(lines, setText)} },`).join('\n')})`
}

/** Lines one below the other, as statements of a code block. */
const typstLines = (lines: readonly PrintLine[], setText: SetText): string =>
  lines
    .map(line => (line.kind === 'rule' ? `rule(${millimetres(line.width)})` : textLine(line, setText)))
    .join('; ')

function textLine({ text, style, before }: PrintTextLine, setText: SetText): string {
  const words = shown(text, style, setText)
  return `line-of(${points(before)}, ${points(singleLeading(style.size))}, (${textArguments(style)}), ${words})`
}

function shown(text: string, style: PrintTextLine['style'], setText: SetText): string {
  const words = literal(setText(text))
  const cased = style.upper ? `upper(${words})` : words
  return style.underline ? `underline(${cased})` : cased
}

/** The circulation note, in the corner of the page, above the text's margin. */
function corner({ circulation }: PrintHeader, { page, header }: Profile, setText: SetText): string {
  if (!circulation) return ''
  const words = `text(${textArguments(circulation.style)}, ${shown(circulation.text, circulation.style, setText)})`
  const framed = header.circulationFrame ? `box(stroke: 0.75pt, inset: 1mm, ${words})` : words
  return `#place(top + right, dy: ${millimetres(page.headerDistance - page.top)}, ${framed})\n`
}
