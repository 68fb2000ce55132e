// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { applyUpdate, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { setField } from '../../renderer/editor/records/fields'
import type { NoteId } from '../../shared/report/ids'
import { readReport } from '../../shared/sync/read-report'
import { note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import {
  bothOrders,
  caretAt,
  meet,
  positionOf,
  press,
  shape,
  twoWriters,
  type,
  typeInto,
  type Writer,
} from '../support/writers'

const start = () =>
  report({
    text: text(sheet(paragraph('Thu', noteRef('n')), paragraph('Chi'))),
    notes: { n: note('Nguồn') },
  })

const never = (): void => undefined
const two = (ids: readonly [number, number] = [1, 2]) => twoWriters(start(), ids, never)
const written = ({ body }: Writer): string => readReport(body).text.textContent

/** What one has written comes to the other unannounced, past the port that would have asked for waiting letters. */
const send = (from: Writer, to: Writer): void =>
  applyUpdate(to.body, encodeStateAsUpdate(from.body, encodeStateVector(to.body)), 'network')

test('a letter is on the screen before it is in the shared document', () => {
  const { ana } = two()
  typeInto(ana, 'Chi', 'ab')
  expect(shape(ana)).toBe('Thu / Chiab')
  expect(written(ana)).toBe('ThuChi')
  ana.session.settle()
  expect(written(ana)).toBe('ThuChiab')
})

test.each(bothOrders)('a change that nobody announced overwrites no waiting letter (%i, %i)', (...ids) => {
  const { ana, ben } = two(ids)
  typeInto(ben, 'Chi', 'B')
  press(ben, 'Enter')
  typeInto(ana, 'Chi', 'A')
  ben.session.settle()
  send(ben, ana)
  expect(shape(ana)).toMatch(/^Thu \/ Chi(AB|BA) \/ $/)
  meet(ana, ben)
  expect(shape(ben)).toBe(shape(ana))
})

test('undo takes waiting letters back, all of one run at once', () => {
  const { ana } = two()
  typeInto(ana, 'Chi', 'abc')
  ana.session.undo()
  expect(shape(ana)).toBe('Thu / Chi')
  ana.session.redo()
  expect(shape(ana)).toBe('Thu / Chiabc')
})

test('undo of a run of letters leads back to where its first was typed', () => {
  const { ana } = two()
  caretAt(ana, 'Chi', 0)
  const { from } = ana.view.state.selection
  type(ana, 'abc')
  ana.session.undo()
  expect(ana.view.state.selection.from).toBe(from)
})

test('letters that wait are written before a plugin completes a later edit', () => {
  const twice = paragraph('Chi')
  const { ana } = twoWriters(
    report({ text: text(sheet(paragraph('Thu')), sheet(twice, twice)) }),
    [1, 2],
    never,
  )
  ana.view.dispatch(ana.view.state.tr.insertText('X', 2))
  expect(written(ana)).toBe('ThuChiChi')
  ana.view.dispatch(ana.view.state.tr.insertText('Y', positionOf(ana, 'Chi') + 1))
  expect(shape(ana)).toBe('XThu | YChi / Chi')
  expect(written(ana)).toBe('XThuYChiChi')
})

test('Enter after waiting letters is a step of undo of its own', () => {
  const { ana } = two()
  typeInto(ana, 'Chi', 'ab')
  press(ana, 'Enter')
  expect(shape(ana)).toBe('Thu / Chiab / ')
  expect(written(ana)).toBe('ThuChiab')
  ana.session.undo()
  expect(shape(ana)).toBe('Thu / Chiab')
})

test('a record changed after waiting letters is a step of undo of its own', () => {
  const { ana } = two()
  typeInto(ana, 'Chi', 'ab')
  ana.session.history.oneStep(() => setField(ana.body, 'title', 'Báo cáo'))
  ana.session.undo()
  expect(shape(ana)).toBe('Thu / Chiab')
  expect(readReport(ana.body).fields.title).toBe('')
})

test('letters in a note wait as those in the text do, and keep their order of undo', () => {
  const { ana } = two()
  typeInto(ana, 'Chi', 'ab')
  const place = { kind: 'note', id: 'n' as NoteId } as const
  ana.session.mountNote(place, document.body.appendChild(document.createElement('div')), 'Chú thích')
  ana.session.goTo(place)
  const editor = ana.session.activeEditor()
  editor?.dispatch(editor.state.tr.insertText('X', 1))
  ana.session.settle()
  const words = () => readReport(ana.body).notes.get(place.id)?.textContent
  expect(words()).toBe('XNguồn')
  ana.session.undo()
  expect(words()).toBe('Nguồn')
  expect(written(ana)).toBe('ThuChiab')
})

test('closing writes what waits', () => {
  const { ana } = two()
  typeInto(ana, 'Chi', 'ab')
  ana.session.close()
  expect(written(ana)).toBe('ThuChiab')
})
