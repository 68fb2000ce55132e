import { describe, expect, test } from 'vitest'
import { shortParts } from '../../../../renderer/panels/review/since/short-parts'
import { mineOf, shownSections } from '../../../../renderer/state/since-shown'
import { compareReports } from '../../../../shared/compare/compare-contents'
import { noCommittee } from '../../../../shared/ipc/committee'
import { noLedgerView, type LedgerView } from '../../../../shared/ipc/ledger-view'
import { outlineOf } from '../../../../shared/outline/outline'
import { numberStyleOf } from '../../../../shared/print/number-style-of'
import { emptyFields } from '../../../../shared/report/fields'
import { heading, paragraph, report, sheet, text } from '../../../support/build-report'

const whole = text(
  sheet(
    heading('part', 'Tình hình', 'P'),
    heading('roman', 'Kinh tế', 'A'),
    heading('number', 'Thu', 'A1'),
    heading('roman', 'Văn hóa', 'B'),
  ),
)
const { items } = outlineOf(whole, numberStyleOf(emptyFields))
const self = { id: 'an', name: 'An', role: 'leader' } as NonNullable<typeof noCommittee.self>
const committee = (ledger: Partial<LedgerView>, who: typeof self | null = self) => ({
  state: { ...noCommittee, self: who },
  ledger: { ...noLedgerView, ...ledger },
  sharing: null,
})
const sections = ['P', 'A', 'A1', 'B']
const everything = { section: 'report', members: ['ba'], subtree: true }
const an = { ...self, unit: '', role: 'leader' as const, joined: null, revoked: null, grants: [] }

describe('the sections of a person', () => {
  test.each([
    ['all of them, without a committee', committee({}, null), sections],
    ['none, where somebody else approves them', committee({ members: [an], approvers: [everything] }), []],
    ['those they have the right to approve, where nobody is named', committee({ members: [an] }), sections],
    [
      'those they are assigned to, with the ones inside',
      committee({ assignments: [{ section: 'A', members: ['an'], due: null }] }),
      ['A', 'A1'],
    ],
    [
      'those they approve',
      committee({ approvers: [{ section: 'A', members: ['an', 'ba'], subtree: true }] }),
      ['A', 'A1'],
    ],
    [
      'those they approve in somebody’s place, while that holds',
      committee({
        approvers: [{ section: 'B', members: ['ba'], subtree: true }],
        delegations: [{ section: 'report', from: 'ba', to: 'an', until: null, at: '2026-01-01T00:00:00Z' }],
      }),
      ['B'],
    ],
  ])('are %s', (_name, given, mine) => {
    expect(sections.filter(mineOf(given, items))).toEqual(mine)
  })
})

describe('the list of changes', () => {
  const before = report({ text: text(sheet(heading('roman', 'Cũ', 'G'), paragraph('Một đoạn của mục cũ.'))) })
  const after = report({ text: text(sheet(heading('roman', 'Kinh tế', 'A'), paragraph('Thu tăng.'))) })
  const { differences } = compareReports(before, after)
  const of = (section: string) => differences.filter(each => each.section === section)

  test('shows a section that is new, or gone, as one under its title', () => {
    const shown = shownSections(
      [
        { section: 'A', kind: 'new', at: null, differences: of('A') },
        { section: 'G', kind: 'gone', at: '2026-01-01', differences: of('G') },
      ],
      items,
      () => true,
    )
    expect(
      shown.map(({ title, changes }) => [title.replace(/^.*\. /, ''), changes.map(({ more }) => more)]),
    ).toEqual([
      ['Kinh tế', [1]],
      ['Cũ', [1]],
    ])
  })

  test('leaves out sections that are not asked for', () => {
    const changed = [{ section: 'A', kind: 'changed', at: null, differences: of('A') }] as const
    expect(shownSections(changed, items, () => false)).toEqual([])
  })
})

test('words that stay are cut short beside a difference; the others never are', () => {
  const many = (word: string, count: number) => Array.from({ length: count }, () => word).join(' ')
  const cut = shortParts([
    { kind: 'same', text: `${many('đầu', 20)} ` },
    { kind: 'added', text: many('mới', 50) },
    { kind: 'same', text: ` ${many('giữa', 30)} ` },
    { kind: 'removed', text: 'cũ' },
    { kind: 'same', text: ' cuối' },
  ]).map(({ text: words }) => words)
  expect(cut[0]).toBe(`… ${many('đầu', 6)} `)
  expect(cut[1]).toBe(many('mới', 50))
  expect(cut[2]).toBe(` ${many('giữa', 6)} … ${many('giữa', 6)} `)
  expect(cut[4]).toBe(' cuối')
})
