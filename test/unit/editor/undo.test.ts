// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { insertNote } from '../../../renderer/editor/commands/insert-note'
import { insertIndicators, insertOptions } from '../../../renderer/editor/commands/insert-records'
import { chooseWording } from '../../../renderer/editor/records/options'
import { setField } from '../../../renderer/editor/records/fields'
import { changeRows } from '../../../renderer/state/indicator-edits'
import type { NoteId } from '../../../shared/report/ids'
import { emptyFields } from '../../../shared/report/fields'
import { readReport } from '../../../shared/sync/read-report'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import {
  caretAt,
  meet,
  press,
  run,
  shape,
  twoWriters,
  type,
  typeInto,
  writer,
  type Writer,
} from '../../support/writers'

const n1 = 'n1' as NoteId
const open = () =>
  writer(
    1,
    report({
      fields: { ...emptyFields, type: 'BÁO CÁO' },
      text: text(
        sheet(heading('roman', 'Kinh tế'), paragraph('Thu đạt', noteRef('n1'))),
        sheet(paragraph('Chi')),
      ),
      notes: { n1: note('Nguồn') },
    }),
  )

/** Types into a note as the pane's editor does. */
function typeNote(who: Writer, id: NoteId, words: string): () => void {
  const mount = document.body.appendChild(document.createElement('div'))
  const unmount = who.session.mountNote({ kind: 'note', id }, mount, 'Chú thích')
  who.session.goTo({ kind: 'note', id })
  const view = who.session.activeEditor()
  if (!view) throw new Error('The note did not mount')
  view.dispatch(view.state.tr.insertText(words, view.state.doc.content.size - 1))
  return unmount
}

test('one history covers text, notes, indicators, options and fields, last change first', () => {
  const who = open()
  const { body, history } = who.session
  typeInto(who, 'Chi', ' tiêu')
  typeNote(who, n1, ' số liệu')
  run(who, insertIndicators(who.session))
  const [tableId] = [...who.session.indicators().keys()]
  const row = tableId && who.session.indicators().get(tableId)?.rows[0]
  if (!tableId || !row) throw new Error('No table')
  who.session.enter({ kind: 'cell', tableId, rowId: row.id, cell: 'name' })
  changeRows(body, tableId, new Map([[row.id, { name: 'Thu ngân sách' }]]))
  history.separate()
  run(who, insertOptions(who.session, 'Phương án'))
  const [options] = [...who.session.options().values()]
  if (!options) throw new Error('No options')
  chooseWording(body, options.id, options.wordings[0]?.id ?? '')
  who.session.enter({ kind: 'field', name: 'type' })
  setField(body, 'type', 'TỜ TRÌNH')

  const seen = () => {
    const now = readReport(body)
    return [
      now.fields.type,
      [...now.options.values()][0]?.chosen ? 'chốt' : [...now.options.values()].length,
      [...now.indicators.values()][0]?.rows[0]?.name ?? 'không bảng',
      now.notes.get(n1)?.textContent,
      shape(who).includes('Chi tiêu'),
    ].join(', ')
  }
  const steps = [seen()]
  while (history.canUndo()) {
    history.undo()
    steps.push(seen())
  }
  expect(steps).toEqual([
    'TỜ TRÌNH, chốt, Thu ngân sách, Nguồn số liệu, true',
    'BÁO CÁO, chốt, Thu ngân sách, Nguồn số liệu, true',
    'BÁO CÁO, 1, Thu ngân sách, Nguồn số liệu, true',
    'BÁO CÁO, 0, Thu ngân sách, Nguồn số liệu, true',
    'BÁO CÁO, 0, , Nguồn số liệu, true',
    'BÁO CÁO, 0, không bảng, Nguồn số liệu, true',
    'BÁO CÁO, 0, không bảng, Nguồn, true',
    'BÁO CÁO, 0, không bảng, Nguồn, false',
  ])
  while (history.canRedo()) history.redo()
  expect(seen()).toBe(steps[0])
})

test('a note comes and goes with its mark in one step', () => {
  const who = open()
  caretAt(who, 'Chi', -0)
  let made: NoteId | undefined
  run(
    who,
    insertNote(who.session, id => (made = id)),
  )
  expect(who.session.notes().map(entry => entry.id)).toEqual([n1, made])
  press(who, 'Mod-z')
  expect(who.session.notes().map(entry => entry.id)).toEqual([n1])
  press(who, 'Mod-y')
  expect(who.session.notes().map(entry => entry.number)).toEqual([1, 2])
})

test('undo takes the caret back to where the change was made', () => {
  const who = open()
  typeInto(who, 'Chi', ' tiêu')
  caretAt(who, 'Kinh tế')
  press(who, 'Mod-z')
  expect(who.view.state.selection.$from.parent.textContent).toBe('Chi')
  expect(who.view.state.selection.$from.parentOffset).toBe(3)
})

test('undo in the text after a note was edited goes back to the note', () => {
  const who = open()
  typeNote(who, n1, ' số liệu')()
  caretAt(who, 'Chi')
  who.session.enter({ kind: 'text' })
  press(who, 'Mod-z')
  expect(who.session.note(n1)?.textContent).toBe('Nguồn')
  expect(who.session.wanted()).toEqual({ kind: 'note', id: n1 })
})

test('typing at one place is one step, another place or a new block is another', () => {
  const who = open()
  typeInto(who, 'Chi', ' tiêu công')
  press(who, 'Enter')
  type(who, 'Mới')
  press(who, 'Mod-z')
  expect(shape(who)).toContain('Chi tiêu công / ')
  press(who, 'Mod-z')
  expect(shape(who)).toMatch(/Chi tiêu công$/)
  press(who, 'Mod-z')
  expect(shape(who)).toMatch(/Chi$/)
})

test('undoing what was typed never takes the words beside it, even if they were brought back before', () => {
  const who = open()
  caretAt(who, 'Kinh tế')
  type(who, 'Về ')
  press(who, 'Enter')
  press(who, 'Mod-z')
  caretAt(who, 'Về ')
  press(who, 'Backspace')
  press(who, 'Mod-z')
  press(who, 'Mod-z')
  expect(shape(who)).toContain('roman: Kinh tế')
  press(who, 'Mod-y')
  expect(shape(who)).toContain('roman: Về Kinh tế')
})

test.each([
  [1, 2],
  [2, 1],
])(
  'undo never takes away what a colleague typed into a new paragraph or note (ids %i, %i)',
  (first, second) => {
    const start = readReport(open().body)
    const { ana, ben } = twoWriters(start, [first, second])
    caretAt(ana, 'Chi', -0)
    press(ana, 'Enter')
    let made: NoteId | undefined
    run(
      ana,
      insertNote(ana.session, id => (made = id)),
    )
    meet(ana, ben)
    ben.view.dispatch(ben.view.state.tr.insertText('của Bình', positionAfterMark(ben)))
    if (made) typeNote(ben, made, 'lời của Bình')
    meet(ana, ben)
    while (ana.session.history.canUndo()) ana.session.undo()
    meet(ana, ben)
    expect(shape(ana)).toContain('của Bình')
    expect(made && readReport(ben.body).notes.get(made)?.textContent).toBe('lời của Bình')
    expect(shape(ben)).toBe(shape(ana))
  },
)

function positionAfterMark({ view }: Writer): number {
  let found = 0
  view.state.doc.descendants((node, pos) => {
    if (node.type.name === 'note_ref') found = pos + 1
  })
  return found
}
