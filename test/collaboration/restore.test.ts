// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { insertNote } from '../../renderer/editor/commands/insert-note'
import { moveSection } from '../../renderer/editor/commands/move-section'
import { changeRows } from '../../renderer/state/indicator-edits'
import { compareReports } from '../../shared/compare/compare-contents'
import type { BlockId, NoteId, RowId, TableId } from '../../shared/report/ids'
import { blocksOf } from '../../shared/report/nodes'
import { schema } from '../../shared/report/schema'
import { readReport } from '../../shared/sync/read-report'
import { indicatorsOf, notesOf } from '../../shared/sync/report-doc'
import type { RestoreWhat } from '../../shared/versions/restore/restore-what'
import { row, table, tableBlock } from '../support/build-indicators'
import { heading, note, noteRef, report, sheet, text, type Inline } from '../support/build-report'
import {
  atEnd,
  bothOrders,
  caretAt,
  meet,
  press,
  run,
  select,
  twoWriters,
  type,
  typeInto,
  type Writer,
} from '../support/writers'

const p = (id: string, ...content: Inline[]) =>
  schema.node(
    'paragraph',
    { id },
    content.map(each => (typeof each === 'string' ? schema.text(each) : each)),
  )

const fixture = () =>
  report({
    text: text(
      sheet(
        heading('letter', 'Kinh tế', 'hA'),
        p('a1', 'Thu ngân sách đạt khá', noteRef('n1'), ' so với đầu nhiệm kỳ'),
        p('a2', 'Công nghiệp tăng đều qua các năm, dịch vụ mở rộng, nông nghiệp ổn định'),
      ),
      sheet(heading('letter', 'Xã hội', 'hB'), p('b1', 'Đời sống nhân dân được cải thiện'), tableBlock('t1')),
      sheet(heading('letter', 'Xây dựng Đảng', 'hC'), p('c1', 'Tổ chức đảng được củng cố')),
    ),
    notes: { n1: note('Theo Cục Thuế') },
    indicators: table('t1', [
      row({ id: 'r1', name: 'Thu', result: '5' }),
      row({ id: 'r2', name: 'Chi', result: '7' }),
    ]),
  })

const whole: RestoreWhat = { kind: 'report' }
const section = (id: string): RestoreWhat => ({ kind: 'section', section: id as BlockId })

const words = ({ body }: Writer): string[] =>
  blocksOf(readReport(body).text).map(block => block.textContent || block.type.name)

/** Both have the same, and this is what. */
function agreed(ana: Writer, ben: Writer): string[] {
  meet(ana, ben)
  expect(words(ana)).toEqual(words(ben))
  expect(compareReports(readReport(ana.body), readReport(ben.body)).differences).toEqual([])
  return words(ana)
}

