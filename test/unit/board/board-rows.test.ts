import { expect, test } from 'vitest'
import { bookOf } from '../../../shared/approvals/approvers'
import { sectionStates } from '../../../shared/approvals/section-states'
import { sectionFingerprint } from '../../../shared/approvals/section-fingerprint'
import { boardRows, type BoardRow } from '../../../shared/board/board-rows'
import { openCounts } from '../../../shared/board/open-counts'
import { shownRows, type BoardOrder } from '../../../shared/board/sort-rows'
import { noLedgerView, type LedgerView } from '../../../shared/ipc/ledger-view'
import { noWork, type Approval } from '../../../shared/ledger/work'
import { outlineOf } from '../../../shared/outline/outline'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import type { BlockId } from '../../../shared/report/ids'
import type { Anchor } from '../../../shared/review/anchor'
import { placesIn } from '../../../shared/review/places'
import type { Review } from '../../../shared/review/review'
import { heading, paragraph, report, sheet, text } from '../../support/build-report'

const at = '2026-03-01T08:00:00.000Z'
const economy = report({
  text: text(
    sheet(
      heading('roman', 'Kinh tế', 'economy'),
      heading('number', 'Thu', 'income'),
      paragraph('Thu ngân sách tăng.'),
      heading('number', 'Chi', 'spending'),
      paragraph('Chi giảm.'),
    ),
  ),
})

const approvalBy = (member: string, fingerprint: string): Approval => ({
  ...{ member, by: member, fingerprint, parts: [], at, recorded: at },
  ...{ key: 'k', signature: 's', note: '' },
})

const anchorIn = (section: string): Anchor => ({
  ...{ section, sectionTitle: '', quote: '', before: '', after: '' },
  target: { kind: 'section' },
})

function rowsOf(
  ledger: Partial<LedgerView>,
  open = new Map<BlockId, { threads: number; proposals: number }>(),
) {
  const view = { ...noLedgerView, ...ledger }
  const states = sectionStates(economy, bookOf(view), id => open.get(id) ?? { threads: 0, proposals: 0 })
  const outline = outlineOf(economy.text, numberStyleOf(economy.fields))
  return boardRows({ outline, states, ledger: view, today: '2026-03-31' })
}
const rowOf = (rows: readonly BoardRow[], section: string) => rows.find(row => row.section === section)!

test('every section has a row, in the order of the report, with its number', () => {
  expect(rowsOf({}).map(({ number, title, depth, state }) => [number, title, depth, state])).toEqual([
    ['I-', 'Kinh tế', 0, 'writing'],
    ['1.', 'Thu', 1, 'writing'],
    ['2.', 'Chi', 1, 'writing'],
  ])
})

test('a section is late from the day after it was due until it is approved', () => {
  const due = (day: string, work: LedgerView['work'] = []) =>
    rowOf(rowsOf({ assignments: [{ section: 'income', members: ['nam'], due: day }], work }), 'income').isLate
  expect(due('2026-03-31')).toBe(false)
  expect(due('2026-03-30')).toBe(true)
  const print = sectionFingerprint(economy, 'income' as BlockId)!
  expect(due('2026-03-30', [{ ...noWork('income'), approvals: [approvalBy('van', print)] }])).toBe(false)
})

test('approvals are counted out of those that are needed, and say who is next', () => {
  const print = sectionFingerprint(economy, 'income' as BlockId)!
  const approvers = [{ section: 'report', members: ['van', 'tuan'], subtree: true }]
  const rows = rowsOf({ approvers, work: [{ ...noWork('income'), approvals: [approvalBy('van', print)] }] })
  expect(rowOf(rows, 'income')).toMatchObject({
    approved: { given: 1, of: 2 },
    next: 'tuan',
    state: 'for-approval',
  })
  expect(rowOf(rows, 'spending')).toMatchObject({
    approved: { given: 0, of: 2 },
    next: 'van',
    state: 'writing',
  })
})

test('where nobody in particular must approve, one is enough', () => {
  const print = sectionFingerprint(economy, 'income' as BlockId)!
  const rows = rowsOf({ work: [{ ...noWork('income'), approvals: [approvalBy('van', print)] }] })
  expect(rowOf(rows, 'income')).toMatchObject({
    approved: { given: 1, of: 1 },
    next: null,
    state: 'approved',
  })
  expect(rowOf(rows, 'spending').approved).toEqual({ given: 0, of: 1 })
})

test('a section whose approved words have changed says who changed them', () => {
  const touched = [{ member: 'nam', at }]
  const rows = rowsOf({
    work: [{ ...noWork('income'), approvals: [approvalBy('van', 'f'.repeat(64))], touched }],
  })
  expect(rowOf(rows, 'income')).toMatchObject({ state: 'outdated', changed: touched })
})

test('open threads and proposals count for the sections around them; settled, taken back and private ones for none', () => {
  const thread = {
    kind: 'annotation',
    resolved: null,
    removed: false,
    audience: 'all',
    anchor: anchorIn('income'),
  }
  const proposal = { kind: 'proposal', state: 'open', audience: 'leaders', anchor: anchorIn('spending') }
  const counts = openCounts(
    {
      annotations: [
        thread,
        { ...thread, resolved: { by: 'van', at } },
        { ...thread, removed: true },
        { ...thread, audience: 'own' },
      ],
      proposals: [proposal, { ...proposal, state: 'accepted' }],
    } as unknown as Review,
    placesIn(economy.text),
  )
  expect(Object.fromEntries(counts)).toEqual({
    economy: { threads: 1, proposals: 1 },
    income: { threads: 1, proposals: 0 },
    spending: { threads: 0, proposals: 1 },
  })
})

test('an inner section of a locked one is locked', () => {
  expect(rowsOf({ locks: ['economy'] }).map(({ isLocked }) => isLocked)).toEqual([true, true, true])
})

const sorted = (rows: readonly BoardRow[], order: BoardOrder, person: string | null = null) =>
  shownRows(rows, { state: null, person }, { ...order, nameOf: id => id }).map(({ section }) => section)

test('what has no due day comes last, whichever way the days go', () => {
  const rows = rowsOf({
    assignments: [
      { section: 'spending', members: ['an'], due: '2026-01-01' },
      { section: 'income', members: ['nam'], due: '2026-02-01' },
    ],
  })
  expect(sorted(rows, { by: 'due', falls: false })).toEqual(['spending', 'income', 'economy'])
  expect(sorted(rows, { by: 'due', falls: true })).toEqual(['income', 'spending', 'economy'])
})

test('rows that are equal keep the order of the report', () => {
  expect(sorted(rowsOf({}), { by: 'state', falls: true })).toEqual(['economy', 'income', 'spending'])
  expect(sorted(rowsOf({}), { by: 'section', falls: true })).toEqual(['spending', 'income', 'economy'])
})

test('a person’s rows are those that the person writes or is to approve next', () => {
  const rows = rowsOf({
    assignments: [{ section: 'income', members: ['nam'], due: null }],
    approvers: [{ section: 'spending', members: ['nam'], subtree: false }],
  })
  expect(sorted(rows, { by: 'section', falls: false }, 'nam')).toEqual(['income', 'spending'])
})
