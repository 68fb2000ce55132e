import { diffArrays } from 'diff'
import { Fragment, type Node } from 'prosemirror-model'
import { piecesOf, type Piece } from '../review/propose-words'

/** Beyond, the two have nothing to do with each other. */
const mostEdits = 2000

/**
 * The content of `now` with the very nodes of `was` wherever both print the same: Word neither keeps how much white
 * space stands between two words, nor (`isUpper`) what was typed in small letters and printed in capitals.
 */
export function settleInline(was: Node, now: Node, isUpper: boolean): Fragment {
  const old = withoutEdges(piecesOf(was))
  const fresh = withoutEdges(piecesOf(now))
  const keyOf = (piece: Piece): string => keyOfPiece(piece, isUpper)
  const runs = diffArrays(old.inner.map(keyOf), fresh.inner.map(keyOf), { maxEditLength: mostEdits })
  if (!runs) return now.content
  const pieces: Piece[] = []
  let [from, start] = [0, 0]
  for (const { added, removed, count } of runs) {
    if (added) pieces.push(...fresh.inner.slice(start, start + count))
    else if (!removed) pieces.push(...old.inner.slice(from, from + count))
    if (!removed) start += count
    if (!added) from += count
  }
  return Fragment.fromArray([...old.ahead, ...pieces, ...old.behind].flatMap(({ nodes }) => nodes))
}

const keyOfPiece = ({ nodes, isSpace }: Piece, isUpper: boolean): string =>
  nodes
    .map(node => {
      const text = isSpace ? ' ' : (node.text ?? '').normalize('NFC')
      const marks = JSON.stringify(node.marks)
      return node.isText ? `${isUpper ? text.toLocaleUpperCase('vi') : text} ${marks}` : JSON.stringify(node)
    })
    .join('')

interface Edges {
  readonly ahead: readonly Piece[]
  readonly inner: readonly Piece[]
  readonly behind: readonly Piece[]
}

/** White space at both ends apart. */
function withoutEdges(pieces: readonly Piece[]): Edges {
  let [from, to] = [0, pieces.length]
  while (from < to && pieces[from]?.isSpace) from++
  while (to > from && pieces[to - 1]?.isSpace) to--
  return { ahead: pieces.slice(0, from), inner: pieces.slice(from, to), behind: pieces.slice(to) }
}
