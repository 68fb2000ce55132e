import { expect, test } from 'vitest'
import { likeness } from '../../../shared/returned/guess-sent'
import type { ReturnedEdit } from '../../../shared/returned/returned-edit'
import { returnedEdits } from '../../../shared/returned/returned-edits'
import { toRecords } from '../../../shared/returned/to-records'
import type { WordComment, WordMarks } from '../../../shared/returned/word-marks'
import type { Report } from '../../../shared/report/report'
import { anchorIndex } from '../../../shared/review/anchor-index'
import { reviewOf } from '../../../shared/review/review-of'
import { ReviewRecord } from '../../../shared/review/record'
import { row, table, tableBlock } from '../../support/build-indicators'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'

const made = (income: string, life: string, options: { result?: string; noted?: string } = {}): Report =>
  report({
    text: text(
      sheet(
        heading('roman', 'Kinh tế', 'h1'),
        paragraph(`Thu ngân sách trên địa bàn đạt ${income} tỷ đồng trong năm qua`, noteRef('n1'), '.'),
        heading('roman', 'Xã hội', 'h2'),
        paragraph(`Đời sống của nhân dân toàn thành phố ${life} qua từng năm.`),
        tableBlock('t1'),
      ),
    ),
    notes: { n1: note(options.noted ?? 'Theo báo cáo của Chi cục Thuế thành phố.') },
    indicators: table('t1', [
      row({
        id: 'r1',
        name: 'Thu ngân sách nhà nước',
        target: '5',
        result: options.result ?? '6,5',
      }),
    ]),
  })

const noMarks: WordMarks = { revisions: [], comments: [] }
const comment = (changes: Partial<WordComment>): WordComment => ({
  ...{
    author: 'Lan',
    at: '2026-03-12T08:00:00Z',
    text: 'Xem lại',
    place: 'đoạn 1',
    about: '',
    before: '',
    after: '',
  },
  ...{ resolved: false, replies: [] },
  ...changes,
})

const sent = made('1.200', 'được cải thiện')
const edits = (back: Report, today = sent, marks = noMarks): readonly ReturnedEdit[] =>
  returnedEdits(sent, back, marks, anchorIndex(today)).edits

test('a figure that was changed is classed as one, whether in text or cell', () => {
  const found = edits(made('1.350', 'được cải thiện', { result: '7,1' }))
  expect(found).toMatchObject([
    { change: { was: '1.200', now: '1.350' }, class: 'figure', both: false, section: 'h1' },
    { change: { kind: 'cell', was: '6,5', now: '7,1' }, class: 'figure', section: 'h2' },
  ])
})

test('what both changed is offered against the words of today, and marked', () => {
  const today = made('1.300', 'được cải thiện', {
    result: '6,9',
    noted: 'Theo báo cáo của Kho bạc thành phố.',
  })
  const back = made('1.350', 'được cải thiện', { result: '7,1', noted: 'Theo báo cáo của Cục Thuế tỉnh.' })
  const found = edits(back, sameIds(today))
  expect(found.filter(edit => edit.kind === 'proposal' && edit.both)).toHaveLength(found.length)
  expect(
    found.flatMap(edit => (edit.kind === 'proposal' && 'was' in edit.change ? [edit.change.was] : [])),
  ).toEqual(expect.arrayContaining(['1.300', '6,9']))
})

test('edits of a note and a row that are gone today are listed with their words', () => {
  const back = made('1.200', 'được cải thiện', { result: '7,1', noted: 'Theo báo cáo của Cục Thuế tỉnh.' })
  const today = report({ text: text(sheet(paragraph('Hết.'))) })
  const listed = edits(back, today).flatMap(edit =>
    edit.kind === 'listed' ? [`${edit.what} ${edit.after}`] : [],
  )
  expect(listed).toEqual(
    expect.arrayContaining(['note-gone Theo báo cáo của Cục Thuế tỉnh.', 'row-gone 7,1']),
  )
})

test('what today has already is only counted', () => {
  const back = made('1.350', 'được nâng cao')
  const today = sameIds(made('1.350', 'được cải thiện'))
  const { edits: found, already } = returnedEdits(sent, back, noMarks, anchorIndex(today))
  expect(found).toMatchObject([{ change: { was: 'cải thiện', now: 'nâng cao' } }])
  expect(already).toBe(1)
})

