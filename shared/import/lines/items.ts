import type { SourceBlock, SourceTable } from '../source'
import { places } from '../words'
import { lineOf, type Line } from './line'

export interface TableItem {
  readonly kind: 'table'
  readonly table: SourceTable
  /** In words: "bảng 2". */
  readonly place: string
}

/** What the recogniser walks over: paragraphs with words, and tables. */
export type Item = Line | TableItem

/**
 * Text boxes become paragraphs where they are anchored; empty paragraphs (spacing) and page breaks go. Places count
 * every paragraph of the file, as the reader of Word files does.
 */
export function itemsOf(blocks: readonly SourceBlock[]): Item[] {
  const items: Item[] = []
  let paragraphs = 0
  let tables = 0
  const visit = (block: SourceBlock): void => {
    if (block.kind === 'text_box') block.blocks.forEach(visit)
    else if (block.kind === 'table') {
      paragraphs += paragraphsIn(block)
      items.push({ kind: 'table', table: block, place: places.table(++tables) })
    } else {
      paragraphs++
      const line = lineOf(block, text => places.paragraph(paragraphs, text))
      if (line.text !== '' || block.number !== undefined) items.push(line)
    }
  }
  blocks.forEach(visit)
  return items
}

function paragraphsIn(block: SourceBlock): number {
  if (block.kind === 'paragraph') return 1
  const inner =
    block.kind === 'table' ? block.rows.flatMap(row => row.cells.flatMap(cell => cell.blocks)) : block.blocks
  return inner.reduce((sum, child) => sum + paragraphsIn(child), 0)
}
