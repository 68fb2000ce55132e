// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { groupEntries } from '../../../renderer/panels/tray/shown-entries'
import { withSentence } from '../../../renderer/panels/tray/keep-sentence'
import { wayBack } from '../../../renderer/panels/tray/put-back'
import { markSentences } from '../../../renderer/editor/plugins/unsettled-sentences'
import { rightsOf } from '../../../renderer/editor/rights/rights'
import type { BlockId } from '../../../shared/report/ids'
import { fieldsOf, indicatorsOf, notesOf, rowsOf } from '../../../shared/sync/report-doc'
import type { TrayEntry, TrayPlace } from '../../../shared/tray/entry'
import { row, table, tableBlock } from '../../support/build-indicators'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { shape, twoWriters, type Writer } from '../../support/writers'

const thu = paragraph('Thu ngân sách tăng. ', noteRef('n1'), 'Chi giảm.')
const idOf = (block: { attrs: Record<string, unknown> }) => block.attrs['id'] as string

const start = () =>
  report({
    text: text(
      sheet(heading('letter', 'Kinh tế', 'kt'), thu, item('bullet', 'Thép')),
      sheet(heading('roman', 'Nợ', 'no'), paragraph('Nợ công'), tableBlock('t1')),
    ),
    notes: { n1: note('Theo báo cáo') },
    indicators: table('t1', [row({ id: 'r1', name: 'Hộ nghèo', target: '3' })]),
  })

let ana: Writer
beforeEach(() => {
  ana = twoWriters(start(), [1, 2]).ana
})

const entry = (place: TrayPlace, mine: string, more: Partial<TrayEntry> = {}): TrayEntry => ({
  id: 'e',
  kind: 'deleted',
  at: '2026-11-24T08:00:00.000Z',
  author: null,
  section: { id: 'kt', title: 'Kinh tế' },
  place,
  mine,
  reason: null,
  letters: [],
  ...more,
})
const block = (id: string): TrayPlace => ({ kind: 'block', id })

test('words go back into their block, with their marks, and undo takes them out again', () => {
  const before = shape(ana)
  const content = [
    { type: 'text', text: 'Thu ngân sách tăng mạnh. ' },
    { type: 'note_ref', attrs: { id: 'n1' } },
    { type: 'text', text: 'Chi giảm.', marks: [{ type: 'strong' }] },
  ]
  expect(wayBack(ana.session, entry(block(idOf(thu)), '…', { content })).go()).toBe(true)
  expect(shape(ana)).toContain('Thu ngân sách tăng mạnh. Chi giảm.')
  expect(JSON.stringify(ana.view.state.doc)).toContain('"note_ref"')
  expect(JSON.stringify(ana.view.state.doc)).toContain('"strong"')
  ana.session.undo()
  expect(shape(ana)).toBe(before)
})

test('words of a block that is gone become a paragraph at the end of their section’s own blocks', () => {
  wayBack(ana.session, entry(block('gone'), 'Xi măng tăng 5%.')).go()
  expect(shape(ana)).toBe(
    'letter: Kinh tế / Thu ngân sách tăng. Chi giảm. / bullet) Thép / Xi măng tăng 5%. | roman: Nợ / Nợ công / indicator_table',
  )
})

test('words whose section is gone, too, go to the end of the report, and a note’s mark never stands twice', () => {
  const content = [
    { type: 'text', text: 'Câu cuối' },
    { type: 'note_ref', attrs: { id: 'n1' } },
  ]
  wayBack(ana.session, entry(block('gone'), 'Câu cuối', { section: null, content })).go()
  expect(shape(ana)).toMatch(/indicator_table \/ Câu cuối$/)
  expect(JSON.stringify(ana.view.state.doc).match(/note_ref/g)).toHaveLength(1)
})

test('words of notes, cells, rows that are gone, and fields go back where they belong, each one step of undo', () => {
  const places: [TrayPlace, string][] = [
    [{ kind: 'note', id: 'n1' }, 'Theo báo cáo quý IV'],
    [{ kind: 'cell', table: 't1', row: 'r1', cell: 'target' }, '2,5'],
    [{ kind: 'cell', table: 't1', row: 'gone', cell: 'name' }, 'Hộ cận nghèo'],
    [{ kind: 'field', id: 'title' }, 'Báo cáo chính trị'],
  ]
  for (const [place, mine] of places) expect(wayBack(ana.session, entry(place, mine)).go()).toBe(true)
  const said = () => ({
    note: notesOf(ana.body).get('n1')?.toJSON(),
    rows: [...rowsOf(indicatorsOf(ana.body).get('t1')!).values()].map(cells => [
      cells.get('name'),
      cells.get('target'),
    ]),
    title: fieldsOf(ana.body).get('title'),
  })
  expect(said()).toEqual({
    note: expect.stringContaining('Theo báo cáo quý IV') as string,
    rows: expect.arrayContaining([
      ['Hộ nghèo', '2,5'],
      ['Hộ cận nghèo', undefined],
    ]) as unknown[],
    title: 'Báo cáo chính trị',
  })
  for (const _place of places) ana.session.undo()
  expect(said()).toEqual({
    note: expect.not.stringContaining('quý IV') as string,
    rows: [['Hộ nghèo', '3']],
    title: '',
  })
})

test('nothing is offered, or done, where the person may not write', () => {
  rightsOf(ana.body).change({ member: null, locks: { sections: new Set(['kt' as BlockId]) } })
  const before = shape(ana)
  const locked = wayBack(ana.session, entry(block(idOf(thu)), 'Khác'))
  expect(locked.isOpen).toBe(false)
  expect(locked.go()).toBe(false)
  expect(shape(ana)).toBe(before)
  expect(
    wayBack(ana.session, entry(block('gone'), 'Khác', { section: { id: 'no', title: '' } })).isOpen,
  ).toBe(false)
})

test('a sentence that two changed is given one of the wordings, and is marked until then', () => {
  const met = entry(block(idOf(thu)), 'Thu tăng.', {
    kind: 'same-sentence',
    theirs: 'Thu ngân sách tăng.',
    merged: 'Thu ngân sách tăng.',
  })
  ana.view.dispatch(
    markSentences(ana.view.state, [{ block: idOf(thu) as BlockId, words: 'Thu ngân sách tăng.' }]),
  )
  expect(ana.view.dom.querySelector('.unsettled')?.textContent).toBe('Thu ngân sách tăng.')
  ana.view.dispatch(withSentence(ana.view.state, met, 'Thu tăng.')!)
  expect(shape(ana)).toContain('Thu tăng. Chi giảm.')
  expect(ana.view.dom.querySelector('.unsettled')).toBeNull()
})

test('entries are shown by section in the order of the report; what stands in its place again is left out', () => {
  const groups = groupEntries(ana.session, [
    entry(block('gone'), 'a', { section: { id: 'no', title: 'Nợ' } }),
    entry({ kind: 'field', id: 'title' }, 'b', { section: null }),
    entry(block('gone'), 'c'),
    entry(block('gone'), 'd', { section: { id: 'x', title: 'Mục cũ' } }),
    entry({ kind: 'cell', table: 't1', row: 'r1', cell: 'target' }, '3'),
  ])
  expect(groups.map(({ title, entries }) => [title, entries.map(shown => shown.entry.mine).join()])).toEqual([
    [expect.stringContaining('Kinh tế') as string, 'c'],
    [expect.stringContaining('Nợ') as string, 'a'],
    ['Phần đầu và cuối báo cáo', 'b'],
    ['Mục cũ', 'd'],
  ])
})