test('tracked changes name who made an edit', () => {
  const revision = {
    kind: 'inserted',
    author: 'Lan',
    at: '2026-03-12T08:00:00Z',
    place: '',
    within: '',
  } as const
  const marks = { revisions: [{ ...revision, text: '1.350' }], comments: [] }
  expect(edits(made('1.350', 'được nâng cao'), sent, marks)).toMatchObject([
    { after: '1.350', tracked: [{ author: 'Lan' }] },
    { after: 'nâng cao', tracked: [] },
  ])
})

test('a comment stands at its words, in a cell too, or under the report where they are nowhere', () => {
  const comments = [
    comment({ about: 'nhân dân', before: 'Đời sống của ', after: ' toàn thành phố được' }),
    comment({ about: '6,5', before: 'Thu ngân sách nhà nước5' }),
    comment({ about: 'không ở đâu cả' }),
  ]
  const found = edits(sent, sent, { revisions: [], comments })
  expect(found.map(({ anchor }) => [anchor.target.kind, anchor.section])).toEqual([
    ['section', 'report'],
    ['words', 'h2'],
    ['cell', 'h2'],
  ])
})

test('a comment becomes an annotation with its answers, settled where it was settled, and says whose it was', () => {
  const replies = [{ author: 'Minh', at: '', text: 'Đã sửa' }]
  const found = edits(sent, sent, {
    revisions: [],
    comments: [comment({ about: 'nhân dân', before: 'Đời sống của ', resolved: true, replies })],
  })
  let ids = 0
  const records = toRecords(found, {
    ...{ author: 'm1', now: Date.parse('2026-11-24T08:00:00Z'), newId: () => `record-of-test-${++ids}` },
    ...{ sender: { name: 'Văn phòng', unit: 'Sở Y tế', file: 'gop-y.docx' }, inWords: () => '' },
  })
  for (const record of records) expect(ReviewRecord.parse(record)).toEqual(record)
  const known = records.map(record => ({ record, audience: 'all' as const, sent: true }))
  expect(reviewOf(known, { self: null, founder: null }).annotations).toMatchObject([
    {
      text: 'Xem lại',
      resolved: { by: 'm1' },
      from: { name: 'Lan', unit: 'Sở Y tế', file: 'gop-y.docx', at: '2026-03-12T08:00:00Z' },
      replies: [{ text: 'Đã sửa', from: { name: 'Minh' } }],
    },
  ])
})

test('a record that claims more of a file than there is room for is none', () => {
  const from = { name: 'x'.repeat(201), unit: '', file: '', at: '' }
  const [found] = edits(made('1.350', 'được cải thiện'))
  const base = { id: 'record-of-test', author: 'm1', at: '2026-11-24T08:00:00.000Z', kind: 'proposal.added' }
  const record = {
    ...base,
    anchor: found?.anchor,
    change: { kind: 'words', was: 'a', now: 'b' },
    reason: '',
    counters: null,
    group: null,
  }
  expect(ReviewRecord.safeParse(record).success).toBe(true)
  expect(ReviewRecord.safeParse({ ...record, from }).success).toBe(false)
  expect(ReviewRecord.safeParse({ ...record, from: { ...from, name: '', more: 1 } }).success).toBe(false)
})

test('the draft that a file was made from is the one most like it', () => {
  const back = made('1.200', 'được nâng cao')
  const other = made('9.999', 'đã khác hẳn')
  expect(likeness(sent, sent)).toBe(1)
  expect(likeness(back, sent)).toBeGreaterThan(likeness(back, other))
})

/** Another day of the same report: blocks bear the ids of what was sent. */
function sameIds(now: Report): Report {
  const ids: string[] = []
  sent.text.descendants(
    node => (
      node.isBlock && node.type.name !== 'sheet' && ids.push(node.attrs['id'] as string),
      !node.isTextblock
    ),
  )
  let at = 0
  const blocks =
    now.text.firstChild?.children.map(block =>
      block.type.create({ ...block.attrs, id: ids[at++] }, block.content),
    ) ?? []
  return { ...now, text: text(sheet(...blocks)) }
}
