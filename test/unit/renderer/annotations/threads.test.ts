import { describe, expect, test } from 'vitest'
import { itemsOf } from '../../../../renderer/panels/review/annotations/list-items'
import { asksFor } from '../../../../renderer/state/annotations/asks-for'
import { noFilter, passes } from '../../../../renderer/state/annotations/filter'
import { threadsOf } from '../../../../renderer/state/annotations/threads'
import { outlineOf } from '../../../../shared/outline/outline'
import { stateStyle } from '../../../support/number-styles'
import type { AnchorPlace } from '../../../../shared/review/anchor-place'
import type { ReviewRecord } from '../../../../shared/review/record'
import type { Annotation } from '../../../../shared/review/review'
import { reviewOf } from '../../../../shared/review/review-of'
import { heading, sheet, text } from '../../../support/build-report'
import { schema } from '../../../../shared/report/schema'
import { anchorAt, knownAll, minute, noOwner, recordOf } from '../../../support/review-records'

const block = (id: string, words: string) => schema.node('paragraph', { id }, [schema.text(words)])
const report = text(
  sheet(
    heading('roman', 'Kết quả', 'A'),
    block('a', 'Sản lượng đạt mười hai nghìn tấn.'),
    heading('number', 'Công nghiệp', 'A1'),
    block('a1', 'Ba nhà máy mới.'),
    heading('roman', 'Nhiệm vụ', 'B'),
    block('b', 'Hoàn thành ba tuyến đường.'),
  ),
)
const remark = (id: string, at: string, more: object = {}) =>
  recordOf('annotation.added', { id, anchor: anchorAt('A', { kind: 'words', block: at }), ...more })
const annotations = (...records: ReviewRecord[]): readonly Annotation[] =>
  reviewOf(knownAll(...records), noOwner).annotations
const nowhere = (): AnchorPlace | null => null
const ids = (threads: readonly { annotation: Annotation }[]) => threads.map(each => each.annotation.id)

describe('the list of threads', () => {
  test('follows the text, and time where several are about one place', () => {
    const all = annotations(
      remark('b-late', 'b', { at: minute(9) }),
      remark('b-soon', 'b', { at: minute(2) }),
      remark('a1', 'a1', { at: minute(5) }),
      remark('a', 'a', { at: minute(7) }),
    )
    expect(ids(threadsOf(all, report, nowhere))).toEqual(['a', 'a1', 'b-soon', 'b-late'])
  })

  test('within a block follows where the words stand', () => {
    const all = annotations(remark('second', 'a', { at: minute(1) }), remark('first', 'a', { at: minute(2) }))
    const places: Record<string, number> = { second: 22, first: 13 }
    const placeOf = (id: string): AnchorPlace => ({
      kind: 'found',
      at: { kind: 'text', from: places[id] ?? 0, to: (places[id] ?? 0) + 2 },
    })
    expect(ids(threadsOf(all, report, placeOf))).toEqual(['first', 'second'])
  })

  test('lists words that were moved where they stand now, not where they stood', () => {
    let end = 0
    report.descendants((node, pos) => {
      if (node.attrs['id'] === 'b') end = pos + 3
    })
    const all = annotations(remark('moved', 'a'), remark('stays', 'a1'))
    const placeOf = (id: string): AnchorPlace | null =>
      id === 'moved' ? { kind: 'found', at: { kind: 'text', from: end, to: end + 2 } } : null
    const threads = threadsOf(all, report, placeOf)
    expect(ids(threads)).toEqual(['stays', 'moved'])
    expect(threads[1]?.headings).toEqual(['B'])
  })

  test('keeps a thread whose words are gone in its section, and says so', () => {
    const all = annotations(remark('gone', 'deleted'), remark('b', 'b'))
    const placeOf = (id: string): AnchorPlace | null =>
      id === 'gone' ? { kind: 'detached', near: null } : null
    const [first] = threadsOf(all, report, placeOf)
    expect(first).toMatchObject({ state: 'detached', headings: ['A'] })
  })

  test('puts last what no section holds any more, under words of its own', () => {
    const all = annotations(
      remark('lost', 'deleted', { anchor: anchorAt('deleted', { kind: 'words', block: 'deleted' }) }),
      remark('b', 'b'),
    )
    const items = itemsOf(threadsOf(all, report, nowhere), outlineOf(report, stateStyle).items)
    expect(items.map(item => (item.kind === 'group' ? item.title : item.key))).toEqual([
      'II. Nhiệm vụ',
      'b',
      'Mục không còn trong báo cáo',
      'lost',
    ])
  })
})

describe('the filter', () => {
  const viewer = { self: 'an', unitOf: (id: string) => (id === 'be' ? 'Sở Y tế' : 'Văn phòng') }
  const [inner, other] = threadsOf(
    annotations(
      remark('inner', 'a1', { author: 'be' }),
      remark('other', 'b', { author: 'an' }),
      recordOf('annotation.resolved', { id: 'done', of: 'other', author: 'an' }),
    ),
    report,
    nowhere,
  )
  if (!inner || !other) throw new Error('both are listed')
  test.each([
    [{}, [true, false]],
    [{ status: 'all' }, [true, true]],
    [{ status: 'resolved' }, [false, true]],
    [{ status: 'all', person: 'be' }, [true, false]],
    [{ status: 'all', unit: 'Văn phòng' }, [false, true]],
    [{ status: 'all', section: 'A' }, [true, false]],
    [{ status: 'all', section: 'A1' }, [true, false]],
    [{ status: 'all', audience: 'own' }, [false, false]],
    [{ status: 'all', forMe: true }, [false, false]],
  ] as const)('%j', (change, expected) => {
    expect([inner, other].map(thread => passes(thread, { ...noFilter, ...change }, viewer))).toEqual(expected)
  })
})

describe('a thread waits for somebody', () => {
  const added = remark('one', 'a', { author: 'be', mentions: ['an'] })
  const asks = (...records: ReviewRecord[]) => annotations(added, ...records).map(each => asksFor(each, 'an'))
  const reply = (id: string, author: string, minutes: number, mentions: string[] = []) =>
    recordOf('annotation.replied', { id, of: 'one', author, at: minute(minutes), mentions })
  test('whom it names', () => expect(asks()).toEqual([true]))
  test('no more once they have answered', () => expect(asks(reply('r', 'an', 1))).toEqual([false]))
  test('again when they are named again', () =>
    expect(asks(reply('r', 'an', 1), reply('s', 'be', 2, ['an']))).toEqual([true]))
  test('to whom it is given, whatever they said', () =>
    expect(
      asks(reply('r', 'an', 1), recordOf('annotation.assigned', { id: 'g', of: 'one', member: 'an' })),
    ).toEqual([true]))
  test('not while it is done', () =>
    expect(asks(recordOf('annotation.resolved', { id: 'd', of: 'one', author: 'be' }))).toEqual([false]))
  test('not whom they name themselves', () =>
    expect(annotations({ ...added, author: 'an' }).map(each => asksFor(each, 'an'))).toEqual([false]))
})
