import type { SourceTable } from '../../../../../shared/import/source'
import { limits } from '../limits'
import { type TableLines, tableLines } from '../styles/table-borders'
import { childOf, childrenOf, numberOf, switchOf, valueOf, type XmlElement } from '../xml/element'
import { places, warnings } from '../words'
import { plainText, quotable } from './plain-text'
import { mergeOf as changedMerge } from './reject-revisions'
import { placeOf, type ReadBlocks, type Reading, warn } from './reading'
import { placeCells, type WordCell, type WordRow } from './table-grid'

/** Reads a `w:tbl`. */
export function readTable(reading: Reading, element: XmlElement, readBlocks: ReadBlocks): SourceTable {
  const outer = reading.tableNow
  reading.tables++
  reading.tableNow = reading.tables
  const lines = tableLines(reading.styles, childOf(element, 'tblPr'))
  const rows = rowsIn(element).filter((row, index) => !isDeleted(reading, row, index))
  let borders = false
  const wordRows = rows.map((row, index): WordRow => {
    const last = index === rows.length - 1
    const read = readRow(reading, row, readBlocks)
    borders ||= read.cells.some((cell, column) => hasLine(lines, cell, read, { index, last, column }))
    return read
  })
  reading.tableNow = outer
  return { kind: 'table', rows: placeCells(wordRows), borders, widths: widthsOf(element) }
}

const wrappers = /^(sdt|sdtContent|customXml|ins|moveTo)$/

/** Rows or cells also inside content controls. */
function partsIn(element: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  return element.children.flatMap(child => {
    if (child.name === name) return [child]
    return wrappers.test(child.name) ? partsIn(child, name) : []
  })
}

const rowsIn = (table: XmlElement) => partsIn(table, 'tr')

/** Tells of a row that was inserted or deleted; a deleted one is not read. */
function isDeleted(reading: Reading, row: XmlElement, index: number): boolean {
  const properties = childOf(row, 'trPr')
  const deleted = childOf(properties, 'del')
  const inserted = childOf(properties, 'ins')
  const change = deleted ?? inserted
  if (!change) return false
  const author = (change.attributes['author'] ?? '').normalize('NFC')
  const text = plainText(row)
  const quote = quotable(text)
  const message = deleted ? warnings.rowDeleted(author, quote) : warnings.rowInserted(author, quote)
  const place = places.row(reading.tables, index + 1)
  warn(reading, 'tracked-table', message, place)
  reading.revisions.add(deleted ? 'row-deleted' : 'row-inserted', change, text)
  reading.revisions.within(() => place, text)
  return deleted !== undefined
}

function readRow(reading: Reading, row: XmlElement, readBlocks: ReadBlocks): WordRow {
  const properties = childOf(row, 'trPr')
  const skipped = (name: string) => clampSpan(numberOf(valueOf(properties, name)) ?? 0)
  return {
    header: switchOf(properties, 'tblHeader') ?? false,
    before: skipped('gridBefore'),
    after: skipped('gridAfter'),
    cells: partsIn(row, 'tc').flatMap(cell => readCell(reading, cell, readBlocks)),
  }
}

/** Nothing for a cell that was taken out. */
function readCell(reading: Reading, cell: XmlElement, readBlocks: ReadBlocks): WordCell[] {
  const properties = childOf(cell, 'tcPr')
  if (noteCellChange(reading, cell, properties)) return []
  const span = numberOf(valueOf(properties, 'gridSpan')) ?? 1
  if (span > limits.span) warn(reading, 'wide-cell', warnings.wideCell)
  const merge = childOf(properties, 'cellMerge')?.attributes['vMerge']
  const [changed] = changedMerge(merge)
  return [
    {
      properties,
      span: Math.max(clampSpan(span), 1),
      down: mergeOf(changed ?? childOf(properties, 'vMerge')),
      across: mergeOf(childOf(properties, 'hMerge')),
      blocks: readBlocks(reading, cell),
    },
  ]
}

const cellChanges = {
  cellIns: 'cell-inserted',
  cellDel: 'cell-deleted',
  cellMerge: 'cell-merged',
} as const

/** Tells of a cell that was put in, taken out or merged; returns whether it was taken out. */
function noteCellChange(reading: Reading, cell: XmlElement, properties: XmlElement | undefined): boolean {
  for (const [name, kind] of Object.entries(cellChanges)) {
    const change = childOf(properties, name)
    if (!change) continue
    const author = (change.attributes['author'] ?? '').normalize('NFC')
    const text = plainText(cell)
    const gone = kind === 'cell-deleted'
    const message = gone ? warnings.cellDeleted(author, quotable(text)) : warnings.cellChanged(author)
    warn(reading, 'tracked-table', message)
    reading.revisions.add(kind, change, text)
    reading.revisions.within(() => placeOf(reading), text)
    if (gone) return true
  }
  return false
}

const clampSpan = (span: number) => Math.min(Math.max(span, 0), limits.span)

const mergeOf = (merge: XmlElement | undefined): WordCell['down'] =>
  merge && (merge.attributes['val'] === 'restart' ? 'begin' : 'continue')

interface Position {
  readonly index: number
  readonly last: boolean
  readonly column: number
}

const hasLine = (
  lines: TableLines,
  cell: WordCell,
  row: WordRow,
  { index, last, column }: Position,
): boolean =>
  lines.drawnAt(cell.properties, {
    top: index === 0,
    bottom: last,
    first: column === 0,
    last: column === row.cells.length - 1,
  })

const millimetresPerTwip = 25.4 / 1440

function widthsOf(table: XmlElement): number[] {
  const twips = childrenOf(childOf(table, 'tblGrid'), 'gridCol').map(
    column => numberOf(column.attributes['w']) ?? 0,
  )
  const known = twips.length <= limits.entries && twips.every(width => width > 0)
  return known ? twips.map(width => Math.round(width * millimetresPerTwip * 10) / 10) : []
}
