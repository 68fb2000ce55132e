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

/** Text boxes become paragraphs where they are anchored; empty paragraphs (spacing) and page breaks go. */
export function itemsOf(blocks: readonly SourceBlock[]): Item[] {
  const items: Item[] = []
  let paragraphs = 0
  let tables = 0
  const visit = (block: SourceBlock): void => {
    if (block.kind === 'text_box') block.blocks.forEach(visit)
    else if (block.kind === 'table')
      items.push({ kind: 'table', table: block, place: places.table(++tables) })
    else {
      const line = lineOf(block, places.paragraph(paragraphs + 1))
      if (line.text === '' && block.number === undefined) return
      paragraphs++
      items.push(line)
    }
  }
  blocks.forEach(visit)
  return items
}
