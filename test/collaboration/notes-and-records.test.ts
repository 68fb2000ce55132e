// @vitest-environment jsdom
import { NodeSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { insertTable, removeRow, rowBelow, columnRight } from '../../renderer/editor/commands/tables'
import { addRows, changeRows, emptyRow } from '../../renderer/state/indicator-edits'
import { defaultColumns } from '../../shared/indicators/indicator-row'
import type { NoteId, RowId, TableId } from '../../shared/report/ids'
import { schema } from '../../shared/report/schema'
import { readReport } from '../../shared/sync/read-report'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import {
  bothOrders,
  caretAt,
  meet,
  press,
  run,
  shape,
  twoWriters,
  typeInto,
  type Writer,
} from '../support/writers'

const n1 = 'n1' as NoteId
const t1 = 't1' as TableId
const row = { ...emptyRow('indicator', { name: 'Thu' }), id: 'r1' as RowId }

const start = () =>
  report({
    text: text(
      sheet(heading('roman', 'Kinh tế'), paragraph('Thu đạt 90% kế hoạch', noteRef('n1'), ' năm')),
      sheet(paragraph('Bảng'), schema.node('indicator_table', { id: 't1' }), paragraph('Sau bảng')),
    ),
    notes: { n1: note('Nguồn') },
    indicators: new Map([[t1, { id: t1, title: '', columns: defaultColumns, rows: [row] }]]),
  })

/** Ben writes into the note while Ana does something else. */
function benTypesNote(ben: Writer): void {
  const mount = document.body.appendChild(document.createElement('div'))
  ben.session.mountNote({ kind: 'note', id: n1 }, mount, 'Chú thích')
  ben.session.goTo({ kind: 'note', id: n1 })
  const view = ben.session.activeEditor()
  view?.dispatch(view.state.tr.insertText(' của Bình', view.state.doc.content.size - 1))
}

test.each(bothOrders)(
  'a note keeps what a colleague types while its paragraph is split (ids %i, %i)',
  (...ids) => {
    const { ana, ben } = twoWriters(start(), ids)
    caretAt(ana, 'Thu đạt', 4)
    press(ana, 'Enter')
    benTypesNote(ben)
    meet(ana, ben)
    expect(readReport(ana.body).notes.get(n1)?.textContent).toBe('Nguồn của Bình')
    expect(ana.session.notes()).toEqual([{ id: n1, number: 1 }])
    expect(ana.view.state.doc.toJSON()).toEqual(ben.view.state.doc.toJSON())
  },
)

test.each(bothOrders)(
  'a note keeps its words when a colleague deletes its mark meanwhile (ids %i, %i)',
  (...ids) => {
    const { ana, ben } = twoWriters(start(), ids)
    caretAt(ana, 'Thu đạt', -0)
    caretAt(ana, 'Thu đạt', 21)
    press(ana, 'Backspace')
    const from = ana.view.state.selection.from
    ana.view.dispatch(ana.view.state.tr.delete(from - 1, from))
    benTypesNote(ben)
    meet(ana, ben)
    expect(ana.session.notes()).toEqual([{ id: n1, number: null }])
    expect(ana.session.note(n1)?.textContent).toBe('Nguồn của Bình')
  },
)

test.each(bothOrders)(
  'rows keep what a colleague types while the table is pushed down (ids %i, %i)',
  (...ids) => {
    const { ana, ben } = twoWriters(start(), ids)
    caretAt(ana, 'Bảng', 2)
    press(ana, 'Enter')
    changeRows(ben.body, t1, new Map([[row.id, { target: '≥ 90' }]]))
    addRows(ben.body, t1, row.id, [emptyRow('sub', { name: 'Nội địa' })])
    meet(ana, ben)
    expect(
      ana.session
        .indicators()
        .get(t1)
        ?.rows.map(({ name, target }) => [name, target]),
    ).toEqual([
      ['Thu', '≥ 90'],
      ['Nội địa', ''],
    ])
  },
)

test.each(bothOrders)('a chosen table that a colleague deletes does no harm (ids %i, %i)', (...ids) => {
  const { ana, ben } = twoWriters(start(), ids)
  const choose = (who: Writer): void => {
    let pos = 0
    who.view.state.doc.descendants((node, at) => {
      if (node.type.name === 'indicator_table') pos = at
    })
    who.view.dispatch(who.view.state.tr.setSelection(NodeSelection.create(who.view.state.doc, pos)))
  }
  choose(ana)
  typeInto(ben, 'Kinh tế', ' số')
  meet(ana, ben)
  expect(ana.view.state.selection).toBeInstanceOf(NodeSelection)
  choose(ben)
  press(ben, 'Backspace')
  meet(ana, ben)
  expect(shape(ana)).toBe('roman: Kinh tế số / Thu đạt 90% kế hoạch năm | Bảng / Sau bảng')
  typeInto(ana, 'Sau bảng', '!')
  meet(ana, ben)
  expect(shape(ben)).toContain('Sau bảng!')
})

test.each(bothOrders)(
  'rows and columns that two people add to one general table do not grow it without end (ids %i, %i)',
  (...ids) => {
    const { ana, ben } = twoWriters(start(), ids)
    caretAt(ana, 'Sau bảng')
    run(ana, insertTable(2, 2))
    meet(ana, ben)
    const intoTable = (who: Writer): void => {
      let pos = 0
      who.view.state.doc.descendants((node, at) => {
        if (node.type.name === 'table') pos = at
      })
      who.view.dispatch(who.view.state.tr.setSelection(NodeSelection.create(who.view.state.doc, pos + 2)))
    }
    intoTable(ana)
    intoTable(ben)
    run(ana, rowBelow)
    run(ben, columnRight)
    for (let round = 0; round < 5; round++) meet(ana, ben)
    const cells = ana.view.dom.querySelectorAll('td, th').length
    expect(cells).toBeLessThanOrEqual(9)
    expect(ana.view.state.doc.toJSON()).toEqual(ben.view.state.doc.toJSON())
    run(ana, removeRow)
    meet(ana, ben)
    expect(readReport(ben.body).text.toJSON()).toEqual(ana.view.state.doc.toJSON())
  },
)

test.each(bothOrders)('a chosen note mark that a colleague deletes does no harm (ids %i, %i)', (...ids) => {
  const { ana, ben } = twoWriters(start(), ids)
  const mark = (who: Writer): number => {
    let pos = 0
    who.view.state.doc.descendants((node, at) => {
      if (node.type.name === 'note_ref') pos = at
    })
    return pos
  }
  const { state } = ana.view
  ana.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, mark(ana))))
  ben.view.dispatch(ben.view.state.tr.delete(mark(ben), mark(ben) + 1))
  meet(ana, ben)
  expect(ana.view.state.doc.toJSON()).toEqual(ben.view.state.doc.toJSON())
  typeInto(ana, 'Kinh tế', '!')
  meet(ana, ben)
  expect(shape(ben)).toBe('roman: Kinh tế! / Thu đạt 90% kế hoạch năm | Bảng / indicator_table / Sau bảng')
})
