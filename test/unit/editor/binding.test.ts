// @vitest-environment jsdom
import { NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { hasMisfits } from '../../../renderer/editor/sync/binding'
import { highlight } from '../../../renderer/editor/plugins/find-highlights'
import { schema } from '../../../shared/report/schema'
import { notesOf, textOf } from '../../../shared/sync/report-doc'
import { note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import {
  atEnd,
  bothOrders,
  caretAt,
  meet,
  positionOf,
  twoWriters,
  type,
  typeInto,
  writer,
} from '../../support/writers'
import type { Writer } from '../../support/writers'

// What y-prosemirror does only with the patch beside its binding (renderer/editor/sync/patches).

const two = (...blocks: Parameters<typeof sheet>) =>
  twoWriters(report({ text: text(sheet(...blocks)), notes: { n: note('Nguồn') } }), [1, 2])

/** The steps by which the view changes while `act` runs, as [from, to] in the text before. */
function replaced({ view }: Writer, act: () => void): number[][] {
  const ranges: number[][] = []
  const apply = view.state.applyTransaction.bind(view.state)
  view.state.applyTransaction = (tr: Transaction) => {
    tr.mapping.maps.forEach(map => map.forEach((from, to) => ranges.push([from, to])))
    return apply(tr)
  }
  act()
  return ranges
}

const found = ({ view }: Writer): string[] =>
  [...view.dom.querySelectorAll('.found')].map(each => each.textContent)

const selected = ({ view: { state } }: Writer): number[] => [state.selection.anchor, state.selection.head]

test("a colleague's letter replaces nothing but itself", () => {
  const { ana, ben } = two(paragraph('Thu ngân sách'), paragraph('Chi thường xuyên'))
  typeInto(ben, 'Chi', 'x')
  const end = positionOf(ana, 'Chi') + 1 + 'Chi thường xuyên'.length
  expect(replaced(ana, () => meet(ana, ben))).toEqual([[end, end]])
})

test('letters that come together replace nothing between them', () => {
  const { ana, ben } = two(paragraph('Thu ngân sách'), paragraph('Ở giữa'), paragraph('Chi thường xuyên'))
  typeInto(ben, 'Thu', 'x')
  typeInto(ben, 'Chi', 'y')
  const ends = ['Thu', 'Chi'].map(words => {
    const pos = positionOf(ana, words)
    return pos + 1 + (ana.view.state.doc.nodeAt(pos)?.content.size ?? 0)
  })
  const both = replaced(ana, () => meet(ana, ben))
  expect(both).toEqual(ends.reverse().map(end => [end, end]))
})

test('what is marked in the text stays marked when a colleague types beside it, and in it', () => {
  const { ana, ben } = two(paragraph('Thu ngân sách'), paragraph('Chi thường xuyên'))
  const places = ['Thu', 'Chi'].map(words => positionOf(ana, words) + 1)
  const marks = places.map(from => ({ from, to: from + 3, isCurrent: false }))
  ana.view.dispatch(highlight(ana.view.state, marks))
  typeInto(ben, 'Chi', ' nhiều')
  meet(ana, ben)
  expect(found(ana)).toEqual(['Thu', 'Chi'])
})

test('chosen cells and a chosen mark of a note stay chosen while a colleague types', () => {
  const cell = () => schema.node('table_cell', null, [paragraph('Ô')])
  const row = () => schema.node('table_row', null, [cell(), cell()])
  const table = schema.node('table', { id: 't' }, [row(), row()])
  const { ana, ben } = two(paragraph('Thu', noteRef('n')), table)
  const cells: number[] = []
  ana.view.state.doc.descendants((node, pos) => {
    if (node.type.name === 'table_cell') cells.push(pos)
  })
  const choice = CellSelection.create(ana.view.state.doc, cells[0] ?? 0, cells[3])
  ana.view.dispatch(ana.view.state.tr.setSelection(choice))
  typeInto(ben, 'Thu', 'x')
  meet(ana, ben)
  const { selection } = ana.view.state
  if (!(selection instanceof CellSelection)) throw new Error('The cells are no longer chosen')
  expect([selection.$anchorCell.pos, selection.$headCell.pos]).toEqual(
    [cells[0], cells[3]].map(pos => (pos ?? 0) + 1),
  )

  const mark = positionOf(ana, 'Thu') + 4
  ana.view.dispatch(ana.view.state.tr.setSelection(NodeSelection.create(ana.view.state.doc, mark)))
  typeInto(ben, 'Thu', 'y')
  meet(ana, ben)
  expect(ana.view.state.selection).toMatchObject({ node: { attrs: { id: 'n' } } })
})

test.each(bothOrders)(
  'a caret stays with its word while a colleague types the same letters (ids %i, %i)',
  (...ids) => {
    const { ana, ben } = twoWriters(report({ text: text(sheet(paragraph('aaaa'))) }), ids)
    caretAt(ana, 'aaaa', 2)
    wordsOf(ben.body, 0).insert(0, 'a')
    meet(ana, ben)
    type(ana, 'b')
    expect(ana.view.state.doc.textContent).toBe('aaabaa')
  },
)

test.each(bothOrders)('two people typing at one place keep their words whole (ids %i, %i)', (...ids) => {
  const { ana, ben } = twoWriters(report({ text: text(sheet(paragraph('Thu'))) }), ids)
  caretAt(ana, 'Thu', atEnd)
  caretAt(ben, 'Thu', atEnd)
  for (const index of [0, 1, 2, 3, 4]) {
    type(ana, 'nghìn'.charAt(index))
    type(ben, 'TRIỆU'.charAt(index))
    meet(ana, ben)
  }
  expect(['ThunghìnTRIỆU', 'ThuTRIỆUnghìn']).toContain(ana.view.state.doc.textContent)
})

test('a range that is selected neither grows nor shrinks when a colleague types at its edges', () => {
  const { ana, ben } = two(paragraph('một hai ba'))
  const from = positionOf(ana, 'một') + 1 + 4
  ana.view.dispatch(ana.view.state.tr.setSelection(TextSelection.create(ana.view.state.doc, from, from + 3)))
  caretAt(ben, 'một', 4)
  type(ben, 'x')
  caretAt(ben, 'một', 8)
  type(ben, 'y')
  meet(ana, ben)
  expect(ana.view.state.doc.textContent).toBe('một xhaiy ba')
  expect(ana.view.state.doc.textBetween(...(selected(ana) as [number, number]))).toBe('hai')
})

test('moving the caret asks nothing of the shared document', () => {
  const { ana } = two(paragraph('Thu'))
  let asked = 0
  ana.body.on('beforeTransaction', () => asked++)
  caretAt(ana, 'Thu', 2)
  expect(asked).toBe(0)
})

const wordsOf = (body: Writer['body'], block: number): XmlText =>
  ((textOf(body).get(0) as XmlElement).get(block) as XmlElement).get(0) as XmlText

/** A paragraph of a kind that no program here knows, and words with an unknown mark. */
function strange(body: Writer['body']): void {
  const first = textOf(body).get(0) as XmlElement
  const callout = new XmlElement('callout')
  callout.insert(0, [new XmlText('lạ')])
  first.insert(0, [callout])
  wordsOf(body, 1).format(0, 2, { glow: {} })
}

test('what does not fit the schema is kept, the rest is shown, and nothing can be typed meanwhile', () => {
  const { ana } = two(paragraph('Thu'), paragraph('Chi'))
  const stranger = new Doc()
  applyUpdate(stranger, encodeStateAsUpdate(ana.body))
  strange(stranger)
  applyUpdate(ana.body, encodeStateAsUpdate(stranger))
  expect(ana.view.state.doc.textContent).toBe('ThuChi')
  expect(hasMisfits(ana.view.state)).toBe(true)
  typeInto(ana, 'Chi', 'x')
  expect(ana.view.state.doc.textContent).toBe('ThuChi')
  expect(ana.view.editable).toBe(false)
  expect(textOf(ana.body).toJSON()).toBe(textOf(stranger).toJSON())
  expect(textOf(ana.body).toJSON()).toContain('callout')

  const first = textOf(stranger).get(0) as XmlElement
  first.delete(0, 1)
  first.delete(0, 1)
  applyUpdate(ana.body, encodeStateAsUpdate(stranger))
  expect(hasMisfits(ana.view.state)).toBe(false)
  typeInto(ana, 'Chi', 'x')
  expect(ana.view.state.doc.textContent).toBe('Chix')
})

test('a report that holds something unknown from the start opens without losing it', () => {
  const { ana, ben } = two(paragraph('Thu'))
  ben.session.close()
  strange(ben.body)
  ana.session.close()
  const opened = writer(3, encodeStateAsUpdate(ben.body))
  expect(opened.view.state.doc.textContent).toBe('Thu')
  expect(opened.view.editable).toBe(false)
  expect(textOf(opened.body).toJSON()).toBe(textOf(ben.body).toJSON())
})

test('a note with an unknown mark is shown without it and cannot be written in', () => {
  const { ana } = two(paragraph('Thu', noteRef('n')))
  const words = (notesOf(ana.body).get('n')?.get(0) as XmlElement).get(0) as XmlText
  words.format(0, 2, { glow: {} })
  const mount = document.body.appendChild(document.createElement('div'))
  ana.session.mountNote({ kind: 'note', id: 'n' as never }, mount, 'Chú thích')
  expect(mount.textContent).toBe('Nguồn')
  expect(mount.getAttribute('contenteditable')).toBe('false')
  expect(words.toDelta()).toHaveLength(2)
})
