import { expect, test } from 'vitest'
import { restoreChoices } from '../../../../renderer/panels/versions/restore-choices'
import { rowsOf, shownIn } from '../../../../renderer/panels/versions/rows'
import type { NoteId } from '../../../../shared/report/ids'
import { schema } from '../../../../shared/report/schema'
import { row, table, tableBlock } from '../../../support/build-indicators'
import { heading, note, noteRef, report, sheet, text } from '../../../support/build-report'
import { fakeVersion } from '../../../support/fake-versions'

const paragraph = (id: string, words: string, ...rest: ReturnType<typeof noteRef>[]) =>
  schema.node('paragraph', { id }, [schema.text(words), ...rest])

const version = (result = '5') =>
  report({
    text: text(
      sheet(
        heading('letter', 'Kinh tế', 'A'),
        heading('roman', 'Ngân sách', 'A1'),
        paragraph('p1', 'Thu đạt khá', noteRef('n1')),
        heading('roman', 'Nông nghiệp', 'A2'),
        paragraph('p2', 'Được mùa'),
        heading('letter', 'Xã hội', 'B'),
        tableBlock('t1'),
      ),
    ),
    notes: { n1: note('Theo Cục Thuế') },
    indicators: table('t1', [row({ id: 'r1', name: 'Hộ nghèo', result })], 'CÁC CHỈ TIÊU'),
  })

test('drafts are listed the newest first, with the versions between them in one row', () => {
  const empty = version()
  const made = [1, null, null, 2, null].map(number => fakeVersion(empty, { number }).version)
  const rows = rowsOf(made)
  expect(
    rows.map(each => (each.kind === 'draft' ? each.version.number : `${each.versions.length} tự lưu`)),
  ).toEqual(['1 tự lưu', 2, '2 tự lưu', 1])
  expect(shownIn(rows, new Set()).map(({ number }) => number)).toEqual([2, 1])
  expect(shownIn(rows, new Set([made[2]?.id ?? ''])).map(({ id }) => id)).toEqual(
    [made[3], made[2], made[1], made[0]].map(each => each?.id),
  )
})

test('only what differs is offered to come back: a section, those around it, a note, a table', () => {
  const was = version()
  const today = version('6')
  const edited = {
    ...today,
    text: schema.nodeFromJSON(
      JSON.parse(JSON.stringify(today.text.toJSON()).replace('Được mùa', 'Mất mùa')) as object,
    ),
    notes: new Map(today.notes).set('n1' as NoteId, note('Theo Chi cục')),
  }
  const offered = restoreChoices(edited, was)
  expect(offered.section.map(({ value }) => value)).toEqual(['A', 'A1', 'A2', 'B'])
  expect(offered.note.map(({ label }) => label)).toEqual(['Chú thích 1: Theo Cục Thuế'])
  expect(offered.table.map(({ label }) => label)).toEqual(['CÁC CHỈ TIÊU'])
  expect(restoreChoices(was, was)).toEqual({ section: [], note: [], table: [] })
})
