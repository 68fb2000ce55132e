import type { Node } from 'prosemirror-model'
import type { BlockId, NoteId, OptionsId, TableId } from './ids'
import type { Level } from './levels'
import type { Alignment, List } from './lists'

// ProseMirror types attributes as `any`. They get their real types here and nowhere else.

export const isHeading = (node: Node): boolean => node.type.name === 'heading'
export const isParagraph = (node: Node): boolean => node.type.name === 'paragraph'
export const isTable = (node: Node): boolean => node.type.name === 'table'
export const isHeaderCell = (node: Node): boolean => node.type.name === 'table_header'
export const isCell = (node: Node): boolean => node.type.name === 'table_cell' || isHeaderCell(node)
export const isIndicatorTable = (node: Node): boolean => node.type.name === 'indicator_table'
export const isOptions = (node: Node): boolean => node.type.name === 'options'
export const isNoteRef = (node: Node): boolean => node.type.name === 'note_ref'

export const levelOf = (heading: Node): Level => heading.attrs['level'] as Level
/** A section is named after the heading that opens it. */
export const blockIdOf = (block: Node): BlockId => block.attrs['id'] as BlockId
export const listOf = (paragraph: Node): List => paragraph.attrs['list'] as List
export const alignmentOf = (paragraph: Node): Alignment => paragraph.attrs['align'] as Alignment
/** The number at which a list starts again, or null where it runs on. */
export const listStartOf = (paragraph: Node): number | null => paragraph.attrs['start'] as number | null
export const noteIdOf = (noteRef: Node): NoteId => noteRef.attrs['id'] as NoteId
export const tableIdOf = (block: Node): TableId => block.attrs['id'] as TableId
export const optionsIdOf = (block: Node): OptionsId => block.attrs['id'] as OptionsId

/** Column widths of a general table in millimetres; empty when they are shared evenly. */
export function widthsOf(table: Node): number[] {
  const widths = table.attrs['widths'] as string
  return widths === '' ? [] : widths.split(',').map(Number)
}
export const headerRowsOf = (table: Node): number => table.attrs['headerRows'] as number
export const hasBorders = (table: Node): boolean => table.attrs['borders'] as boolean
export const spansOf = (cell: Node): { colspan: number; rowspan: number } =>
  cell.attrs as { colspan: number; rowspan: number }
export const hrefOf = (linkMark: { attrs: Record<string, unknown> }): string =>
  linkMark.attrs['href'] as string

/** The report as one flow of blocks. Sheets are invisible to everything but layout. `pos` is before the block. */
export function forEachBlock(text: Node, visit: (block: Node, pos: number) => void): void {
  text.forEach((sheet, sheetPos) => {
    sheet.forEach((block, offset) => {
      visit(block, sheetPos + 1 + offset)
    })
  })
}

/** The blocks of the report in order. */
export function blocksOf(text: Node): Node[] {
  const blocks: Node[] = []
  forEachBlock(text, block => blocks.push(block))
  return blocks
}
