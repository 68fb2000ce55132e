import { expect, test } from 'vitest'
import { sectionFingerprint } from '../../../shared/approvals/section-fingerprint'
import type { BlockId, NoteId, TableId } from '../../../shared/report/ids'
import type { Report } from '../../../shared/report/report'
import { schema } from '../../../shared/report/schema'
import { row, table, tableBlock } from '../../support/build-indicators'
import { heading, note, noteRef, report, sheet, text } from '../../support/build-report'

const words = (id: string, ...content: string[]) =>
  schema.node('paragraph', { id }, [...content.map(part => schema.text(part)), noteRef('n')])

interface Changes {
  readonly outer?: string
  readonly outerTitle?: string
  readonly said?: string
  readonly noted?: string
  readonly figure?: string
  readonly elsewhere?: string
  readonly sheets?: 'one' | 'two'
}

function reportWith(changes: Changes = {}): Report {
  const inside = [
    heading('roman', 'Kinh tế', 'S'),
    words('p', changes.said ?? 'Tăng trưởng khá'),
    tableBlock('t'),
  ]
  const behind = [heading('roman', 'Xã hội', 'Z'), words('q', changes.elsewhere ?? 'Đời sống')]
  const before = heading('letter', changes.outerTitle ?? 'Kết quả', changes.outer ?? 'A')
  return report({
    text:
      changes.sheets === 'two'
        ? text(sheet(before), sheet(...inside), sheet(...behind))
        : text(sheet(before, ...inside, ...behind)),
    notes: { n: note(changes.noted ?? 'Theo báo cáo') },
    indicators: table('t', [row({ id: 'r', result: changes.figure ?? '10' })]),
  })
}

const fingerprint = (changes?: Changes) => sectionFingerprint(reportWith(changes), 'S' as BlockId)

test.each([{ said: 'Tăng trưởng cao' }, { noted: 'Theo sở' }, { figure: '11' }, { outer: 'B' }])(
  'a section’s fingerprint changes with %j',
  changes => {
    expect(fingerprint(changes)).not.toBe(fingerprint())
  },
)

test.each([{ elsewhere: 'Khác' }, { sheets: 'two' as const }, { outerTitle: 'Hạn chế' }])(
  'a section’s fingerprint does not change with %j',
  changes => {
    expect(fingerprint(changes)).toBe(fingerprint())
  },
)

test('a fingerprint is sixty-four hexadecimal digits, and a section that is not there has none', () => {
  expect(fingerprint()).toMatch(/^[0-9a-f]{64}$/)
  expect(sectionFingerprint(reportWith(), 'gone' as BlockId)).toBeUndefined()
})

test('the order in which records are stored does not matter', () => {
  const one = reportWith()
  const more = (first: boolean): Report => ({
    ...one,
    notes: new Map([...(first ? [['z' as NoteId, note('khác')] as const] : []), ...one.notes]),
    indicators: new Map([...one.indicators, ['y' as TableId, one.indicators.get('t' as TableId)!]]),
  })
  expect(sectionFingerprint(more(true), 'S' as BlockId)).toBe(sectionFingerprint(more(false), 'S' as BlockId))
})
