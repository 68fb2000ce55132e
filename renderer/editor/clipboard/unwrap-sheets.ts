import { Fragment, Slice, type Node } from 'prosemirror-model'

/** The same blocks without the sheets around them: where they are put, other sheets stand already. */
export function unwrapSheets(slice: Slice): Slice {
  if (slice.content.firstChild?.type.name !== 'sheet') return slice
  const blocks: Node[] = []
  slice.content.forEach(sheet => sheet.forEach(block => blocks.push(block)))
  return new Slice(
    Fragment.fromArray(blocks),
    Math.max(0, slice.openStart - 1),
    Math.max(0, slice.openEnd - 1),
  )
}
