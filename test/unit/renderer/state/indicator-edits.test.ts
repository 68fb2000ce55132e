import { beforeEach, expect, test } from 'vitest'
import { Doc, UndoManager } from 'yjs'
import { numberRows } from '../../../../shared/numbering/number-rows'
import type { RowId, TableId } from '../../../../shared/report/ids'
import { readReport } from '../../../../shared/sync/read-report'
import { byHand, rowsOf, indicatorsOf, undoScopeOf } from '../../../../shared/sync/report-doc'
import { writeReport } from '../../../../shared/sync/write-report'
import {
  addRows,
  changeRows,
  emptyRow,
  moveRows,
  removeRows,
} from '../../../../renderer/state/indicator-edits'
import { row, table, tableBlock } from '../../../support/build-indicators'
import { report, sheet, text } from '../../../support/build-report'

const id = 't' as TableId
let body: Doc

beforeEach(() => {
  body = new Doc()
  const rows = [
    row({ id: 'g', kind: 'group', name: 'G' }),
    row({ id: 'a', name: 'a' }),
    row({ id: 'a1', kind: 'sub', name: 'a1' }),
    row({ id: 'b', name: 'b' }),
    row({ id: 'c', name: 'c' }),
  ]
  writeReport(body, report({ text: text(sheet(tableBlock('t'))), indicators: table('t', rows) }))
})

const read = () => readReport(body).indicators.get(id)?.rows ?? []
const names = () =>
  read()
    .map(each => each.name)
    .join(' ')

test('an added row stands where it was put, and numbers follow', () => {
  addRows(body, id, 'a1' as RowId, [emptyRow('indicator', { name: 'new' })])
  expect(names()).toBe('G a a1 new b c')
  expect([...numberRows(read()).values()]).toEqual(['I', '1', '2', '3', '4'])
})

test('a row added at the top comes first', () => {
  addRows(body, id, null, [emptyRow('group', { name: 'top' })])
  expect(names()).toBe('top G a a1 b c')
})

test('rows fit between two that colleagues gave the same key', () => {
  const rows = rowsOf(indicatorsOf(body).get(id) as never)
  rows.get('c')?.set('order', rows.get('b')?.get('order') ?? '')
  addRows(body, id, 'b' as RowId, [emptyRow('indicator', { name: 'new' })])
  expect(names()).toBe('G a a1 b new c')
})

test('an indicator takes its sub rows along, over what belongs together there', () => {
  moveRows(body, id, ['b' as RowId], -1)
  expect(names()).toBe('G b a a1 c')
  moveRows(body, id, ['b' as RowId], 1)
  expect(names()).toBe('G a a1 b c')
  moveRows(body, id, ['b' as RowId], -1)
  moveRows(body, id, ['a' as RowId], 1)
  expect(names()).toBe('G b c a a1')
})

test('nothing moves past either end', () => {
  expect(moveRows(body, id, ['g' as RowId], -1)).toBe(false)
  expect(moveRows(body, id, ['c' as RowId], 1)).toBe(false)
  expect(names()).toBe('G a a1 b c')
})

test('what is already so is not written again', () => {
  let updates = 0
  body.on('update', () => updates++)
  changeRows(body, id, new Map([['a' as RowId, { name: 'a', unit: '' }]]))
  expect(updates).toBe(0)
})

test('undo brings back removed rows in their places', () => {
  const undo = new UndoManager(undoScopeOf(body), { trackedOrigins: new Set([byHand]) })
  removeRows(body, id, ['a', 'a1'] as RowId[])
  expect(names()).toBe('G b c')
  undo.undo()
  expect(names()).toBe('G a a1 b c')
})
