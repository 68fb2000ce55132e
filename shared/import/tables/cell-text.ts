import { itemsOf } from '../lines/items'
import type { SourceCell, SourceInline } from '../source'
import { numberedInlines } from '../body/numbered-inlines'
import { matchableText } from '../lines/clean-inlines'

/** The lines of a cell, those of nested tables included. */
export function cellLines(cell: SourceCell): (readonly SourceInline[])[] {
  return itemsOf(cell.blocks).flatMap(item =>
    item.kind === 'line'
      ? [numberedInlines(item)]
      : item.table.rows.flatMap(row => row.cells.flatMap(cellLines)),
  )
}

const raised: Readonly<Record<string, string>> = {
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '0': '⁰',
  '-': '⁻',
}

/** A cell as one string; raised figures become characters ("m²"), because a string holds no marks. */
export const cellText = (cell: SourceCell): string =>
  cellLines(cell)
    .map(line => matchableText(line.map(raiseFigures)).replaceAll('\n', ' ').trim())
    .filter(text => text !== '')
    .join(' ')

function raiseFigures(inline: SourceInline): SourceInline {
  if (inline.kind !== 'text' || inline.marks.superscript !== true) return inline
  return { ...inline, text: inline.text.replace(/[0-4-]/g, sign => raised[sign] ?? sign) }
}
