// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { moveSection } from '../../renderer/editor/commands/move-section'
import type { BlockId } from '../../shared/report/ids'
import { readReport } from '../../shared/sync/read-report'
import {
  annotateAll,
  annotatedReport,
  expectSamePlaces,
  indexOf,
  placeOf,
  quotes,
  targetNames,
  told,
  type TargetName,
} from '../support/anchored-report'
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
  type Writer,
} from '../support/writers'

const found: Record<TargetName, string> = {
  words: `found: ${quotes.words}`,
  paragraphs: `found: ${quotes.paragraphs}`,
  insertion: 'found: |vượt xa',
  note: 'found: note n: kho bạc',
  cell: 'found: cell r.result: 4.200',
  section: 'found: section B',
  block: 'found: block T',
}

const all = (who: Writer, anchors: ReturnType<typeof annotateAll>): Record<string, string> =>
  Object.fromEntries(targetNames.map(name => [name, told(anchors[name], indexOf(who))]))

describe.each(bothOrders)('clients %i and %i', (...ids) => {
  test('every thread stands where it stood when edits beside its words are taken back', () => {
    const { ana, ben } = twoWriters(annotatedReport(), ids)
    const anchors = annotateAll(ana)
    const version = readReport(ana.body)
    caretAt(ben, 'Vốn vay', atEnd)
    type(ben, ' Thêm một câu.')
    run(ben, moveSection('C' as BlockId, 'A' as BlockId))
    meet(ana, ben)
    caretAt(ben, 'Trường lớp', atEnd)
    type(ben, ' Đang viết.')
    expect(ana.session.restore(version, { kind: 'report' })).toBe('done')
    meet(ana, ben)
    expect(all(ana, anchors)).toEqual(found)
    expectSamePlaces(Object.values(anchors), ana, ben)
  })

  test('threads on words that were deleted are found again when those come back', () => {
    const { ana, ben } = twoWriters(annotatedReport(), ids)
    const anchors = annotateAll(ana)
    const version = readReport(ana.body)
    select(ana, ['Kinh tế', 0], ['Vốn vay', atEnd])
    press(ana, 'Backspace')
    meet(ana, ben)
    expect(told(anchors.paragraphs, indexOf(ana))).toBe('detached')
    expect(ana.session.restore(version, { kind: 'section', section: 'A' as BlockId })).toBe('done')
    meet(ana, ben)
    expect(all(ana, anchors)).toEqual(found)
    expectSamePlaces(Object.values(anchors), ana, ben)
  })

  test('a thread on words that the version lacks is shown as detached, and undo brings it back', () => {
    const { ana, ben } = twoWriters(annotatedReport(), ids)
    const version = readReport(ana.body)
    caretAt(ana, 'Vốn vay', atEnd)
    press(ana, 'Enter')
    type(ana, 'Một đoạn mới hẳn về chuyển đổi số.')
    meet(ana, ben)
    const place = placeOf(ana, 'Một đoạn mới', 'chuyển đổi số')
    const anchor = ana.session.review.anchorAt({ kind: 'text', ...place })
    expect(told(anchor, indexOf(ben))).toBe('found: chuyển đổi số')
    ana.session.history.separate()
    ana.session.restore(version, { kind: 'report' })
    meet(ana, ben)
    expect(told(anchor, indexOf(ben))).toBe('detached')
    ana.session.undo()
    meet(ana, ben)
    expect(told(anchor, indexOf(ben))).toBe('found: chuyển đổi số')
  })
})
