import type {
  RedlineBlock,
  RedlineCell,
  RedlineParagraph,
  RedlineRun,
} from '../../../../../shared/redline/redline-document'
import { emptyLine } from './kept-ends'
import { endsOn, isOf } from './tracked-numbers'

/**
 * LibreOffice takes two changes of one kind that meet at the end of a paragraph for one, and takes that end back with
 * them; and words that came where the next paragraph lost the same ones for a move, with which the next paragraph's form
 * goes. So where changes meet at an end that both texts have, the last word that stayed is told as having come and gone,
 * in this order: what meets there is then of another kind, and is no longer alike. A note cannot be told so: behind one
 * a thin line parts them.
 */
export function partEnds(blocks: readonly RedlineParagraph[]): readonly RedlineParagraph[]
export function partEnds(blocks: RedlineCell['blocks']): RedlineCell['blocks']
export function partEnds(blocks: readonly RedlineBlock[]): readonly RedlineBlock[]
export function partEnds(blocks: readonly RedlineBlock[]): readonly RedlineBlock[] {
  return blocks.flatMap((block, index): readonly RedlineBlock[] => {
    if (block.kind === 'table') return [{ ...block, rows: block.rows.map(partRow) }]
    if (block.kind !== 'paragraph') return [block]
    const next = blocks[index + 1]
    const runs = block.runs.map(partNote)
    if (next?.kind !== 'paragraph' || !meets(block, next)) return [{ ...block, runs }]
    const parted = withLastWordRetold(runs, block)
    return parted ? [{ ...block, runs: parted }] : [{ ...block, runs }, emptyLine]
  })
}

function partRow<Row extends { readonly cells: readonly RedlineCell[] }>(row: Row): Row {
  return { ...row, cells: row.cells.map(cell => ({ ...cell, blocks: partEnds(cell.blocks) })) }
}

const partNote = (run: RedlineRun): RedlineRun =>
  run.run.kind === 'note' ? { ...run, run: { ...run.run, paragraphs: partEnds(run.run.paragraphs) } } : run

function meets(one: RedlineParagraph, next: RedlineParagraph): boolean {
  const last = one.runs.at(-1)?.change
  if (!last || !endsOn('now', one)) return false
  const [first] = next.runs
  const { was, now } = next.number
  const begins = first ? first.change : next.end
  const isCome = (!!now && !was) || (begins !== null && isOf('now', begins))
  return (isOf('now', last) && isCome) || isAlike(one, next)
}

/** Whether the changed words at the end of the one are those of the other. */
function isAlike(one: RedlineParagraph, { runs }: RedlineParagraph): boolean {
  const tail = wordsOf(one.runs.slice(lastKept(one.runs) + 1))
  return tail !== '' && tail === wordsOf(runs.filter(({ change }) => change !== null))
}

const wordsOf = (runs: readonly RedlineRun[]): string =>
  runs
    .map(({ run }) => (run.kind === 'text' ? run.text : ' '))
    .join('')
    .trim()

const lastKept = (runs: readonly RedlineRun[]): number => runs.findLastIndex(({ change }) => change === null)

/** Null where no word stayed right before the change, and none is gone with it. */
function withLastWordRetold(
  runs: readonly RedlineRun[],
  { hand }: RedlineParagraph,
): readonly RedlineRun[] | null {
  const at = lastKept(runs)
  const kept = runs[at]
  const tail = runs.slice(at + 1)
  const tailOf = (side: 'was' | 'now') => tail.filter(({ change }) => change && isOf(side, change))
  const [come, gone] = [tailOf('now'), tailOf('was')]
  if (kept?.run.kind !== 'text') return gone.length > 0 ? [...runs.slice(0, at + 1), ...come, ...gone] : null
  const { run, marksWas } = kept
  const cut = run.text.trimEnd().lastIndexOf(' ') + 1
  const word = { ...run, text: run.text.slice(cut) }
  const old = { ...word, marks: marksWas?.marks ?? run.marks }
  return [
    ...runs.slice(0, at),
    ...(cut > 0 ? [{ ...kept, run: { ...run, text: run.text.slice(0, cut) } }] : []),
    { run: word, change: { kind: 'added', hand }, marksWas: null },
    ...come,
    { run: old, change: { kind: 'removed', hand }, marksWas: null },
    ...gone,
  ]
}
