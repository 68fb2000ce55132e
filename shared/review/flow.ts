import type { Node } from 'prosemirror-model'
import { plainTextOf, noteRefSign } from '../report/text-blocks'
import { perObject } from '../util/per-object'
import { lettersBefore, lettersIn, offsetOfLetter } from './letters'

/** A heading or paragraph in the flow. */
interface Run {
  readonly block: Node
  /** Position before it, from the start of its part's content. */
  readonly pos: number
  /** How many letters of the part stand before it. */
  readonly letter: number
}

/** What is remembered for a sheet, or for a whole note. */
interface Part {
  readonly runs: readonly Run[]
  readonly letters: string
}

interface PlacedPart extends Part {
  readonly node: Node
  /** Where its content starts in the flow's root, and how many letters stand before it. */
  readonly start: number
  readonly letter: number
}

/** All letters of a report's text, or of a note, as one string; each leads back to its place. */
export interface Flow {
  readonly root: Node
  readonly letters: string
  readonly parts: readonly PlacedPart[]
}

const partOf = perObject((node: Node): Part => {
  const runs: Run[] = []
  const letters: string[] = []
  let letter = 0
  node.descendants((block, pos) => {
    if (!block.isTextblock) return true
    const own = lettersOf(block)
    runs.push({ block, pos, letter })
    letters.push(own)
    letter += own.length
    return false
  })
  return { runs, letters: letters.join('') }
})

const lettersOf = perObject((block: Node): string => lettersIn(plainTextOf(block)))

/** The flow of a report's text: an edit costs the sheets that it touched and one step for each other. */
export const textFlow = perObject((text: Node): Flow => {
  const parts: PlacedPart[] = []
  let letter = 0
  text.forEach((sheet, pos) => {
    const part = partOf(sheet)
    parts.push({ ...part, node: sheet, start: pos + 1, letter })
    letter += part.letters.length
  })
  return { root: text, letters: parts.map(part => part.letters).join(''), parts }
})

/** The flow of a note's body. */
export const noteFlow = perObject((note: Node): Flow => {
  const part = partOf(note)
  return { root: note, letters: part.letters, parts: [{ ...part, node: note, start: 0, letter: 0 }] }
})

/** The last of `items` for which `isBefore` holds; it must hold for a first run of them. */
function lastBefore<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): Item | undefined {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && isBefore(item)) low = middle + 1
    else high = middle
  }
  return items[low - 1]
}

/** How many letters of the flow stand before a position. */
export function letterAt({ parts }: Flow, pos: number): number {
  const part = lastBefore(parts, ({ start }) => start <= pos)
  if (!part) return 0
  const run = lastBefore(part.runs, each => part.start + each.pos < pos)
  if (!run) return part.letter
  return part.letter + run.letter + lettersBefore(plainTextOf(run.block), pos - part.start - run.pos - 1)
}

/** The position before the letter of that index; null where there are not so many letters. */
export function positionOfLetter({ parts, letters }: Flow, index: number): number | null {
  if (index < 0 || index >= letters.length) return null
  const part = lastBefore(parts, each => each.letter <= index)
  const within = part ? index - part.letter : 0
  const run = part && lastBefore(part.runs, each => each.letter <= within)
  if (!part || !run) return null
  return part.start + run.pos + 1 + offsetOfLetter(plainTextOf(run.block), within - run.letter)
}

/** The words between two positions, paragraphs parted by "\n", without the marks of notes. */
export function wordsBetween({ parts }: Flow, from: number, to: number): string {
  const words: string[] = []
  for (const part of parts) {
    if (part.start + part.node.content.size < from) continue
    if (part.start > to) break
    for (const { block, pos } of part.runs) {
      const start = part.start + pos + 1
      // A block that is only touched at its edge adds no words, nor a border.
      if (start + block.content.size <= from || start >= to) continue
      words.push(plainTextOf(block).slice(Math.max(0, from - start), Math.max(0, to - start)))
    }
  }
  return words.join('\n').replaceAll(noteRefSign, '')
}
