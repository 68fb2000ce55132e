import type { Node } from 'prosemirror-model'
import { plainTextOf } from '../report/text-blocks'
import type { Anchor } from './anchor'
import type { AnchorIndex } from './anchor-index'
import type { AnchorSpot } from './anchor-place'
import { makeAnchor } from './make-anchor'

/** As long as a record may have it. */
const longest = 200

/**
 * An anchor that also says what white space (and marks of notes) stands right beside the spot. Anchors go by letters
 * alone, and between two letters there are several places to put words in.
 */
export function exactAnchor(spot: AnchorSpot, index: AnchorIndex): Anchor {
  const anchor = makeAnchor(spot, index)
  const root = rootOf(spot, index)
  if (!root || !('from' in spot)) return anchor
  return {
    ...anchor,
    before: (anchor.before.trimEnd() + blanksBefore(root, spot.from)).slice(-longest),
    after: (blanksBehind(root, spot.to) + anchor.after.trimStart()).slice(0, longest),
  }
}

function rootOf(spot: AnchorSpot, { report }: AnchorIndex): Node | undefined {
  if (spot.kind === 'text') return report.text
  return spot.kind === 'note' ? report.notes.get(spot.note) : undefined
}

function blanksBefore(root: Node, pos: number): string {
  const $pos = root.resolve(pos)
  if (!$pos.parent.isTextblock) return ''
  return /[\s\ufffc]*$/u.exec(plainTextOf($pos.parent).slice(0, $pos.parentOffset))?.[0] ?? ''
}

function blanksBehind(root: Node, pos: number): string {
  const $pos = root.resolve(pos)
  if (!$pos.parent.isTextblock) return ''
  return /^[\s\ufffc]*/u.exec(plainTextOf($pos.parent).slice($pos.parentOffset))?.[0] ?? ''
}
