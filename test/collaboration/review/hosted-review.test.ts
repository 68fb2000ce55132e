import { describe, expect, test } from 'vitest'
import { Doc } from 'yjs'
import { HostedReview } from '../../../electron/host/review/hosted-review'
import type { ReviewChange } from '../../../electron/host/review/report-review'
import { putRecords } from '../../../electron/host/review/room-doc'
import { recordWords } from '../../../electron/host/review/words'
import { noLocks } from '../../../shared/permissions/locks'
import type { Member } from '../../../shared/permissions/member'
import type { Role } from '../../../shared/permissions/rights'
import { Failure } from '../../../shared/ipc/failure'
import { edited, remark, reply } from '../../support/remarks'
import { withReportFile } from '../../support/store-fixture'
import { keptInMemory } from '../../support/tray-desk'

const file = withReportFile()

const textsOf = ({ known }: Pick<HostedReview, 'known'>): string[] =>
  known.map(({ record }) => ('text' in record ? record.text : record.kind))

describe('a report of one’s own', () => {
  test('keeps what is added, of every audience, in its file', () => {
    const store = file.open()
    const review = new HostedReview(store)
    const first = remark('Số liệu này của năm nào?')
    review.add('all', [first, reply(first.id, 'Năm 2025.')])
    review.add('own', [remark('Riêng tôi')])
    review.close()
    store.close()
    const again = new HostedReview(file.open())
    expect(new Set(textsOf(again))).toEqual(new Set(['Số liệu này của năm nào?', 'Năm 2025.', 'Riêng tôi']))
    expect(again.known.every(({ sent }) => sent)).toBe(true)
    again.close()
  })

  test('tells what is new, in one step, and signs it itself', () => {
    const review = new HostedReview(file.open())
    const told: ReviewChange[] = []
    review.onChange(change => told.push(change))
    review.add('all', [remark('Một', { author: 'lan' }), remark('Hai')])
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ all: false, records: [{ audience: 'all' }, { audience: 'all' }] })
    expect(review.known.map(({ record }) => record.author)).toEqual(['self', 'self'])
    review.close()
  })

  test('takes no record twice, whoever hears it, and then nothing of the step', () => {
    const review = new HostedReview(file.open())
    const first = remark('Một')
    review.add('own', [first])
    expect(() => review.add('all', [remark('Hai'), first])).toThrow(Failure)
    expect(textsOf(review)).toEqual(['Một'])
    review.close()
  })

  test('of which nothing is added that the disk does not take, and that goes on once it does', () => {
    const memory = keptInMemory()
    let isFull = false
    const review = new HostedReview({
      ...{ kept: memory.kept, body: new Doc(), readOnly: null },
      keep: (...args) => {
        if (isFull) throw new Failure('disk-full', 'Ổ đĩa đầy.')
        memory.keep(...args)
      },
    })
    review.add('all', [remark('Trước')])
    isFull = true
    expect(() => review.add('all', [remark('Không ghi được')])).toThrow('Ổ đĩa đầy.')
    isFull = false
    review.add('all', [remark('Sau')])
    const again = new HostedReview({ ...memory, body: new Doc(), readOnly: null })
    for (const one of [review, again]) expect(new Set(textsOf(one))).toEqual(new Set(['Trước', 'Sau']))
  })

  test('stays small in its file however many records come one by one', () => {
    const memory = keptInMemory()
    const review = new HostedReview({ ...memory, body: new Doc(), readOnly: null })
    for (let time = 0; time < 500; time++) review.add('all', [remark(`Ý kiến ${time}`)])
    expect([...memory.kept('review').keys()].length).toBeLessThan(210)
    expect(new HostedReview({ ...memory, body: new Doc(), readOnly: null }).known).toHaveLength(500)
    review.close()
  })
})

describe('a report that this computer hosts', () => {
  const members = new Map<string, Member>()
  const opened = (self: string): HostedReview => {
    const review = new HostedReview({ ...keptInMemory(), body: new Doc(), readOnly: null })
    review.reviewer = {
      self: () => self,
      committee: () => ({ member: id => members.get(id), locks: () => noLocks, founder: () => 'lan' }),
      body: () => new Doc(),
    }
    return review
  }
  const be = (id: string, role: Role): void => void members.set(id, { id, role, grants: new Map() })

  test('shows its window what leaders say among themselves only while the person is one', () => {
    be('lan', 'secretary')
    const review = opened('lan')
    const told: ReviewChange[] = []
    review.onChange(change => told.push(change))
    putRecords(review.rooms.leaders.body, [remark('Giữa lãnh đạo', { author: 'hoa' })])
    putRecords(review.rooms.review.body, [remark('Cho mọi người', { author: 'hoa' })])
    expect(textsOf(review)).toEqual(['Cho mọi người'])
    expect(told.flatMap(({ records }) => records)).toHaveLength(1)
    expect(() => review.add('leaders', [remark('Chen vào')])).toThrow(recordWords['wrong-audience'])
    be('lan', 'leader')
    review.look()
    expect(told.at(-1)).toMatchObject({ all: true })
    expect(textsOf(review).sort()).toEqual(['Cho mọi người', 'Giữa lãnh đạo'])
    be('lan', 'secretary')
    review.look()
    expect(told.at(-1)?.records).toHaveLength(1)
    review.close()
  })

  test('holds its own window to the rules that members are held to, in words', () => {
    be('lan', 'reader')
    const review = opened('lan')
    expect(() => review.add('all', [remark('Không có quyền')])).toThrow(recordWords['no-right'])
    review.add('own', [remark('Cho riêng mình')])
    members.delete('lan')
    expect(() => review.add('all', [remark('Đã thôi')])).toThrow(Failure)
    expect(textsOf(review)).toEqual(['Cho riêng mình'])
    review.close()
  })

  test('lets the founder go on with what was said before there was a committee', () => {
    be('lan', 'secretary')
    const review = opened('lan')
    const before = remark('Trước khi có tổ biên tập', { author: 'self' })
    putRecords(review.rooms.review.body, [before])
    review.add('all', [edited(before.id, 'Sửa lời')])
    be('minh', 'secretary')
    review.reviewer = { ...review.reviewer, self: () => 'minh' }
    expect(() => review.add('all', [edited(before.id, 'Lời khác')])).toThrow(recordWords['not-own'])
    review.close()
  })
})
