import { Fragment, type Node } from 'prosemirror-model'
import { blockIdOf, isHeading, levelOf } from '../report/nodes'
import { mergeInline } from './merge-inline'
import type { Overlaps } from './overlaps'

/** One block in three states. */
export interface Three {
  readonly sent: Node
  readonly back: Node
  readonly today: Node
}

export interface MergedBlock {
  readonly block: Node
  readonly already: number
}

/** Today's block with what was edited in the copy that came back. */
export function mergeBlock(three: Three, overlaps: Overlaps): MergedBlock {
  const { sent, back, today } = three
  if (sent.isTextblock && back.isTextblock && today.isTextblock) return mergeText(three, overlaps)
  if (hasShapeOf(sent, back) && hasShapeOf(sent, today)) return mergeCells(three, overlaps)
  if (back.eq(today)) return { block: today, already: 1 }
  if (!sent.eq(today)) overlaps.block(blockIdOf(today))
  return { block: back, already: 0 }
}

function mergeText({ sent, back, today }: Three, overlaps: Overlaps): MergedBlock {
  const { content, both, already } = mergeInline(sent, back, today)
  const id = blockIdOf(today)
  for (const range of both) overlaps.range(id, range)
  const isLevelled = levelIn(sent) !== levelIn(back)
  const isThere = isLevelled && levelIn(today) === levelIn(back)
  if (isLevelled && !isThere && levelIn(today) !== levelIn(sent)) overlaps.block(id)
  const form = isLevelled && !isThere ? back : today
  return {
    block: form.type.create({ ...form.attrs, id }, content),
    already: already + (isThere ? 1 : 0),
  }
}

const levelIn = (block: Node): string | null => (isHeading(block) ? levelOf(block) : null)

function hasShapeOf(was: Node, now: Node): boolean {
  if (was.type !== now.type || was.isTextblock) return was.type === now.type
  return (
    was.childCount === now.childCount && was.children.every((child, at) => hasShapeOf(child, now.child(at)))
  )
}

/** A table of general cells whose shape is the same everywhere. */
function mergeCells({ sent, back, today }: Three, overlaps: Overlaps): MergedBlock {
  if (sent.isTextblock) return mergeText({ sent, back, today }, overlaps)
  let already = 0
  const children = sent.children.map((child, at) => {
    const merged = mergeCells({ sent: child, back: back.child(at), today: today.child(at) }, overlaps)
    already += merged.already
    return merged.block
  })
  return { block: today.copy(Fragment.fromArray(children)), already }
}
