import { Mark, type Node } from 'prosemirror-model'
import { noteRefsIn } from '../numbering/number-notes'
import { noteRefSign, plainTextOf } from '../report/text-blocks'

/** From an offset up to another, counted as `plainTextOf` counts. */
export interface Span {
  readonly from: number
  readonly to: number
}

interface MarkedRun extends Span {
  readonly marks: readonly Mark[]
}

/** The words of one or more text blocks as one string, with what they carry. */
export interface InlineText {
  /** Blocks are joined by "\n"; a note's mark is `noteRefSign`. */
  readonly text: string
  /** The notes of the signs, in order. */
  readonly notes: readonly string[]
  readonly runs: readonly MarkedRun[]
}

/** Of headings and paragraphs, or of nodes that hold them (a note's body, a cell). */
export function inlineTextOf(nodes: readonly Node[]): InlineText {
  const blocks = nodes.flatMap(textBlocksIn)
  const runs: MarkedRun[] = []
  let at = 0
  for (const block of blocks) {
    block.forEach((child, offset) => {
      runs.push({ from: at + offset, to: at + offset + child.nodeSize, marks: child.marks })
    })
    at += block.content.size + 1
  }
  return { text: blocks.map(plainTextOf).join('\n'), notes: blocks.flatMap(noteRefsIn), runs }
}

/** Words that carry nothing. */
export const bareText = (text: string): InlineText => ({
  text: text.replaceAll(noteRefSign, ' '),
  notes: [],
  runs: [],
})

/** The pieces of `text` from an offset on, as long as marks stay what they are on both sides. */
export function splitByMarks(
  was: InlineText,
  now: InlineText,
  spans: { was: Span; now: Span },
): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  const { from } = spans.was
  const shift = spans.now.from - from
  let at = from
  while (at < spans.was.to) {
    const here = runAt(was, at)
    const there = runAt(now, at + shift)
    const to = Math.min(spans.was.to, here?.to ?? at + 1, (there?.to ?? at + 1 + shift) - shift)
    pieces.push({ from: at, to, isSame: Mark.sameSet(here?.marks ?? [], there?.marks ?? []) })
    at = to
  }
  return pieces
}

interface MarkedPiece extends Span {
  readonly isSame: boolean
}

function runAt({ runs }: InlineText, offset: number): MarkedRun | undefined {
  let [low, high] = [0, runs.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (!run) return undefined
    if (offset < run.from) high = middle - 1
    else if (offset >= run.to) low = middle + 1
    else return run
  }
  return undefined
}

function textBlocksIn(node: Node): Node[] {
  return node.isTextblock ? [node] : node.children.flatMap(textBlocksIn)
}
