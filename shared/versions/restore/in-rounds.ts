import { Fragment, type Node } from 'prosemirror-model'
import { compareInline, type InlinePart } from '../../compare/compare-inline'
import type { BlockId } from '../../report/ids'
import { blockIdOf, forEachBlock } from '../../report/nodes'

/** Beyond this many places in one paragraph the last round takes all that is left. */
const most = 12

/**
 * The same change as several texts, one after the other, the last of which is `after`: in each, a paragraph differs from the
 * text before in one place only. Whoever writes a paragraph into the shared document writes one stretch from the first to
 * the last letter that differs, and takes what a colleague types between two places along.
 */
export function inRounds(today: Node, after: Node): readonly Node[] {
  const old = new Map<BlockId, Node>()
  forEachBlock(today, block => old.set(blockIdOf(block), block))
  const changed = new Map<Node, readonly Node[]>()
  forEachBlock(after, block => {
    const before = old.get(blockIdOf(block))
    if (before && before !== block && before.type === block.type && block.isTextblock)
      changed.set(block, stages(before, block))
  })
  const rounds = Math.max(1, ...[...changed.values()].map(({ length }) => length))
  return Array.from({ length: rounds }, (_, round) =>
    round === rounds - 1 ? after : withBlocks(after, block => changed.get(block)?.[round] ?? block),
  )
}

/** A paragraph with one more of its changes made each time; the last is the paragraph itself. */
function stages(was: Node, now: Node): readonly Node[] {
  const ends = endsOfChanges(compareInline(was, now)).slice(0, most)
  return [...ends.slice(0, -1).map(end => now.copy(joined(now, was, end))), now]
}

/** The one paragraph up to there, and the other from there on. */
const joined = (now: Node, was: Node, end: InlinePart): Fragment =>
  now.content.cut(0, end.now.to).append(was.content.cut(end.was.to))

/** The last part of every run of parts that differ. */
const endsOfChanges = (parts: readonly InlinePart[]): readonly InlinePart[] =>
  parts.filter(({ kind }, at) => kind !== 'same' && (parts[at + 1]?.kind ?? 'same') === 'same')

function withBlocks(text: Node, choose: (block: Node) => Node): Node {
  const sheets = text.content.content.map(sheet => {
    const blocks = sheet.content.content.map(choose)
    return blocks.every((block, at) => block === sheet.child(at))
      ? sheet
      : sheet.copy(Fragment.fromArray(blocks))
  })
  return text.copy(Fragment.fromArray(sheets))
}
