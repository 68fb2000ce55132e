import type { Fragment, Node } from 'prosemirror-model'
import { inlineChanges, type InlineChange } from '../review/propose-words'

/** Offsets in the block as it is today. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface MergedInline {
  /** Today's content with every change of those who sent it back. */
  readonly content: Fragment
  /** Where today's words are none of those that were sent either. */
  readonly both: readonly Range[]
  /** Changes that today has already. */
  readonly already: number
}

/** Three states of one text block: as sent, as it came back, as it is today. */
export function mergeInline(sent: Node, back: Node, today: Node): MergedInline {
  const ours = inlineChanges(sent, today)
  const theirs = inlineChanges(sent, back)
  const changed = theirs.filter(change => !ours.some(own => isSame(own, change)))
  const merged: MergedChange[] = []
  for (const change of changed) takeIn(merged, widened(change, { ours, theirs: changed }))
  const placed = merged.map(({ from, to, touches }) => ({
    range: todayRange(ours, from, to),
    content: backContent(back, theirs, from, to),
    touches,
  }))
  return {
    content: withChanges(today, placed),
    both: placed.flatMap(({ range, touches }) => (touches ? [range] : [])),
    already: theirs.length - changed.length,
  }
}

const isSame = (a: InlineChange, b: InlineChange): boolean =>
  a.from === b.from && a.to === b.to && a.content.eq(b.content)

/** Offsets in the block as it was sent. */
interface MergedChange extends Range {
  readonly touches: boolean
}

/** So far that no change of either side is cut in two. */
function widened(
  { from, to }: Range,
  { ours, theirs }: { ours: readonly InlineChange[]; theirs: readonly InlineChange[] },
): MergedChange {
  let range: MergedChange = { from, to, touches: false }
  for (;;) {
    const own = ours.filter(change => touch(change, range))
    const wide = [...own, ...theirs.filter(change => touch(change, range)), range]
    const [start, end] = [Math.min(...wide.map(one => one.from)), Math.max(...wide.map(one => one.to))]
    if (start === range.from && end === range.to) return { ...range, touches: own.length > 0 }
    range = { from: start, to: end, touches: own.length > 0 }
  }
}

/** Words put in at the border of words that were replaced stand beside them; two at one point are in each other's way. */
const touch = (a: Range, b: Range): boolean =>
  (a.from < b.to && b.from < a.to) || (a.from === b.from && a.to === b.to)

function takeIn(merged: MergedChange[], change: MergedChange): void {
  const known = merged.some(({ from, to }) => from === change.from && to === change.to)
  if (!known) merged.push(change)
}

/** Where a stretch of what was sent stands today. */
function todayRange(ours: readonly InlineChange[], from: number, to: number): Range {
  const isPoint = from === to
  let [start, end] = [from, to]
  for (const change of ours) {
    const grown = change.content.size - (change.to - change.from)
    // What both put in at one point: today's words first.
    const isHere = isPoint && change.from === from && change.to === to
    if (isHere || (change.to <= from && !isWithin(change, from, to))) start += grown
    if (change.to <= to) end += grown
  }
  return { from: Math.min(start, end), to: end }
}

const isWithin = (change: Range, from: number, to: number): boolean => change.from >= from && change.to <= to

/** What came back for a stretch of what was sent. */
function backContent(back: Node, theirs: readonly InlineChange[], from: number, to: number): Fragment {
  let [start, end] = [from, to]
  for (const change of theirs) {
    const grown = change.content.size - (change.to - change.from)
    if (change.to <= from && !isWithin(change, from, to)) start += grown
    if (change.to <= to) end += grown
  }
  return back.content.cut(start, end)
}

interface Placed {
  readonly range: Range
  readonly content: Fragment
}

function withChanges(today: Node, changes: readonly Placed[]): Fragment {
  const fromTheEnd = [...changes].sort((a, b) => b.range.from - a.range.from || b.range.to - a.range.to)
  let content = today.content
  for (const { range, content: fresh } of fromTheEnd)
    content = content.cut(0, range.from).append(fresh).append(content.cut(range.to))
  return content
}
