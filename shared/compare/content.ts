import type { Node } from 'prosemirror-model'
import type { IndicatorTable } from '../indicators/indicator-row'
import type { Options } from '../options/options'
import type { Fields } from '../report/fields'
import type { BlockId, NoteId, OptionsId, TableId } from '../report/ids'
import { blockIdOf, blocksOf, isHeading } from '../report/nodes'
import type { Report } from '../report/report'

/** What is compared: a report, or some of its sections. Records that no block shows are left out of a comparison. */
export interface Content {
  readonly blocks: readonly Node[]
  readonly notes: ReadonlyMap<NoteId, Node>
  readonly indicators: ReadonlyMap<TableId, IndicatorTable>
  readonly options: ReadonlyMap<OptionsId, Options>
  /** What stands above and below the text; absent where that is not compared. */
  readonly fields?: Fields
}

export const contentOf = (report: Report): Content => ({ ...report, blocks: blocksOf(report.text) })

/** Blocks under one heading of their own, without those of inner sections; null: before the first heading. */
export interface OwnBlocks {
  readonly section: BlockId | null
  readonly blocks: readonly Node[]
}

/** A flow of blocks cut before every heading, in order; nothing is in two pieces. */
export function cutAtHeadings(blocks: readonly Node[]): readonly OwnBlocks[] {
  const cut: { section: BlockId | null; blocks: Node[] }[] = []
  for (const block of blocks) {
    const last = cut.at(-1)
    if (isHeading(block)) cut.push({ section: blockIdOf(block), blocks: [block] })
    else if (last) last.blocks.push(block)
    else cut.push({ section: null, blocks: [block] })
  }
  return cut
}
