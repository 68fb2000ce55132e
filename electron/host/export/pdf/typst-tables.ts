import type {
  PrintCell,
  PrintIndicatorRow,
  PrintIndicatorTable,
  PrintTable,
} from '../../../../shared/print/print-document'
import { literal, millimetres, points } from './literals'
import { singleLeading } from './measures'
import { textArguments } from './preamble'
import type { TypstContext } from './typst-blocks'
import { emptyLine, markedRuns, type SetText } from './typst-runs'

/** A row this long may not fit on one page; it is then allowed to split. */
const longRow = 1500

export const columns = (widths: readonly number[]): string =>
  `columns: (${widths.map(millimetres).join(', ')},)`
// Half a millimetre, and what single spacing puts above and below a line box.
export const inset = 'inset: (x: 1.5mm, y: 0.5mm + 0.075em)'

export function typstIndicators(table: PrintIndicatorTable, { profile, setText }: TypstContext): string {
  const { text, header } = profile.table
  const head = table.columns.map(title => `[#text(${textArguments(header)}, ${lines(title, setText)})],`)
  const rows = table.rows.map(row => indicatorRow(row, setText))
  const leading = singleLeading(profile.title.size)
  const title =
    table.title === ''
      ? ''
      : `#block(above: gap + 6pt, below: 6pt + ${points(leading)}, width: 100%, sticky: true, align(center, text(${textArguments({ ...profile.title, upper: false })}, ${lines(table.title, setText)})))\n`
  return `${title}#block(above: gap, below: gap, cell-text(${points(text.size)}, table(${columns(table.widths)}, ${inset}, stroke: 0.5pt,
  align: (x, y) => if x == 1 and y > 0 { left + horizon } else { center + horizon },
  table.header(repeat: true, ${head.join(' ')}),
${rows.join('\n')})))`
}

function indicatorRow({ kind, cells }: PrintIndicatorRow, setText: SetText): string {
  const [number = '', name = '', ...rest] = cells
  const bold = kind === 'group'
  const split = cells.join('').length > longRow ? '' : 'breakable: false'
  const cell = (text: string, span = 1) =>
    `table.cell(${[split, span > 1 ? `colspan: ${span}` : ''].filter(Boolean).join(', ')})[#${bold ? `bold(${lines(text, setText)})` : lines(text, setText)}],`
  if (bold && rest.every(text => text === '')) return `  ${cell(number)} ${cell(name, rest.length + 1)}`
  return `  ${cells.map(text => cell(text)).join(' ')}`
}

const lines = (text: string, setText: SetText): string =>
  text.includes('\n')
    ? `[${text
        .split('\n')
        .map(line => `#${literal(setText(line))}`)
        .join('#linebreak()')}]`
    : literal(setText(text))

/** As an expression, so that it can stand in a cell too. */
export function typstTable(table: PrintTable, context: TypstContext): string {
  const { text } = context.profile.table
  const rows = table.rows.map(cells => cells.map(cell => generalCell(cell, context)).join(' '))
  const head = rows.slice(0, table.headerRows)
  return `cell-text(${points(text.size)}, table(${columns(table.widths)}, ${inset}, stroke: ${table.borders ? '0.5pt' : 'none'}, align: left + top,
${head.length > 0 ? `  table.header(repeat: true, ${head.join('\n  ')}),\n` : ''}${rows.slice(table.headerRows).join('\n')}))`
}

function generalCell({ header, colspan, rowspan, blocks }: PrintCell, context: TypstContext): string {
  const options = [
    colspan > 1 ? `colspan: ${colspan}` : '',
    rowspan > 1 ? `rowspan: ${rowspan}` : '',
    header ? 'align: center + horizon' : '',
  ].filter(Boolean)
  const body = blocks.map(block => cellBlock(block, context)).join('')
  const look = header ? `#text(${textArguments(context.profile.table.header)})[${body}]` : body
  return `table.cell(${options.join(', ')})[${look}],`
}

function cellBlock(block: PrintCell['blocks'][number], context: TypstContext): string {
  if (block.kind === 'table') return `#${typstTable(block, context)}`
  const body = `#par[${markedRuns(block, context.setText) || emptyLine}]`
  return block.align === 'justify' ? body : `#align(${block.align})[${body}]`
}
