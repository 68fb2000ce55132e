import type {
  RedlineDocument,
  RedlineHeader,
  RedlineParagraph,
} from '../../../../../shared/redline/redline-document'
import type { TextStyle } from '../../../../../shared/print/profile'
import { words } from '../../words'
import { literal, millimetres, points } from '../literals'
import { singleLeading } from '../measures'
import { preamble, textArguments } from '../preamble'
import type { TypstContext } from '../typst-blocks'
import type { SetText } from '../typst-runs'
import { markFunctions, markedTypst } from './typst-marks'
import { redlineBlock } from './typst-redline-blocks'

/**
 * A redline as Typst source, with the marks of its changes, bars in the margin and a line that explains them. `setText`
 * may change user text before it is set. User text stands in string literals only.
 */
export function writeRedlineTypst(redline: RedlineDocument, setText: SetText = text => text): string {
  const context = { profile: redline.profile, setText }
  return [
    preamble(redline) + markFunctions,
    legend(redline, setText),
    front(redline, context),
    ...redline.blocks.map(block => redlineBlock(block, context)),
    signature(redline, context),
  ].join('\n')
}

function legend({ names }: RedlineDocument, setText: SetText): string {
  const { came, gone, moved, restyled, title } = words.legend
  const between = title(setText(names.was), setText(names.now))
  return `#block(below: 6pt, width: 100%, inset: 2mm, stroke: 0.5pt, text(size: 10pt)[#par(justify: false, first-line-indent: no-indent)[#${literal(between)} #came(${literal(came)}); #gone(${literal(gone)}); #moved-here(${literal(moved)}); #restyled(${literal(restyled)}).]])`
}

const plain = 'set par(first-line-indent: no-indent, justify: false); set align(center)'

function front({ header, title, profile }: RedlineDocument, context: TypstContext): string {
  const { leftWidth, rightWidth } = profile.header
  const cells = header.rows.flatMap(({ left, right }) => [left, right])
  return `${corner(header, context)}#block(above: 0pt, below: gap, width: 100%, { ${plain}
grid(columns: (${millimetres(leftWidth)}, ${millimetres(rightWidth)}), align: center + top,
${cells.map(lines => `  { ${linesOf(lines, context)} },`).join('\n')})
${linesOf(title, context)} })`
}

/** Lines one below the other, as statements of a code block. */
const linesOf = (lines: readonly RedlineParagraph[], { setText }: TypstContext): string =>
  lines
    .map(({ form, runs }) => {
      if (form.kind === 'rule') return `rule(${millimetres(form.width)})`
      if (form.kind !== 'line') return 'none'
      const { style, before } = form
      return `line-of(${points(before)}, ${points(singleLeading(style.size))}, (${textArguments(style)}), ${shown(runs, style, setText)})`
    })
    .join('; ')

function shown(runs: RedlineParagraph['runs'], style: TextStyle, setText: SetText): string {
  const code = `[${markedTypst(runs, setText)}]`
  const cased = style.upper ? `upper(${code})` : code
  return style.underline ? `underline(${cased})` : cased
}

function corner({ circulation }: RedlineHeader, { profile, setText }: TypstContext): string {
  const runs = circulation.flatMap(line => line.runs)
  if (runs.length === 0) return ''
  const { page, header } = profile
  const style = header.circulation
  const line = `text(${textArguments(style)}, ${shown(runs, style, setText)})`
  const framed = header.circulationFrame ? `box(stroke: 0.75pt, inset: 1mm, ${line})` : line
  return `#place(top + right, dy: ${millimetres(page.headerDistance - page.top)}, ${framed})\n`
}

function signature({ signature: signed }: RedlineDocument, context: TypstContext): string {
  if (!signed) return ''
  return `#block(above: gap + 6pt, breakable: false, { ${plain}
grid(columns: (1fr, 1fr), align(left, { ${linesOf(signed.recipients, context)} }), align(center, { ${linesOf(signed.signer, context)} })) })`
}
