import { expect, test } from 'vitest'
import { bookOf } from '../../../shared/approvals/approvers'
import { sectionFingerprint } from '../../../shared/approvals/section-fingerprint'
import { sectionStates } from '../../../shared/approvals/section-states'
import { alone, sectionActs, waitingFor } from '../../../shared/board/section-acts'
import { noLedgerView, type LedgerView } from '../../../shared/ipc/ledger-view'
import { noWork } from '../../../shared/ledger/work'
import type { Role } from '../../../shared/permissions/rights'
import type { BlockId } from '../../../shared/report/ids'
import { heading, paragraph, report, sheet, text } from '../../support/build-report'

const at = '2026-03-01T08:00:00.000Z'
const one = report({
  text: text(
    sheet(heading('roman', 'Kinh tế', 'economy'), heading('number', 'Thu', 'income'), paragraph('Tăng.')),
  ),
})
const member = (id: string, role: Role) => ({ id, role, grants: new Map() })
const members = {
  van: member('van', 'leader'),
  tuan: member('tuan', 'leader'),
  thu: member('thu', 'secretary'),
  alone,
}
const approval = (who: string, fingerprint: string) => ({
  ...{ member: who, by: who, fingerprint, parts: [], at, recorded: at, key: 'k', signature: who, note: '' },
})

function actsOf(who: keyof typeof members | null, ledger: Partial<LedgerView>, open = 0) {
  const view = { ...noLedgerView, ...ledger }
  const states = sectionStates(one, bookOf(view), () => ({ threads: open, proposals: 0 }))
  const memberOf = (id: string) => members[id as keyof typeof members]
  const sources = { member: who && members[who], memberOf, ledger: view, today: '2026-03-31' }
  return {
    acts: sectionActs(states.get('income' as BlockId)!, sources),
    waiting: waitingFor(states, status => sectionActs(status, sources)).map(({ section }) => section),
  }
}
const inOrder = { approvers: [{ section: 'report', members: ['van', 'tuan'], subtree: true }] }
const handedIn = { work: [{ ...noWork('income'), phase: { kind: 'for-approval' as const, by: 'thu', at } }] }

test('approvers approve one after the other, and each is told why it is not their turn', () => {
  expect(actsOf('van', inOrder).acts.whyNotApprove).toBe(null)
  expect(actsOf('tuan', inOrder).acts.whyNotApprove).toBe('not-your-turn')
  expect(actsOf('thu', inOrder).acts.whyNotApprove).toBe('no-right')
  expect(actsOf(null, inOrder).acts.whyNotApprove).toBe('no-member')
})

test('what is open is the last reason that is told', () => {
  expect(actsOf('van', inOrder, 1).acts.whyNotApprove).toBe('open')
  expect(actsOf('tuan', inOrder, 1).acts.whyNotApprove).toBe('not-your-turn')
})

test('whoever acts in the place of the next one may approve', () => {
  const delegations = [{ section: 'economy', from: 'van', to: 'tuan', until: '2026-03-31', at }]
  expect(actsOf('tuan', { ...inOrder, delegations }).acts.whyNotApprove).toBe(null)
  const over = [{ section: 'economy', from: 'van', to: 'tuan', until: '2026-03-30', at }]
  expect(actsOf('tuan', { ...inOrder, delegations: over }).acts.whyNotApprove).toBe('not-your-turn')
})

test('an approval may be withdrawn by whoever gave it, and a lock lifted by those who may approve', () => {
  const fingerprint = sectionFingerprint(one, 'income' as BlockId)!
  const work = [{ ...noWork('income'), approvals: [approval('van', fingerprint)] }]
  const approved = { work, locks: ['income'] }
  expect(actsOf('van', approved).acts).toMatchObject({
    whyNotApprove: 'approved',
    mayWithdraw: true,
    mayUnlock: true,
  })
  expect(actsOf('tuan', approved).acts).toMatchObject({ mayWithdraw: false, mayUnlock: true })
  expect(actsOf('thu', approved).acts).toMatchObject({ mayReturn: false, mayUnlock: true, mayHandIn: false })
})

test('who writes alone may do everything with a section but let others act', () => {
  const { acts } = actsOf('alone', {})
  expect(acts).toMatchObject({ whyNotApprove: null, mayReturn: true, mayLock: true, mayHandIn: true })
  expect(acts.mayDelegate).toBe(false)
  expect(actsOf('alone', { locks: ['income'] }).acts).toMatchObject({ mayLock: false, mayUnlock: true })
})

test('whoever may approve lets another member act, where there is one', () => {
  const view = (id: string) => ({
    ...member(id, 'leader'),
    name: id,
    unit: '',
    grants: [],
    revoked: null,
    joined: at,
  })
  expect(actsOf('van', { members: [view('van')] }).acts.mayDelegate).toBe(false)
  expect(actsOf('van', { members: [view('van'), view('tuan')] }).acts.mayDelegate).toBe(true)
})

test('a section waits for the one whose turn it is once it was handed in, also while something is open in it', () => {
  expect(actsOf('van', inOrder).waiting).toEqual([])
  expect(actsOf('van', { ...inOrder, ...handedIn }).waiting).toEqual(['income'])
  expect(actsOf('van', { ...inOrder, ...handedIn }, 1).waiting).toEqual(['income'])
  expect(actsOf('tuan', { ...inOrder, ...handedIn }).waiting).toEqual([])
  expect(actsOf('thu', { ...inOrder, ...handedIn }).waiting).toEqual([])
})

test('an inner section does not wait besides the one around it', () => {
  const phase = { kind: 'for-approval' as const, by: 'thu', at }
  const work = [
    { ...noWork('economy'), phase },
    { ...noWork('income'), phase },
  ]
  expect(actsOf('van', { work }).waiting).toEqual(['economy'])
})
