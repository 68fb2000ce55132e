import { Fragment, type Node } from 'prosemirror-model'
import { align } from '../compare/align'
import { fieldDifferences } from '../compare/field-differences'
import type { Item } from '../compare/item'
import { rowCells, type IndicatorRow, type IndicatorTable } from '../indicators/indicator-row'
import type { Fields } from '../report/fields'
import type { BlockId } from '../report/ids'
import type { Leftover } from './leftover'
import { settleInline } from './settle-inline'

/** The body of a note that came back, as an edited copy of the one that was sent. */
export function settleNote(was: Node, now: Node): Node {
  const isSameCount = was.childCount === now.childCount
  const paragraphs = now.children.map((paragraph, at) => {
    const old = was.maybeChild(at)
    return isSameCount && old ? old.copy(settleInline(old, paragraph, false)) : paragraph
  })
  return was.copy(Fragment.fromArray(paragraphs))
}

export interface SettledTable {
  readonly table: IndicatorTable
  readonly leftovers: readonly Leftover[]
}

/** Cells are taken over; rows that came or went have no proposal. */
export function settleIndicators(was: IndicatorTable, now: IndicatorTable, near: BlockId): SettledTable {
  const cells = new Map<string, IndicatorRow>()
  const leftovers: Leftover[] = []
  const tell = (kind: Leftover['kind'], before: string, after: string): void =>
    void leftovers.push({ kind, near, before, after })
  for (const {
    was: [a = -1],
    now: [b = -1],
    moved,
  } of align(was.rows.map(itemOf), now.rows.map(itemOf))) {
    const [old, fresh] = [was.rows[a], now.rows[b]]
    if (old && fresh) cells.set(old.id, settleRow(old, fresh))
    if (old && fresh && moved) tell('row-moved', rowText(old), rowText(fresh))
    else if (old && !fresh) tell('row-removed', rowText(old), '')
    else if (fresh && !old) tell('row-added', '', rowText(fresh))
  }
  const titles = [[was.title, now.title], ...rowCells.map(cell => [was.columns[cell], now.columns[cell]])]
  for (const [before = '', after = ''] of titles)
    if (!isSame(before, after)) tell('title', before.trim(), after.trim())
  return { table: { ...was, rows: was.rows.map(row => cells.get(row.id) ?? row) }, leftovers }
}

const itemOf = (row: IndicatorRow): Item => ({
  id: '',
  kind: row.kind === 'group' ? 'group' : 'row',
  weight: 1,
  text: () => `${row.name} ${row.unit}`,
})

function settleRow(was: IndicatorRow, now: IndicatorRow): IndicatorRow {
  const changed = rowCells.filter(cell => !isSame(was[cell], now[cell]))
  return { ...was, ...Object.fromEntries(changed.map(cell => [cell, now[cell]])) }
}

const rowText = (row: IndicatorRow): string =>
  rowCells.flatMap(cell => (row[cell].trim() === '' ? [] : [row[cell].trim()])).join(' | ')

const isSame = (was: string, now: string): boolean => printed(was) === printed(now)

/** Recipients are printed behind a dash. */
const printed = (text: string): string =>
  text
    .replace(/^\s*[-–]\s+/gmu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')

/** What stands above and below the text has no proposals. */
export const settleFields = (was: Fields, now: Fields): Leftover[] =>
  fieldDifferences(was, now).flatMap(({ kind, place }): Leftover[] => {
    // The draft mark on paper is counted when a file is made.
    if (kind !== 'words' || place.kind !== 'field' || place.name === 'draftNumber') return []
    const [before, after] = [was[place.name], now[place.name]]
    // Many fields are printed in capitals.
    if (printed(before).toLocaleUpperCase('vi') === printed(after).toLocaleUpperCase('vi')) return []
    return [{ kind: 'field', near: null, before, after }]
  })
