import type { Node } from 'prosemirror-model'

/** The run of sheets in which two texts differ; everything before and behind is the very same nodes. */
export interface ChangedSheets {
  /** Index of the first sheet that differs, in both texts. */
  readonly first: number
  /** Index behind the last that differs, in the old and in the new text. */
  readonly oldEnd: number
  readonly newEnd: number
  /** Position before the first sheet that differs, in both texts. */
  readonly from: number
  readonly oldTo: number
  readonly newTo: number
}

let last: { before: Node; after: Node; changed: ChangedSheets } | undefined

/**
 * Compares by identity, so it costs a step per sheet and never looks inside one. Also true of a change that came
 * from a colleague: the binding replaces the whole text, but keeps the nodes of untouched sheets.
 */
export function changedSheets(before: Node, after: Node): ChangedSheets {
  if (last?.before === before && last.after === after) return last.changed
  const changed = compare(before, after)
  last = { before, after, changed }
  return changed
}

function compare(before: Node, after: Node): ChangedSheets {
  const shorter = Math.min(before.childCount, after.childCount)
  let first = 0
  let from = 0
  while (first < shorter && before.child(first) === after.child(first)) from += before.child(first++).nodeSize
  let same = 0
  let behind = 0
  while (same < shorter - first && fromEnd(before, same) === fromEnd(after, same))
    behind += fromEnd(before, same++).nodeSize
  return {
    first,
    oldEnd: before.childCount - same,
    newEnd: after.childCount - same,
    from,
    oldTo: before.content.size - behind,
    newTo: after.content.size - behind,
  }
}

const fromEnd = (node: Node, index: number): Node => node.child(node.childCount - 1 - index)

/** The sheets of a text from one index up to another. */
export function sheetsBetween(text: Node, from: number, to: number): Node[] {
  const sheets: Node[] = []
  for (let index = from; index < to; index++) sheets.push(text.child(index))
  return sheets
}
