// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest'
import { setLevel } from '../../renderer/editor/commands/set-level'
import { setField } from '../../renderer/editor/records/fields'
import { addIndicatorTable, newIndicatorTable } from '../../renderer/editor/records/indicators'
import { rightsOf, type Refusal } from '../../renderer/editor/rights/rights'
import { changeRows, emptyRow } from '../../renderer/state/indicator-edits'
import type { BlockId } from '../../shared/report/ids'
import { schema } from '../../shared/report/schema'
import { indicatorsOf, notesOf } from '../../shared/sync/report-doc'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import {
  atEnd,
  bothOrders,
  caretAt,
  meet,
  press,
  run,
  select,
  shape,
  twoWriters,
  typeInto,
  type Writer,
} from '../support/writers'

let writers: readonly Writer[] = []
afterEach(() => writers.forEach(({ session }) => session.close()))

function given(ids: readonly [number, number]) {
  const content = text(
    sheet(heading('letter', 'Mở', 'A'), paragraph('Đầu')),
    sheet(
      heading('letter', 'Giữa', 'L'),
      paragraph('Lõi'),
      paragraph(noteRef('n')),
      schema.node('indicator_table', { id: 't' }),
    ),
    sheet(heading('letter', 'Cuối', 'Z'), paragraph('Đuôi')),
  )
  const { ana, ben } = twoWriters(report({ text: content, notes: { n: note('Nguồn') } }), ids)
  addIndicatorTable(ben.body, {
    ...newIndicatorTable('t' as never),
    rows: [{ ...emptyRow('indicator'), id: 'r' as never }],
  })
  meet(ana, ben)
  const rights = rightsOf(ana.body)
  const told: Refusal[] = []
  rights.onRefusal(refusal => told.push(refusal))
  const lock = (...sections: string[]) =>
    rights.change({
      member: { id: 'a', role: 'secretary', grants: new Map() },
      locks: { sections: new Set(sections as BlockId[]) },
    })
  lock()
  writers = [ana, ben]
  return { ana, ben, lock, told }
}

const skipped = (steps: number) => ({ code: 'locked', section: 'L', steps })

describe.each(bothOrders)('with client ids %i and %i', (...ids) => {
  test('a step in a section that was locked meanwhile is passed over, and the one before it undone', () => {
    const { ana, ben, lock, told } = given(ids)
    typeInto(ana, 'Đầu', ' một')
    ana.session.history.separate()
    typeInto(ana, 'Lõi', ' hai')
    ana.session.history.separate()
    typeInto(ben, 'Lõi', '!')
    ben.session.history.separate()
    meet(ana, ben)
    lock('L')
    const before = shape(ana)
    ana.session.undo()
    expect(shape(ana)).toBe(before.replace('Đầu một', 'Đầu'))
    expect(told).toEqual([skipped(1)])
    ana.session.undo()
    expect(shape(ana)).toBe(before.replace('Đầu một', 'Đầu'))
    expect(told).toEqual([skipped(1), skipped(1)])
    meet(ana, ben)
    expect(shape(ben)).toBe(shape(ana))
    lock()
    ana.session.undo()
    expect(shape(ana)).not.toContain('hai')
    expect(shape(ana)).toContain('!')
  })

  test('what was undone before the lock is not done again under it', () => {
    const { ana, ben, lock, told } = given(ids)
    typeInto(ana, 'Lõi', ' hai')
    ana.session.history.separate()
    ana.session.undo()
    typeInto(ben, 'Lõi', '!')
    ben.session.history.separate()
    meet(ana, ben)
    lock('L')
    const before = shape(ana)
    ana.session.redo()
    expect(shape(ana)).toBe(before)
    expect(told).toEqual([skipped(1)])
    lock()
    ana.session.redo()
    expect(shape(ana)).toContain('hai')
  })

  test('a heading that was taken away does not come back to shorten a locked section', () => {
    const { ana, ben, lock, told } = given(ids)
    caretAt(ana, 'Cuối', 0)
    run(ana, setLevel(null))
    meet(ana, ben)
    lock('L')
    const before = shape(ana)
    ana.session.undo()
    expect(shape(ana)).toBe(before)
    expect(told).toEqual([skipped(1)])
  })

  test('a level does not go back so that a locked section would come under another heading', () => {
    const { ana, lock, told } = given(ids)
    caretAt(ana, 'Mở', 0)
    run(ana, setLevel('roman'))
    caretAt(ana, 'Giữa', 0)
    run(ana, setLevel('roman'))
    lock('L')
    const before = shape(ana)
    ana.session.undo()
    expect(shape(ana)).not.toBe(before.replace('roman: Giữa', 'letter: Giữa'))
    expect(told[0]).toMatchObject({ code: 'locked', section: 'L' })
  })

  test('deleting blocks beside it is undone, into the section where they were', () => {
    const { ana, ben, lock, told } = given(ids)
    const before = shape(ana)
    select(ana, ['Cuối', 0], ['Đuôi', atEnd])
    ana.view.dispatch(ana.view.state.tr.deleteSelection())
    typeInto(ben, 'Lõi', '!')
    ben.session.history.separate()
    meet(ana, ben)
    lock('L', 'A')
    ana.session.undo()
    expect(told).toEqual([])
    expect(shape(ana)).toBe(before.replace('Lõi', 'Lõi!'))
  })

  test('notes and rows of a locked section stay as they are', () => {
    const { ana, ben, lock, told } = given(ids)
    const mount = document.body.appendChild(document.createElement('div'))
    ana.session.mountNote({ kind: 'note', id: 'n' as never }, mount, 'label')
    ana.session.goTo({ kind: 'note', id: 'n' as never })
    const view = ana.session.activeEditor()
    view?.dispatch(view.state.tr.insertText('x', 1))
    ana.session.history.separate()
    changeRows(ana.body, 't' as never, new Map([['r' as never, { name: 'Thu' }]]))
    ana.session.history.separate()
    setField(ana.body, 'place', 'Hà Nội')
    meet(ana, ben)
    lock('L')
    ana.session.undo()
    expect(told).toEqual([])
    ana.session.undo()
    expect(told).toEqual([skipped(2)])
    expect(notesOf(ana.body).get('n')?.toJSON()).toContain('xNguồn')
    expect(JSON.stringify(indicatorsOf(ana.body).toJSON())).toContain('Thu')
    lock()
    ana.session.undo()
    ana.session.undo()
    expect(notesOf(ana.body).get('n')?.toJSON()).not.toContain('xNguồn')
    expect(JSON.stringify(indicatorsOf(ana.body).toJSON())).not.toContain('Thu')
  })

  test('Enter and what was typed behind it are undone step by step around a lock', () => {
    const { ana, ben, lock, told } = given(ids)
    caretAt(ana, 'Đầu', atEnd)
    press(ana, 'Enter')
    ana.session.history.separate()
    typeInto(ana, 'Lõi', 'x')
    ana.session.history.separate()
    meet(ana, ben)
    lock('L')
    ana.session.undo()
    expect(told).toEqual([skipped(1)])
    expect(shape(ana)).toContain('letter: Mở / Đầu | ')
    ana.session.redo()
    expect(shape(ana)).toContain('letter: Mở / Đầu /  | ')
  })
})
