import type { Node } from 'prosemirror-model'
import type { BlockId } from '../report/ids'
import {
  blockIdOf,
  forEachBlock,
  isHeading,
  isParagraph,
  levelOf,
  listOf,
  listStartOf,
} from '../report/nodes'
import { unreachable } from '../util/exhaustive'
import { vietnameseLetter } from './numerals'

/** The printed mark of every list paragraph: "1.", "a)", "(1).", "-". Paragraphs without a mark are absent. */
export type ParagraphMarks = ReadonlyMap<BlockId, string>

/**
 * "1." starts again in every section, "a)" also after every "1.", "(1)." runs through its whole part.
 * A paragraph's own `start` overrides the count.
 */
export function markParagraphs(text: Node): ParagraphMarks {
  const marks = new Map<BlockId, string>()
  const counts = { number: 0, letter: 0, target: 0 }
  forEachBlock(text, block => {
    if (isHeading(block)) {
      counts.number = counts.letter = 0
      if (levelOf(block) === 'part') counts.target = 0
    }
    if (isParagraph(block)) {
      const mark = nextMark(block, counts)
      if (mark) marks.set(blockIdOf(block), mark)
    }
  })
  return marks
}

function nextMark(paragraph: Node, counts: { number: number; letter: number; target: number }): string {
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
