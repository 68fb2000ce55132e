import { describe, expect, test } from 'vitest'
import type { BlockId } from '../../../shared/report/ids'
import type { Change } from '../../../shared/review/change'
import { changeWords } from '../../../shared/review/list/change-words'
import { everything, type ReviewFilter } from '../../../shared/review/list/review-filter'
import { reviewList } from '../../../shared/review/list/review-list'
import { reviewOf } from '../../../shared/review/review-of'
import { anchorAt, known, minute, noOwner, recordOf } from '../../support/review-records'
import { committeeOf, memberNamed, reportToList } from '../../support/report-to-list'

const remark = (id: string, section: string, at: number, given = {}) =>
  recordOf('annotation.added', { id, anchor: anchorAt(section), at: minute(at), ...given })
const records = [
  remark('in-b', 'B', 1, { author: 'binh' }),
  remark('lost', 'gone', 0),
  remark('in-a1', 'A1', 3, { mentions: ['chi'] }),
  recordOf('annotation.replied', {
    id: 'reply',
    of: 'in-b',
    author: 'chi',
    mentions: ['dung'],
    at: minute(4),
  }),
  recordOf('annotation.assigned', { id: 'given', of: 'in-b', member: 'chi' }),
  recordOf('annotation.resolved', { id: 'done', of: 'in-a1', author: 'binh', at: minute(5) }),
  recordOf('proposal.added', {
    ...{ id: 'proposed', author: 'dung', at: minute(2), reason: 'Gọn hơn' },
    anchor: { ...anchorAt('A', { kind: 'words', block: 'economy' }), quote: 'một' },
  }),
  recordOf('proposal.rejected', { id: 'refused', of: 'proposed', reason: 'Không gọn', at: minute(6) }),
]
const review = reviewOf([...records.map(one => known(one)), known(remark('mine', 'A', 9), 'own')], noOwner)
const ledger = committeeOf(
  memberNamed('an', { unit: 'Văn phòng' }),
  memberNamed('binh', { unit: 'Ban Tổ chức' }),
  memberNamed('chi', { unit: 'Văn phòng' }),
)
const list = (filter: Partial<ReviewFilter> = {}) =>
  reviewList({ review, report: reportToList, ledger }, { ...everything, ...filter })
const ids = (filter: Partial<ReviewFilter>) => list(filter).map(({ id }) => id)

test('rows follow the text, are numbered, and end with what is gone', () => {
  expect(list().map(({ number, id }) => [number, id])).toEqual([
    [1, 'mine'],
    [2, 'proposed'],
    [3, 'in-a1'],
    [4, 'in-b'],
    [5, 'lost'],
  ])
})

test('a row says where, who, what and how it ended', () => {
  const [, proposed, inA1, inB, lost] = list()
  expect(proposed).toMatchObject({
    ...{ quote: 'một', text: 'Gọn hơn', state: 'rejected', author: { id: 'dung', name: '' } },
    change: { kind: 'words', was: 'một', now: 'hai' },
    decided: { by: { name: 'AN' }, at: minute(6), reason: 'Không gọn' },
  })
  expect(inA1).toMatchObject({
    section: { id: 'A1', path: 'I / 1', title: 'Nông nghiệp', isGone: false },
    ...{ state: 'resolved', decided: { by: { name: 'BINH' } } },
  })
  expect(inB).toMatchObject({
    ...{ state: 'open', decided: null, assigned: { name: 'CHI', unit: 'Văn phòng' } },
    replies: [{ by: { name: 'CHI' }, text: 'Đã xem' }],
  })
  expect(lost?.section).toEqual({ id: null, path: '', title: 'I- Mở đầu', isGone: true })
})

test('an anchor that the text has moved stands where it is now, and still says what it was about', () => {
  const anchorNow = () => anchorAt('B')
  const rows = reviewList({ review, report: reportToList, ledger, anchorNow }, everything)
  expect(new Set(rows.map(({ section }) => section.id))).toEqual(new Set(['B']))
  expect(rows.find(({ id }) => id === 'proposed')?.quote).toBe('một')
})

describe('a filter', () => {
  test('asks for annotations or proposals, open or dealt with', () => {
    expect(ids({ kind: 'proposal' })).toEqual(['proposed'])
    expect(ids({ status: 'open' })).toEqual(['mine', 'in-b', 'lost'])
    expect(ids({ status: 'done', kind: 'annotation' })).toEqual(['in-a1'])
  })

  test('asks who speaks, also in replies, and for which unit', () => {
    expect(ids({ person: 'chi' })).toEqual(['in-b'])
    expect(ids({ unit: 'Ban Tổ chức' })).toEqual(['in-b'])
    expect(ids({ unit: 'Văn phòng', status: 'open' })).toEqual(['mine', 'in-b', 'lost'])
  })

  test('takes inner sections for their outer one', () => {
    expect(ids({ section: 'A' as BlockId })).toEqual(['mine', 'proposed', 'in-a1'])
    expect(ids({ section: 'A1' as BlockId })).toEqual(['in-a1'])
  })

  test('asks who is named, and who may read', () => {
    expect(ids({ mention: 'chi' })).toEqual(['in-a1'])
    expect(ids({ mention: 'dung' })).toEqual(['in-b'])
    expect(ids({ audience: 'own' })).toEqual(['mine'])
  })
})

describe('a change in words', () => {
  const inWords = (change: Change) => {
    const { was, now } = changeWords(change, reportToList)
    return [was, now]
  }
  const paragraph = (...texts: string[]) => ({
    type: 'paragraph',
    content: texts.map(text => ({ type: 'text', text })),
  })

  test('is what stands there and what would', () => {
    expect(inWords({ kind: 'cell', was: '1', now: '2' })).toEqual(['1', '2'])
    expect(inWords({ kind: 'level', block: 'A', was: 'roman', now: null })).toEqual(['roman', ''])
    expect(inWords({ kind: 'choice', options: 'O', was: null, now: 'w2' })).toEqual([
      '',
      'Chủ đề 2: Đổi mới mạnh mẽ',
    ])
  })

  test('has a line for each block of text, however deep', () => {
    const table = {
      type: 'table',
      content: [{ type: 'table_row', content: [{ content: [paragraph('một ', 'hai'), paragraph('ba')] }] }],
    }
    expect(inWords({ kind: 'delete-block', block: 'x', was: table })).toEqual(['một hai\nba', ''])
    const blocks = [paragraph('bốn'), { type: 'options' }, paragraph('năm')]
    expect(inWords({ kind: 'insert-blocks', after: null, blocks })).toEqual(['', 'bốn\n\nnăm'])
  })
})
