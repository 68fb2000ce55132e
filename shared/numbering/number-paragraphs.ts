import type { Node } from 'prosemirror-model'
import type { BlockId } from '../report/ids'
import {
  blockIdOf,
  forEachBlock,
  isCell,
  isHeading,
  isParagraph,
  isTable,
  levelOf,
  listOf,
  listStartOf,
} from '../report/nodes'
import { unreachable } from '../util/exhaustive'
import { perObject } from '../util/per-object'
import { vietnameseLetter } from './numerals'

/** The printed mark of every list paragraph: "1.", "a)", "(1).", "-". Paragraphs without a mark are absent. */
export type ParagraphMarks = ReadonlyMap<BlockId, string>

/** How far each kind of list has counted. */
interface Counts {
  number: number
  letter: number
  target: number
}

const fromStart = (): Counts => ({ number: 0, letter: 0, target: 0 })

/**
 * "1." starts again in every section, "a)" also after every "1.", "(1)." runs through its whole part.
 * A paragraph's own `start` overrides the count. Each cell of a table counts by itself.
 */
export function markParagraphs(text: Node): ParagraphMarks {
  const marks = new Map<BlockId, string>()
  const counts = fromStart()
  forEachBlock(text, block => {
    if (isHeading(block)) {
      counts.number = counts.letter = 0
      if (levelOf(block) === 'part') counts.target = 0
    }
    if (isParagraph(block)) {
      const mark = nextMark(block, counts)
      if (mark) marks.set(blockIdOf(block), mark)
    }
    if (isTable(block)) for (const [id, mark] of marksInCells(block)) marks.set(id, mark)
  })
  return marks
}

/** The marks of a cell's, note's or wording's own paragraphs by their place in it; "" for what has none. */
export function marksWithin(container: Node): readonly string[] {
  const counts = fromStart()
  return container.children.map(block => (isParagraph(block) ? nextMark(block, counts) : ''))
}

const marksInCells = perObject((table: Node): readonly (readonly [BlockId, string])[] => {
  const marks: [BlockId, string][] = []
  table.descendants(node => {
    if (isCell(node))
      for (const [index, mark] of marksWithin(node).entries())
        if (mark) marks.push([blockIdOf(node.child(index)), mark])
    return !node.isTextblock
  })
  return marks
})

function nextMark(paragraph: Node, counts: Counts): string {
  const list = listOf(paragraph)
  switch (list) {
    case 'none':
      return ''
    case 'bullet':
      return '-'
    case 'number':
    case 'letter':
    case 'target': {
      counts[list] = listStartOf(paragraph) ?? counts[list] + 1
      if (list === 'number') counts.letter = 0
      return listMark(list, counts[list])
    }
    default:
      return unreachable(list)
  }
}

/** How the n-th paragraph of a list is marked. */
export function listMark(list: 'number' | 'letter' | 'target', count: number): string {
  if (list === 'number') return `${count}.`
  return list === 'letter' ? `${vietnameseLetter(count)})` : `(${count}).`
}
