import type { Node } from 'prosemirror-model'
import { plainTextOf } from '../report/text-blocks'
import type { Anchor } from './anchor'
import type { Range } from './apply-text'
import { commonEnd, commonStart } from './letters'

/** Exactly the words that are to be replaced, or the exact point between two words. */
export interface BlockRange {
  readonly block: Node
  /** Position of the block's content. */
  readonly start: number
  /** Offsets in it. */
  readonly from: number
  readonly to: number
}

/** What is looked for: exactly these words, or with none a point, with what stood on both sides. */
type Sought = Pick<Anchor, 'before' | 'after'> & { readonly was: string }

/** Letters in a row that must be as they were on one side of a point that is looked for in a whole block. */
const enoughBeside = 8

/**
 * Anchors go by letters and do not care for white space; words that are to be replaced do. Of the places around the
 * anchor's where exactly those words stand, the one whose surroundings are most like the anchor's.
 */
export function exactRange(root: Node, at: Range, sought: Sought): BlockRange | null {
  for (const pos of new Set([at.from, at.to])) {
    const $pos = root.resolve(pos)
    const text = $pos.parent.isTextblock ? plainTextOf($pos.parent) : null
    const likest =
      text === null ? null : likestOf(text, offsetsAround(text, $pos.parentOffset, sought.was), sought)
    if (likest) return rangeAt($pos.parent, $pos.start(), likest, sought)
  }
  return null
}

/** The likest place in a whole block, where its surroundings changed: one side as it was is enough. */
export function rangeInBlock(block: Node, start: number, sought: Sought): BlockRange | null {
  const text = plainTextOf(block)
  const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset)
  const likest = likestOf(text, offsets, sought)
  return likest && likest.beside >= enoughBeside ? rangeAt(block, start, likest, sought) : null
}

const rangeAt = (block: Node, start: number, { offset }: Likest, { was }: Sought): BlockRange => ({
  ...{ block, start, from: offset },
  to: offset + was.length,
})

interface Likest {
  readonly offset: number
  /** How many letters are as they were, on both sides and on the side that has more of them. */
  readonly likeness: number
  readonly beside: number
}

function likestOf(text: string, offsets: readonly number[], { was, before, after }: Sought): Likest | null {
  let best: Likest | null = null
  for (const offset of offsets) {
    if (!text.startsWith(was, offset)) continue
    const ahead = commonEnd(text.slice(0, offset), before)
    const behind = commonStart(text.slice(offset + was.length), after)
    if (!best || ahead + behind > best.likeness)
      best = { offset, likeness: ahead + behind, beside: Math.max(ahead, behind) }
  }
  return best
}

/** The offset itself and those that only white space (and marks of notes) parts from it. */
function offsetsAround(text: string, offset: number, was: string): number[] {
  let first = offset
  let last = offset
  while (first > 0 && isBlank(text[first - 1])) first--
  while (last < text.length && isBlank(text[last])) last++
  const lead = was.length - was.replace(/^[\s\ufffc]+/u, '').length
  const offsets = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return [offset, ...offsets, offset - lead].filter(at => at >= 0)
}

const isBlank = (letter: string | undefined): boolean =>
  letter !== undefined && /[\s\ufffc\u200b]/u.test(letter)
