import type { Mark, Node } from 'prosemirror-model'
import type { Span } from '../../../shared/compare/inline-text'
import type { NoteId } from '../../../shared/report/ids'
import { isNoteRef, noteIdOf } from '../../../shared/report/nodes'

/** A stretch of a text as it is drawn. `join`: where one block ends and the next begins. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'note'; readonly id: NoteId }
  | { readonly kind: 'break' }
  | { readonly kind: 'join' }

/** What stands in a span of some blocks, counted as comparisons count: each block's inside, and one for each join. */
export function piecesIn(nodes: readonly Node[], { from, to }: Span): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const [index, block] of nodes.flatMap(textBlocksIn).entries()) {
    if (index > 0 && from < start && start <= to) pieces.push({ kind: 'join' })
    const end = start + block.content.size
    const [first, last] = [Math.max(from, start), Math.min(to, end)]
    if (first < last)
      block.content.cut(first - start, last - start).forEach(inline => pieces.push(pieceOf(inline)))
    start = end + 1
  }
  return pieces
}

function pieceOf(inline: Node): Piece {
  if (inline.isText) return { kind: 'text', text: inline.text ?? '', marks: inline.marks }
  return isNoteRef(inline) ? { kind: 'note', id: noteIdOf(inline) } : { kind: 'break' }
}

/** All of some blocks. */
export const wholeSpan = (nodes: readonly Node[]): Span => ({
  from: 0,
  to: nodes.flatMap(textBlocksIn).reduce((end, block) => end + block.content.size + 1, -1),
})

const textBlocksIn = (node: Node): readonly Node[] =>
  node.isTextblock ? [node] : node.children.flatMap(textBlocksIn)
