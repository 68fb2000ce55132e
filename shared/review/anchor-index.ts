import type { Node } from 'prosemirror-model'
import type { Doc } from 'yjs'
import { noteRefsIn } from '../numbering/number-notes'
import { placesIn, type FoundBlock } from '../report/find-block'
import type { BlockId, NoteId } from '../report/ids'
import { blockIdOf, isHeading } from '../report/nodes'
import type { Report } from '../report/report'
import { noteFlow, textFlow, type Flow } from './flow'

/** One state of a report, ready to be asked where anchors stand in it. */
export interface AnchorIndex {
  readonly report: Report
  /** The shared document that says the same; null where only the report is known, such as a frozen draft. */
  readonly body: Doc | null
  readonly flow: Flow
  /** A block of the text by its id, those inside tables included. */
  readonly block: (id: string) => FoundBlock | null
  /** The words of a note whose mark stands in the text. */
  readonly note: (id: string) => Flow | null
  /** The innermost section of a position in the text. */
  readonly sectionAt: (pos: number) => BlockId | 'report'
}

/**
 * Makes ready one state of a report. What it computes is remembered for the nodes of the text, so the next state costs
 * what an edit touched. `body`, if given, must say what `report` says: letters that wait are written before.
 */
export function anchorIndex(report: Report, body: Doc | null = null): AnchorIndex {
  const { text, notes } = report
  const flow = textFlow(text)
  const blocks = once(() => placeBlocks(flow))
  const marks = once(() => new Set(flow.parts.flatMap(({ node }) => [...noteRefsIn(node)])))
  return {
    ...{ report, body, flow },
    block: id => blocks().get(id as BlockId) ?? null,
    note(id) {
      const note = notes.get(id as NoteId)
      return note && marks().has(id as NoteId) ? noteFlow(note) : null
    },
    sectionAt: pos => sectionAt(text, pos),
  }
}

function placeBlocks({ parts }: Flow): ReadonlyMap<BlockId, FoundBlock> {
  const blocks = new Map<BlockId, FoundBlock>()
  for (const { node: sheet, start } of parts)
    for (const [id, place] of placesIn(sheet)) {
      const node = blocks.has(id) ? null : sheet.nodeAt(place)
      if (node) blocks.set(id, { node, pos: start + place })
    }
  return blocks
}

function sectionAt(text: Node, pos: number): BlockId | 'report' {
  const $pos = text.resolve(Math.max(0, Math.min(pos, text.content.size)))
  for (let index = Math.min($pos.index(0), text.childCount - 1); index >= 0; index--) {
    const sheet = text.child(index)
    const isHere = index === $pos.index(0) && $pos.depth > 0
    for (let block = isHere ? $pos.index(1) : sheet.childCount - 1; block >= 0; block--) {
      const node = sheet.maybeChild(block)
      if (node && isHeading(node)) return blockIdOf(node)
    }
  }
  return 'report'
}

function once<Value extends object>(compute: () => Value): () => Value {
  let value: Value | undefined
  return () => (value ??= compute())
}
