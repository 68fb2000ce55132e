import type {
  Form,
  RedlineBlock,
  RedlineCell,
  RedlineIndicatorTable,
  RedlineParagraph,
  RedlineRun,
  RedlineTable,
} from '../../../../../shared/redline/redline-document'
import { isWide } from '../../../../../shared/redline/redline-indicators'
import { depthOf } from '../../../../../shared/report/levels'
import { literal, points } from '../literals'
import { singleLeading } from '../measures'
import { textArguments } from '../preamble'
import type { TypstContext } from '../typst-blocks'
import { emptyLine } from '../typst-runs'
import { columns, inset } from '../typst-tables'
import { hasChange, isChanged, labelOf, markedTypst, signOfEnd, signOfMove } from './typst-marks'
import { words } from '../../words'

export function redlineBlock(block: RedlineBlock, context: TypstContext): string {
  if (block.kind === 'indicator_table') return indicators(block, context)
  if (block.kind === 'table') return `#block(above: gap, below: gap, ${table(block, context)})`
  const code = paragraph(block, context)
  return isChanged(block) ? `#barred[${code}]` : code
}

function paragraph(block: RedlineParagraph, context: TypstContext): string {
  const { form, end } = block
  const { setText } = context
  const label = labelOf(block, setText)
  const lead = signOfMove(end) + signOfForm(block)
  const body = `${markedTypst(block.runs, setText)}${signOfEnd(block)}`
  if (form.kind === 'heading')
    return heading(form.level, { label: `${lead}${label}`, body, isGone: isOfOldText(end) }, context)
  const line = lead + label + body || emptyLine
  const align = form.kind === 'paragraph' ? form.align : 'center'
  return align === 'justify' ? `#par[${line}]` : `#aligned(${align})[${line}]`
}

interface HeadingParts {
  readonly label: string
  readonly body: string
  readonly isGone: boolean
}

function heading(
  level: Extract<Form, { kind: 'heading' }>['level'],
  { label, body, isGone }: HeadingParts,
  { profile }: TypstContext,
): string {
  const { upper, numberOnOwnLine } = profile.headings[level]
  const ownLine = numberOnOwnLine && label !== '' ? '#linebreak()' : ''
  // What is gone is no heading of this text, and stays out of its bookmarks.
  const hidden = isGone ? ', outlined: false, bookmarked: false' : ''
  return `#heading(level: ${depthOf(level) + 1}${hidden})[${label}${ownLine}${upper ? `#upper[${body}]` : body}]`
}

const isOfOldText = (end: RedlineParagraph['end']): boolean =>
  end?.kind === 'removed' || end?.kind === 'moved-away'

/** Another level, list or alignment is told in words: no drawing of letters shows it. */
function signOfForm({ form, formWas, end }: RedlineParagraph): string {
  if (!formWas || end || form.kind === 'rule' || form.kind === 'gap' || form.kind === 'line') return ''
  return `#sign[#text(fill: rgb("#7a5af8"), ${literal(words.otherForm)})]#" "`
}

function indicators(block: RedlineIndicatorTable, context: TypstContext): string {
  const { profile, setText } = context
  const { text, header } = profile.table
  const head = block.columns.map(
    column => `[#text(${textArguments(header)})[${markedTypst(column, setText)}]],`,
  )
  const rows = block.rows.map(row => {
    const wide = isWide(row.kind, row.cells)
    const isOther = row.change !== null || row.cells.some(hasChange)
    const cells = wide ? row.cells.slice(0, 2) : row.cells
    return `  ${cells
      .map((cell, column) => {
        const inside = (isOther && column === 0 ? '#row-bar' : '') + markedTypst(cell, setText)
        const span = wide && column === 1 ? `colspan: ${row.cells.length - 1}` : ''
        return `table.cell(${span})[${row.kind === 'group' ? `#bold[${inside}]` : inside}],`
      })
      .join(' ')}`
  })
  return `${title(block.title, context)}#block(above: gap, below: gap, cell-text(${points(text.size)}, table(${columns(block.widths)}, ${inset}, stroke: 0.5pt,
  align: (x, y) => if x == 1 and y > 0 { left + horizon } else { center + horizon },
  table.header(repeat: true, ${head.join(' ')}),
${rows.join('\n')})))`
}

function title(runs: readonly RedlineRun[], { profile, setText }: TypstContext): string {
  if (runs.length === 0) return ''
  const leading = points(singleLeading(profile.title.size))
  const body = `align(center, text(${textArguments({ ...profile.title, upper: false })})[${markedTypst(runs, setText)}])`
  return `#block(above: gap + 6pt, below: 6pt + ${leading}, width: 100%, sticky: true, ${body})\n`
}

/** As an expression, so that it can stand in a cell too. */
function table(block: RedlineTable, context: TypstContext): string {
  const { text } = context.profile.table
  const rows = block.rows.map(({ cells, change }) => {
    const isOther = change !== null || cells.some(cell => cell.blocks.some(isChangedBlock))
    return cells.map((cell, column) => tableCell(cell, isOther && column === 0, context)).join(' ')
  })
  const head = rows.slice(0, block.headerRows)
  return `cell-text(${points(text.size)}, table(${columns(block.widths)}, ${inset}, stroke: ${block.borders ? '0.5pt' : 'none'}, align: left + top,
${head.length > 0 ? `  table.header(repeat: true, ${head.join('\n  ')}),\n` : ''}${rows.slice(block.headerRows).join('\n')}))`
}

const isChangedBlock = (block: RedlineCell['blocks'][number]): boolean =>
  block.kind === 'paragraph' ? isChanged(block) : block.rows.some(({ change }) => change !== null)

function tableCell({ header, colspan, rowspan, blocks }: RedlineCell, bar: boolean, context: TypstContext) {
  const options = [
    colspan > 1 ? `colspan: ${colspan}` : '',
    rowspan > 1 ? `rowspan: ${rowspan}` : '',
    header ? 'align: center + horizon' : '',
  ].filter(Boolean)
  const body = blocks
    .map(block => {
      if (block.kind === 'table') return `#${table(block, context)}`
      const line = labelOf(block, context.setText) + markedTypst(block.runs, context.setText)
      const code = `#par[${line || emptyLine}]`
      const align = block.form.kind === 'paragraph' ? block.form.align : 'justify'
      return align === 'justify' ? code : `#align(${align})[${code}]`
    })
    .join('')
  const look = header ? `#text(${textArguments(context.profile.table.header)})[${body}]` : body
  return `table.cell(${options.join(', ')})[${bar ? '#row-bar' : ''}${look}],`
}
