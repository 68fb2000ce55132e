// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { insertNote } from '../../renderer/editor/commands/insert-note'
import { compareReports } from '../../shared/compare/compare-contents'
import type { NoteId } from '../../shared/report/ids'
import { blockIdOf, blocksOf, isHeading } from '../../shared/report/nodes'
import type { Report } from '../../shared/report/report'
import { toReportJson } from '../../shared/report/report-json'
import { readReport } from '../../shared/sync/read-report'
import type { RestoreWhat } from '../../shared/versions/restore/restore-what'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from '../support/build-report'
import { lettersIn, watchLetters } from '../support/letters'
import { randomFrom } from '../support/random'
import { editSomewhere } from '../support/random-edit'
import { deskOfWriter, meetAtDesks } from '../support/writer-desk'
import { atEnd, bothOrders, caretAt, press, run, twoWriters, type, type Writer } from '../support/writers'

const start = () =>
  report({
    text: text(
      sheet(
        heading('letter', 'Kinh tế'),
        paragraph('Thu ngân sách đạt khá', noteRef('n1'), ' so với đầu nhiệm kỳ'),
        paragraph('Công nghiệp tăng đều qua các năm'),
      ),
      sheet(
        heading('roman', 'Công nghiệp'),
        item('number', 'Sản xuất thép'),
        item('bullet', 'Sản xuất xi măng'),
      ),
      sheet(heading('letter', 'Xã hội'), paragraph('Trường học khang trang'), paragraph('Bệnh viện đổi mới')),
      sheet(heading('letter', 'Chỉ tiêu'), paragraph('Số liệu đến cuối năm')),
    ),
    notes: { n1: note('Theo báo cáo của ngành thuế') },
  })

function anyPart({ body }: Writer, random: () => number): RestoreWhat {
  const sections = blocksOf(readReport(body).text).filter(isHeading).map(blockIdOf)
  const section = sections[Math.floor(random() * sections.length)]
  return random() < 0.4 || section === undefined ? { kind: 'report' } : { kind: 'section', section }
}

/** What differs, in short. */
const told = (was: Report, now: Report): string[] =>
  compareReports(was, now).differences.map(
    ({ key, parts }) => `${key}: ${parts.map(({ kind, text }) => `${kind} ${text}`).join('|')}`,
  )

const seeds = Array.from({ length: process.env['RUNS'] ? 40 : 3 }, (_, index) => index + 1)

describe.each(bothOrders)('clients %i and %i', (...ids) => {
  test.each(seeds)('what one brings back and others write apart loses no letter (seed %i)', seed => {
    const random = randomFrom(seed * 15485863)
    const { ana, ben } = twoWriters(start(), ids)
    const desks = [ana, ben].map(deskOfWriter)
    for (let round = 0; round < 6; round++) {
      const version = readReport(ana.body)
      const edit = (who: Writer, times: number): void => {
        for (let count = 0; count < times; count++) editSomewhere(who, random)
      }
      edit(ana, 3)
      edit(ben, 3)
      meetAtDesks(desks)
      const apart = watchLetters(ana, ben)
      edit(ben, 3)
      ana.session.restore(version, anyPart(ana, random))
      const settle = apart.meeting()
      meetAtDesks(desks)
      const { missing, excused } = settle()
      const kept = new Set(desks.flatMap(({ tray }) => tray.entries.flatMap(({ mine }) => lettersIn(mine))))
      expect([...missing, ...excused].filter(letter => !kept.has(letter))).toEqual([])
      expect(toReportJson(readReport(ana.body))).toEqual(toReportJson(readReport(ben.body)))
    }
  })

  test.each(seeds)(
    'the whole report brought back says what the version says, and undo takes it back (seed %i)',
    seed => {
      const random = randomFrom(seed * 49979687)
      const { ana } = twoWriters(start(), ids)
      for (let round = 0; round < 6; round++) {
        const version = readReport(ana.body)
        for (let count = 0; count < 6; count++) editSomewhere(ana, random)
        ana.session.history.separate()
        const edited = readReport(ana.body)
        if (ana.session.restore(version, { kind: 'report' }) !== 'done') continue
        expect(told(readReport(ana.body), version)).toEqual([])
        ana.session.undo()
        expect(told(readReport(ana.body), edited)).toEqual([])
      }
    },
  )

  test('what others type apart into a note and a paragraph that go is in a tray', () => {
    const { ana, ben } = twoWriters(start(), ids)
    const desks = [ana, ben].map(deskOfWriter)
    const version = readReport(ana.body)
    caretAt(ana, 'Trường học', atEnd)
    run(ana, insertNote(ana.session))
    const [id] = [...readReport(ana.body).notes.keys()].filter(note => !version.notes.has(note))
    caretAt(ana, 'Bệnh viện', atEnd)
    press(ana, 'Enter')
    type(ana, 'Đoạn mới thêm')
    meetAtDesks(desks)
    caretAt(ben, 'Đoạn mới', atEnd)
    type(ben, ' và viết tiếp')
    const place = { kind: 'note', id: id as NoteId } as const
    const leave = ben.session.mountNote(place, document.body.appendChild(document.createElement('div')), '')
    const body = ben.session.editors().find(each => each.place.kind === 'note')?.view
    body?.dispatch(body.state.tr.insertText('Nguồn: ngành giáo dục', 1))
    ben.session.settle()
    expect(ana.session.restore(version, { kind: 'report' })).toBe('done')
    meetAtDesks(desks)
    const kept = desks.flatMap(({ tray }) => tray.entries.map(({ mine }) => mine)).join('\n')
    expect(kept).toContain('và viết tiếp')
    expect(kept).toContain('Nguồn: ngành giáo dục')
    leave()
  })
})
