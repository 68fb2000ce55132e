import type {
  PrintBlock,
  PrintDocument,
  PrintLine,
  PrintMarks,
  PrintParagraph,
  PrintRun,
} from '../../shared/print/print-document'
import type {
  Form,
  RedlineBlock,
  RedlineChange,
  RedlineDocument,
  RedlineParagraph,
  RedlineRun,
} from '../../shared/redline/redline-document'

// One text read out of a redline, and the same text as it is printed, both as lines that can be compared.

type Side = 'was' | 'now'

const isOn = (side: Side, change: RedlineChange | null): boolean =>
  change === null || (change.kind === 'removed' || change.kind === 'moved-away' ? 'was' : 'now') === side

/** Every line of header, title, text and signature on one side. */
export function sideOfRedline(redline: RedlineDocument, side: Side): string[] {
  const { header, title, blocks, signature } = redline
  const rest = signature && isOn(side, signature.change) ? signature : null
  return [
    ...paragraphs(header.circulation, side),
    ...header.rows.flatMap(({ left, right }) => [...paragraphs(left, side), ...paragraphs(right, side)]),
    ...paragraphs(title, side),
    ...blocksOfSide(blocks, side),
    ...(rest ? [...paragraphs(rest.recipients, side), ...paragraphs(rest.signer, side)] : []),
  ]
}

function blocksOfSide(blocks: readonly RedlineBlock[], side: Side): string[] {
  const lines: string[] = []
  let open: RedlineParagraph[] = []
  const close = (): void => {
    lines.push(...paragraphs(open, side))
    open = []
  }
  for (const block of blocks)
    if (block.kind === 'paragraph') open.push(block)
    else {
      close()
      if (!isOn(side, block.change)) continue
      const rows = block.rows.filter(({ change }) => isOn(side, change))
      if (block.kind === 'indicator_table') {
        const cells = [block.columns, ...rows.map(row => row.cells as readonly (readonly RedlineRun[])[])]
        lines.push(
          words(block.title, side),
          ...cells.map(row => row.map(cell => words(cell, side)).join(' | ')),
        )
      } else
        for (const { cells } of rows as readonly Extract<RedlineBlock, { kind: 'table' }>['rows'][number][])
          lines.push(cells.map(cell => blocksOfSide(cell.blocks, side).join(' ¶ ')).join(' | '))
    }
  close()
  return lines
}

/** Words of paragraphs whose end is not on this side run on; form and number are those of the whole. */
function paragraphs(all: readonly RedlineParagraph[], side: Side): string[] {
  const lines: string[] = []
  let number: string | null = null
  let runs = ''
  for (const paragraph of all) {
    number ??= paragraph.number[side]
    runs += words(paragraph.runs, side)
    if (!isOn(side, paragraph.end)) continue
    lines.push(
      line(side === 'was' ? (paragraph.formWas ?? paragraph.form) : paragraph.form, number ?? '', runs),
    )
    number = null
    runs = ''
  }
  // A cell may end with what is gone; nothing else may.
  return runs === '' ? lines : [...lines, `unended: ${runs}`]
}

const words = (runs: readonly RedlineRun[], side: Side): string =>
  runs
    .filter(({ change }) => isOn(side, change))
    .map(({ run, marksWas }): string => {
      if (run.kind === 'note') return `[${run.number[side]}: ${paragraphs(run.paragraphs, side).join(' ¶ ')}]`
      if (run.kind !== 'text') return plain(run)
      return styled(run.text, side === 'was' && marksWas ? marksWas.marks : run.marks)
    })
    .join('')

const styled = (text: string, marks: PrintMarks): string =>
  Array.from(text, letter => letter + Object.values(marks).join('')).join('')

const plain = (run: PrintRun): string => {
  if (run.kind === 'text') return styled(run.text, run.marks)
  if (run.kind === 'break') return '\n'
  if (run.kind === 'noteAgain') return `[=${run.number}]`
  const { number, paragraphs: inside } = run.note
  return `[${number}: ${(inside.length > 0 ? inside : [empty]).map(printedParagraph).join(' ¶ ')}]`
}

const empty: PrintParagraph = { kind: 'paragraph', list: null, align: 'justify', runs: [] }

function line(form: Form, number: string, text: string): string {
  const kind = {
    heading: () => `heading ${(form as { level: string }).level}`,
    paragraph: () => `paragraph ${(form as { list: string }).list} ${(form as { align: string }).align}`,
    line: () => `line ${(form as { role: string }).role}`,
    rule: () => 'rule',
    gap: () => '',
  }[form.kind]()
  return `${kind} ${number} ${text}`
}

const printedParagraph = ({ list, align, runs }: PrintParagraph): string =>
  line({ kind: 'paragraph', list: list?.kind ?? null, align }, list?.mark ?? '', runs.map(plain).join(''))

/** The same lines of a report that is printed alone. */
export function printedLines(print: PrintDocument): string[] {
  const { header, title, blocks, signature } = print
  return [
    ...printed(header.circulation ? [header.circulation] : []),
    ...header.rows.flatMap(({ left, right }) => [...inCell(left), ...inCell(right)]),
    ...printed(title),
    ...blocks.flatMap(printedBlock),
    ...(signature ? [...inCell(signature.recipients), ...inCell(signature.signer)] : []),
  ]
}

const printed = (lines: readonly PrintLine[]): string[] =>
  lines.map(each =>
    each.kind === 'rule'
      ? line({ kind: 'rule', width: 0 }, '', '')
      : line({ ...each, kind: 'line' }, '', each.text),
  )

const inCell = (lines: readonly PrintLine[]): string[] =>
  lines.length > 0 ? printed(lines) : [line({ kind: 'gap' }, '', '')]

function printedBlock(block: PrintBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [line({ kind: 'heading', level: block.level }, block.number, block.runs.map(plain).join(''))]
    case 'paragraph':
      return [printedParagraph(block)]
    case 'indicator_table':
      return [block.title, block.columns.join(' | '), ...block.rows.map(({ cells }) => cells.join(' | '))]
    case 'table':
      return block.rows.map(row =>
        row
          .map(({ blocks }) => (blocks.length > 0 ? blocks : [empty]).flatMap(printedBlock).join(' ¶ '))
          .join(' | '),
      )
  }
}