describe.each(bothOrders)('clients %i and %i', (...ids) => {
  test('the whole report comes back, and undo takes it back in one step', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const version = readReport(ana.body)
    typeInto(ana, 'Công nghiệp', ' và bền vững')
    run(ana, moveSection('hC' as BlockId, 'hA' as BlockId))
    caretAt(ana, 'Đời sống', 9)
    press(ana, 'Enter')
    changeRows(ana.body, 't1' as TableId, new Map([['r1' as RowId, { result: '6' }]]))
    run(ana, insertNote(ana.session))
    ana.session.history.separate()
    const edited = agreed(ana, ben)
    expect(ana.session.restore(version, whole)).toBe('done')
    expect(compareReports(readReport(ana.body), version).differences).toEqual([])
    agreed(ana, ben)
    ana.session.undo()
    expect(agreed(ana, ben)).toEqual(edited)
    ana.session.redo()
    expect(compareReports(readReport(ana.body), version).differences).toEqual([])
  })

  test('what colleagues type meanwhile into blocks that say the same in both stays', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const version = readReport(ana.body)
    typeInto(ana, 'Công nghiệp', ' và bền vững')
    agreed(ana, ben)
    typeInto(ben, 'Tổ chức', ', đổi mới')
    typeInto(ben, 'Đời sống', ' rõ rệt')
    notesOf(ben.body)
    ana.session.restore(version, whole)
    const now = agreed(ana, ben)
    expect(now).toContain('Tổ chức đảng được củng cố, đổi mới')
    expect(now).toContain('Đời sống nhân dân được cải thiện rõ rệt')
    expect(now).toContain('Công nghiệp tăng đều qua các năm, dịch vụ mở rộng, nông nghiệp ổn định')
  })

  test('what a colleague types between two places of one paragraph that come back stays', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const version = readReport(ana.body)
    typeInto(ana, 'Công nghiệp', ' lâu dài')
    caretAt(ana, 'Công nghiệp', 11)
    type(ana, ' nặng')
    agreed(ana, ben)
    caretAt(ben, 'Công nghiệp', 'Công nghiệp nặng tăng đều qua các năm, dịch vụ mở rộng'.length)
    type(ben, ' nhanh')
    ana.session.restore(version, whole)
    expect(agreed(ana, ben)).toContain(
      'Công nghiệp tăng đều qua các năm, dịch vụ mở rộng nhanh, nông nghiệp ổn định',
    )
  })

  test('one section comes back, and nothing else is written', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const version = readReport(ana.body)
    typeInto(ana, 'Công nghiệp', ' và bền vững')
    typeInto(ana, 'Tổ chức', ' thêm')
    select(ana, ['Thu ngân sách', 0], ['Thu ngân sách', 4])
    press(ana, 'Backspace')
    agreed(ana, ben)
    typeInto(ben, 'Tổ chức', ' nữa')
    expect(ana.session.restore(version, section('hA'))).toBe('done')
    expect(agreed(ana, ben)).toEqual([
      'Kinh tế',
      'Thu ngân sách đạt khá so với đầu nhiệm kỳ',
      'Công nghiệp tăng đều qua các năm, dịch vụ mở rộng, nông nghiệp ổn định',
      'Xã hội',
      'Đời sống nhân dân được cải thiện',
      'indicator_table',
      'Xây dựng Đảng',
      'Tổ chức đảng được củng cố thêm nữa',
    ])
  })

  test('a section that was deleted comes back with its note and its table, once for both who bring it back', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const version = readReport(ana.body)
    select(ana, ['Kinh tế', 0], ['Công nghiệp', atEnd])
    press(ana, 'Backspace')
    agreed(ana, ben)
    ana.session.restore(version, section('hA'))
    const now = agreed(ana, ben)
    expect(now).toContain('Thu ngân sách đạt khá so với đầu nhiệm kỳ')
    expect(now.indexOf('Kinh tế')).toBe(now.indexOf('Xã hội') - 3)
    expect(readReport(ben.body).notes.get('n1' as NoteId)?.textContent).toBe('Theo Cục Thuế')
    const again = planFor(ben, version)
    expect(again).toBe('same')
  })

  test('one note comes back while a colleague writes in another place', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const version = readReport(ana.body)
    const was = { ...version, notes: new Map(version.notes).set('n1' as NoteId, note('Theo Chi cục Thuế')) }
    typeInto(ben, 'Thu ngân sách', ' trước')
    expect(ana.session.restore(was, { kind: 'note', note: 'n1' as NoteId })).toBe('done')
    expect(agreed(ana, ben)).toContain('Thu ngân sách đạt khá so với đầu nhiệm kỳ trước')
    expect(readReport(ben.body).notes.get('n1' as NoteId)?.textContent).toBe('Theo Chi cục Thuế')
    ana.session.undo()
    agreed(ana, ben)
    expect(readReport(ben.body).notes.get('n1' as NoteId)?.textContent).toBe('Theo Cục Thuế')
  })

  test('a note that is open in its editor comes back there too, and can be written on at once', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const version = readReport(ana.body)
    const was = {
      ...version,
      notes: new Map(version.notes).set('n1' as NoteId, note('Theo Chi cục', 'Số tạm')),
    }
    const place = { kind: 'note', id: 'n1' as NoteId } as const
    const leave = ana.session.mountNote(place, document.body.appendChild(document.createElement('div')), '')
    const view = ana.session.editors().find(each => each.place.kind === 'note')?.view
    expect(ana.session.restore(was, { kind: 'note', note: 'n1' as NoteId })).toBe('done')
    expect(view?.state.doc.eq(note('Theo Chi cục', 'Số tạm'))).toBe(true)
    view?.dispatch(view.state.tr.insertText('!', view.state.doc.content.size - 1))
    agreed(ana, ben)
    expect(readReport(ben.body).notes.get('n1' as NoteId)?.textContent).toBe('Theo Chi cụcSố tạm!')
    leave()
  })

  test('one table comes back cell by cell: what a colleague fills in beside it stays', () => {
    const { ana, ben } = twoWriters(fixture(), ids)
    const version = readReport(ana.body)
    changeRows(ana.body, 't1' as TableId, new Map([['r1' as RowId, { result: '6' }]]))
    agreed(ana, ben)
    changeRows(ben.body, 't1' as TableId, new Map([['r2' as RowId, { remark: 'đạt' }]]))
    expect(ana.session.restore(version, { kind: 'table', table: 't1' as BlockId })).toBe('done')
    agreed(ana, ben)
    const rows = readReport(ana.body).indicators.get('t1' as TableId)?.rows
    expect(rows?.map(({ result, remark }) => [result, remark])).toEqual([
      ['5', ''],
      ['7', 'đạt'],
    ])
    expect(indicatorsOf(ana.body).size).toBe(1)
  })
})

const planFor = ({ session }: Writer, version: ReturnType<typeof readReport>): string =>
  session.restore(version, section('hA'))
