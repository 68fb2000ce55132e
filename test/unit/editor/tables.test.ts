// @vitest-environment jsdom
import { CellSelection } from 'prosemirror-tables'
import { expect, test } from 'vitest'
import {
  columnRight,
  insertTable,
  mergeCells,
  removeColumn,
  removeRow,
  rowBelow,
  splitCell,
  toggleHeaderRows,
} from '../../../renderer/editor/commands/tables'
import { headerRowsOf, isTable, widthsOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { paragraph, report, sheet, text } from '../../support/build-report'
import { caretAt, press, run, type, writer, type Writer } from '../../support/writers'

function open(): Writer {
  const who = writer(1, report({ text: text(sheet(paragraph('Trước'), paragraph('Sau'))) }))
  caretAt(who, 'Trước')
  run(who, insertTable(2, 2))
  return who
}
function table({ view }: Writer) {
  const found = view.state.doc.firstChild?.content.content.find(isTable)
  if (!found) throw new Error('No table')
  return found
}
const rows = (who: Writer): string[] =>
  table(who).content.content.map(row => row.content.content.map(cell => cell.textContent || '·').join(' '))

test('Tab walks through the cells and adds a row behind the last', () => {
  const who = open()
  for (const words of ['TT', 'Tên', '1', 'Thu', '2']) {
    type(who, words)
    press(who, 'Tab')
  }
  press(who, 'Shift-Tab')
  expect(rows(who)).toEqual(['TT Tên', '1 Thu', '2 ·'])
  expect(table(who).firstChild?.firstChild?.type).toBe(schema.nodes['table_header'])
})

test('every cell of a new row or column has a paragraph with an id of its own', () => {
  const who = open()
  run(who, rowBelow)
  run(who, columnRight)
  const ids: unknown[] = []
  table(who).descendants(node => {
    if (node.type.name === 'paragraph') ids.push(node.attrs['id'])
  })
  expect(ids).toHaveLength(9)
  expect(new Set(ids).size).toBe(9)
  expect(ids).not.toContain('')
})

test('rows repeated on every page follow rows that come and go among them', () => {
  const who = open()
  expect(headerRowsOf(table(who))).toBe(1)
  run(who, removeRow)
  expect(headerRowsOf(table(who))).toBe(0)
  run(who, toggleHeaderRows)
  expect(headerRowsOf(table(who))).toBe(1)
})

test('column widths are let go when columns come or go', () => {
  const who = open()
  who.view.dispatch(who.view.state.tr.setNodeAttribute(8, 'widths', '30,60'))
  expect(widthsOf(table(who))).toEqual([30, 60])
  run(who, removeColumn)
  expect(widthsOf(table(who))).toEqual([])
})

test('cells merge and split', () => {
  const who = open()
  const first = 8 + 2
  const second = first + (table(who).firstChild?.firstChild?.nodeSize ?? 0)
  who.view.dispatch(who.view.state.tr.setSelection(CellSelection.create(who.view.state.doc, first, second)))
  run(who, mergeCells)
  expect(table(who).firstChild?.childCount).toBe(1)
  run(who, splitCell)
  expect(table(who).firstChild?.childCount).toBe(2)
})
