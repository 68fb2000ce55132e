import type { Node } from 'prosemirror-model'
import { align, type Group } from '../compare/align'
import { itemsOfTable } from '../compare/table-differences'
import type { PrintCell, PrintTable } from '../print/print-document'
import { mergeParagraphs, oneSided, type Merging } from './merge-paragraphs'
import { inOneOrder } from './one-order'
import type { RedlineCell, RedlineChange, RedlineRow, RedlineTable } from './redline-document'
import { emptyParagraph, sideParagraphs, type SideParagraph } from './side-text'

/** A table then and now: its place in the text, and as it is printed. */
interface TablePair {
  readonly node: { readonly was: Node; readonly now: Node }
  readonly print: { readonly was: PrintTable; readonly now: PrintTable }
}

/**
 * Row by row and cell by cell; null where rows cannot tell it: other columns, or rows that came or went among merged
 * cells. Such a table goes and comes as a whole.
 */
export function mergeTables({ node, print }: TablePair, merging: Merging): RedlineTable | null {
  const { was, now } = print
  const groups = align(itemsOfTable(node.was), itemsOfTable(node.now))
  if (was.widths.length !== now.widths.length || (hasTallCells(print) && !isSameGrid(was, now, groups)))
    return null
  const [gone, come] = changesOf(merging)
  const rows = inOneOrder(groups).flatMap(({ group, side }): readonly RedlineRow[] => {
    const [old, fresh] = [was.rows[group.was[0] ?? -1], now.rows[group.now[0] ?? -1]]
    if (side === 'was') return old ? [oneSidedRow(old, gone)] : []
    if (side === 'now') return fresh ? [oneSidedRow(fresh, come)] : []
    if (!old || !fresh) return []
    return mergeRow(old, fresh, merging) ?? [oneSidedRow(old, gone), oneSidedRow(fresh, come)]
  })
  const { borders, widths, headerRows } = now
  return { kind: 'table', borders, widths, headerRows, rows, change: null }
}

export const changesOf = ({ hand }: Merging): readonly [RedlineChange, RedlineChange] => [
  { kind: 'removed', hand },
  { kind: 'added', hand },
]

export const oneSidedTable = (table: PrintTable, change: RedlineChange): RedlineTable => ({
  ...table,
  rows: table.rows.map(cells => oneSidedRow(cells, change)),
  change,
})

const oneSidedRow = (cells: readonly PrintCell[], change: RedlineChange): RedlineRow => ({
  cells: cells.map(cell => ({
    ...shapeOf(cell),
    blocks: filled(cell.blocks).flatMap((block): RedlineCell['blocks'] =>
      block.kind === 'table'
        ? [oneSidedTable(block, change)]
        : oneSided(sideParagraphs([block]) ?? [], change),
    ),
  })),
  change,
})

const filled = (blocks: PrintCell['blocks']): PrintCell['blocks'] =>
  blocks.length > 0 ? blocks : [{ kind: 'paragraph', list: null, align: 'justify', runs: [] }]

const shapeOf = ({ header, colspan, rowspan }: PrintCell) => ({ header, colspan, rowspan })

const shape = (cell: PrintCell): string => JSON.stringify(shapeOf(cell))

/** Null where the cells do not lie alike, or hold tables that are not the same. */
function mergeRow(
  was: readonly PrintCell[],
  now: readonly PrintCell[],
  merging: Merging,
): readonly RedlineRow[] | null {
  if (was.map(shape).join() !== now.map(shape).join()) return null
  const cells = now.map((cell, index): RedlineCell | null => {
    const blocks = mergeBlocks(was[index]?.blocks ?? [], cell.blocks, merging)
    return blocks && { ...shapeOf(cell), blocks }
  })
  const merged = cells.filter(cell => cell !== null)
  return merged.length === cells.length ? [{ cells: merged, change: null }] : null
}

function mergeBlocks(
  was: PrintCell['blocks'],
  now: PrintCell['blocks'],
  merging: Merging,
): RedlineCell['blocks'] | null {
  const [old, fresh] = [sideParagraphs(was), sideParagraphs(now)]
  if (old && fresh) return mergeParagraphs(atLeastOne(old), atLeastOne(fresh), merging)
  return JSON.stringify(was) === JSON.stringify(now) ? now.flatMap(block => unchanged(block, merging)) : null
}

const atLeastOne = (paragraphs: readonly SideParagraph[]): readonly SideParagraph[] =>
  paragraphs.length > 0 ? paragraphs : [emptyParagraph]

function unchanged(block: PrintCell['blocks'][number], merging: Merging): RedlineCell['blocks'] {
  if (block.kind !== 'table') {
    const same = sideParagraphs([block]) ?? []
    return mergeParagraphs(same, same, { ...merging, notes: { was: String, now: String } })
  }
  const rows = block.rows.map((cells): RedlineRow => ({
    cells: cells.map(cell => ({
      ...shapeOf(cell),
      blocks: filled(cell.blocks).flatMap(each => unchanged(each, merging)),
    })),
    change: null,
  }))
  return [{ ...block, rows, change: null }]
}

const hasTallCells = ({ was, now }: TablePair['print']): boolean =>
  [was, now].some(({ rows }) => rows.some(cells => cells.some(({ rowspan }) => rowspan > 1)))

/** Every row stayed, with its cells as they lay. */
const isSameGrid = (was: PrintTable, now: PrintTable, groups: readonly Group[]): boolean =>
  groups.every(({ was: [a], now: [b], moved }) => a !== undefined && b !== undefined && !moved) &&
  was.rows.every((cells, index) => cells.map(shape).join() === (now.rows[index] ?? []).map(shape).join()) &&
  !now.rows.some((cells, index) =>
    cells.some((cell, at) => !mergeable(was.rows[index]?.[at]?.blocks ?? [], cell.blocks)),
  )

const mergeable = (was: PrintCell['blocks'], now: PrintCell['blocks']): boolean =>
  [...was, ...now].every(({ kind }) => kind === 'paragraph') || JSON.stringify(was) === JSON.stringify(now)
