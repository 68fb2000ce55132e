import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { workIn } from '../../../shared/ledger/ledger-doc'
import { viewOfLedger, viewOfRoom } from '../../../shared/ledger/view-of-ledger'
import { locksOf } from '../../../shared/ledger/permissions-of'
import type { BlockId } from '../../../shared/report/ids'
import { ApprovalRoom, said, signed, type Colleague } from '../../support/approval-room'
import { as, makeKey } from '../../support/ledger-fixture'
import { wordsIn } from '../../support/shared-blocks'

function withLeaders() {
  const room = new ApprovalRoom()
  const lan = room.join('leader', 'Nguyễn Thị Lan')
  const minh = room.join('leader', 'Trần Văn Minh')
  const drafter = room.join('drafter', 'Phạm Văn Soạn', [
    { section: 'L', rights: ['read', 'annotate', 'propose', 'edit'] },
  ])
  return { room, lan, minh, drafter }
}

const type = (room: ApprovalRoom, block: string, words = 'x'): void =>
  wordsIn(room.body, block).insert(0, words)
const isLocked = (room: ApprovalRoom, section: string): boolean =>
  locksOf(room.ledger.current).sections.has(section as BlockId)

test('an approval is kept with its signature, and anybody can check it with Node alone', () => {
  const { room, lan } = withLeaders()
  expect(room.approve(lan, 'L')).toBe('ok')
  const [entry] = room.ledger.record.filter(({ fact }) => fact.kind === 'section.approve')
  if (entry?.fact.kind !== 'section.approve') throw new Error('No approval')
  const { section, fingerprint, at, key, signature } = entry.fact
  const text = `{"at":"${at}","fingerprint":"${fingerprint}","kind":"du-thao approval 1","report":"report-1","section":"${section}"}`
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' })
  expect(verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
  expect(entry.by).toEqual({ kind: 'member', id: lan.id })
})

test('an approval locks the section, unless the report says otherwise', () => {
  const { room, lan } = withLeaders()
  room.approve(lan, 'L')
  expect(isLocked(room, 'L')).toBe(true)
  const other = withLeaders()
  other.room.ask({ kind: 'approval.rules', lockOnApproval: false })
  other.room.approve(other.lan, 'L')
  expect(isLocked(other.room, 'L')).toBe(false)
})

test('a section is approved with those inside it, and each of them stays so while it is the same', () => {
  const { room, lan } = withLeaders()
  room.ask({ kind: 'approval.rules', lockOnApproval: false })
  room.approve(lan, 'A')
  expect(['A', 'A1', 'L', 'L1', 'B', 'C'].map(section => room.state(section))).toEqual([
    ...['approved', 'approved', 'approved', 'approved', 'approved', 'writing'],
  ])
  type(room, 'L1-p')
  expect(['A', 'A1', 'L', 'L1', 'B'].map(section => room.state(section))).toEqual([
    ...['outdated', 'approved', 'outdated', 'outdated', 'approved'],
  ])
})

test('whoever approves words that somebody changed meanwhile is refused, and told what stands there now', () => {
  const { room, lan } = withLeaders()
  const asSeen = room.approval(lan, 'L')
  type(room, 'L-p', 'Khác ')
  const reply = room.ledger.run(asSeen, as(lan.id))
  expect(said(reply)).toBe('changed')
  expect(JSON.stringify(reply)).toContain('Khác Đoạn của L')
  expect(room.state('L')).toBe('writing')
})

test('nobody without the right approves, nor with another’s key, nor the operator', () => {
  const { room, lan, minh, drafter } = withLeaders()
  const nobody: Colleague = { id: 'nobody', key: makeKey() }
  expect(room.approve(drafter, 'L')).toBe('not-allowed')
  expect(room.approve(room.secretary, 'L')).toBe('not-allowed')
  expect(room.approve(nobody, 'L')).toBe('not-allowed')
  expect(room.ask(room.approval(lan, 'L'), null)).toBe('not-allowed')
  // A drafter shows what a leader signed; a leader says that another one signed.
  expect(room.ask(room.approval(lan, 'L'), drafter)).toBe('unknown-key')
  expect(room.ask(room.approval(lan, 'L'), minh)).toBe('unknown-key')
  expect(room.ask(room.approval({ ...lan, key: makeKey() }, 'L'), lan)).toBe('unknown-key')
  room.ask({ kind: 'member.revoke', member: lan.id })
  expect(room.approve(lan, 'L')).toBe('not-allowed')
})

test('a signature holds for one section, one report and one content only', () => {
  const { room, lan } = withLeaders()
  const [at, fingerprint] = ['2026-03-02T08:00:01.000Z', room.fingerprint('L')]
  const about = { report: 'report-1', section: 'L', fingerprint, at }
  const forged = (over: Partial<typeof about>): string =>
    room.ask(room.approval(lan, 'L', { at, signature: signed(lan.key, { ...about, ...over }) }), lan)
  expect(forged({ report: 'report-2' })).toBe('bad-signature')
  expect(forged({ section: 'B' })).toBe('bad-signature')
  expect(forged({ fingerprint: room.fingerprint('B') })).toBe('bad-signature')
  expect(forged({ at: '2026-03-02T08:00:02.000Z' })).toBe('bad-signature')
  expect(forged({})).toBe('ok')
})

test('a signature counts once: withdrawn, it is not shown again', () => {
  const { room, lan } = withLeaders()
  const approval = room.approval(lan, 'L')
  expect(room.ask(approval, lan)).toBe('ok')
  room.ask({ kind: 'approval.withdraw', section: 'L', reason: 'Xem lại' }, lan)
  expect(room.state('L')).toBe('writing')
  expect(room.ask(approval, lan)).toBe('used-signature')
  expect(room.approve(lan, 'L')).toBe('ok')
})

test('a clock that is wrong by days approves nothing', () => {
  const { room, lan } = withLeaders()
  const at = '2026-03-05T08:00:00.000Z'
  const about = { report: 'report-1', section: 'L', fingerprint: room.fingerprint('L'), at }
  const late = room.approval(lan, 'L', { at, signature: signed(lan.key, about) })
  expect(room.ask(late, lan)).toBe('bad-time')
})

test('several approve in the order that is set, each once, and the section is approved when all have', () => {
  const { room, lan, minh } = withLeaders()
  const third = room.join('leader', 'Vũ Thị Ba')
  room.ask({ kind: 'approvers.set', section: 'A', members: [lan.id, minh.id], subtree: true })
  expect(room.status('L').next).toBe(lan.id)
  expect(room.approve(third, 'L')).toBe('not-an-approver')
  expect(room.approve(minh, 'L')).toBe('not-your-turn')
  expect(room.approve(lan, 'L')).toBe('ok')
  expect(room.state('L')).toBe('for-approval')
  expect(room.approve(lan, 'L')).toBe('approved-already')
  expect(room.status('L').next).toBe(minh.id)
  expect(room.approve(minh, 'L')).toBe('ok')
  expect(room.state('L')).toBe('approved')
})

test('the innermost setting counts, and one for a section alone does not reach those inside', () => {
  const { room, lan, minh } = withLeaders()
  room.ask({ kind: 'approvers.set', section: 'report', members: [lan.id], subtree: true })
  room.ask({ kind: 'approvers.set', section: 'L', members: [minh.id], subtree: false })
  expect([room.status('L').required, room.status('L1').required]).toEqual([[minh.id], [lan.id]])
  room.ask({ kind: 'approvers.set', section: 'L', members: [], subtree: false })
  expect(room.status('L').required).toEqual([lan.id])
})

test('only who may approve there is set as an approver, and only by a secretary', () => {
  const { room, lan, drafter } = withLeaders()
  const asked = (member: string) => ({
    kind: 'approvers.set',
    section: 'L',
    members: [member],
    subtree: true,
  })
  expect(room.ask(asked(drafter.id))).toBe('cannot-approve')
  expect(room.ask(asked('nobody'))).toBe('unknown-member')
  expect(room.ask(asked(lan.id), lan)).toBe('not-allowed')
  expect(room.ask({ ...asked(lan.id), section: 'gone' })).toBe('unknown-section')
})

test('nothing is approved while a thread or a proposal is open in it, unless the report says otherwise', () => {
  const { room, lan } = withLeaders()
  room.ledger.watchReview(section => ({
    threads: section === 'L' ? 1 : 0,
    proposals: section === 'B' ? 1 : 0,
  }))
  expect(room.approve(lan, 'L')).toBe('open-threads')
  expect(room.approve(lan, 'B')).toBe('open-threads')
  expect(room.approve(lan, 'A1')).toBe('ok')
  room.ask({ kind: 'approval.rules', noOpenThreads: false })
  expect(room.approve(lan, 'L')).toBe('ok')
})

test('a leader lets another approve in his place, until a day', () => {
  const { room, lan, minh } = withLeaders()
  room.ask({ kind: 'approvers.set', section: 'report', members: [lan.id], subtree: true })
  expect(room.ask({ kind: 'approval.delegate', section: 'A', to: minh.id, until: '2026-03-01' }, lan)).toBe(
    'bad-day',
  )
  expect(room.ask({ kind: 'approval.delegate', section: 'A', to: minh.id, until: '2026-03-02' }, lan)).toBe(
    'ok',
  )
  expect(room.approve(minh, 'C')).toBe('not-an-approver')
  expect(room.approve(minh, 'L')).toBe('ok')
  expect(room.status('L').standing[0]?.approval).toMatchObject({ member: lan.id, by: minh.id })
  expect(room.state('L')).toBe('approved')
  room.time += 86_400_000
  expect(room.approve(minh, 'B')).toBe('not-an-approver')
})

test('a delegation that was taken back, or whose giver was shut out, gives nothing', () => {
  for (const end of ['taken back', 'shut out']) {
    const { room, lan, minh } = withLeaders()
    room.ask({ kind: 'approvers.set', section: 'report', members: [lan.id], subtree: true })
    room.ask({ kind: 'approval.delegate', section: 'report', to: minh.id }, lan)
    if (end === 'taken back') room.ask({ kind: 'approval.delegate', section: 'report', to: null }, lan)
    else room.ask({ kind: 'member.revoke', member: lan.id })
    expect(room.approve(minh, 'L')).toBe('not-an-approver')
  }
})

test('a drafter cannot be let approve, and cannot let anybody', () => {
  const { room, lan, drafter } = withLeaders()
  expect(room.ask({ kind: 'approval.delegate', section: 'L', to: drafter.id }, lan)).toBe('cannot-approve')
  expect(room.ask({ kind: 'approval.delegate', section: 'L', to: lan.id }, drafter)).toBe('not-allowed')
})

test('what was approved is unlocked with a reason only, and only by whom the right is given', () => {
  const { room, lan, drafter } = withLeaders()
  room.approve(lan, 'L')
  const unlock = { kind: 'section.unlock', section: 'L' }
  expect(room.ask({ ...unlock, reason: 'Sửa số liệu' }, drafter)).toBe('not-allowed')
  expect(room.ask(unlock)).toBe('reason-needed')
  expect(room.ask({ ...unlock, reason: '   ' })).toBe('reason-needed')
  expect(room.ask({ ...unlock, reason: 'Sửa số liệu' })).toBe('ok')
  expect(room.status('L').work.unlocked).toMatchObject({ by: room.secretary.id, reason: 'Sửa số liệu' })
  // The words are the same as yet.
  expect(room.state('L')).toBe('approved')
  expect([isLocked(room, 'L'), room.ask({ kind: 'section.lock', section: 'B' })]).toEqual([false, 'ok'])
  expect(room.ask({ kind: 'section.unlock', section: 'B' })).toBe('ok')
})

test('a lock around an approved section, too, is opened with a reason only', () => {
  const { room, lan } = withLeaders()
  room.ask({ kind: 'section.lock', section: 'A' })
  room.approve(lan, 'L')
  expect(isLocked(room, 'L')).toBe(false)
  expect(room.ask({ kind: 'section.unlock', section: 'A' })).toBe('reason-needed')
})

test('a returned section is open again, says why, and none of its approvals comes back', () => {
  const { room, lan, drafter } = withLeaders()
  room.approve(lan, 'L')
  const back = { kind: 'section.return', section: 'L', reason: 'Thiếu số liệu' }
  expect(room.ask(back, drafter)).toBe('not-allowed')
  expect(room.ask({ ...back, reason: '' }, lan)).toBe('invalid-input')
  expect(room.ask(back, lan)).toBe('ok')
  expect([room.state('L'), isLocked(room, 'L')]).toEqual(['returned', false])
  expect(room.status('L').work.returned).toMatchObject({ by: lan.id, reason: 'Thiếu số liệu' })
  expect(room.ask({ kind: 'section.ready', section: 'L' }, drafter)).toBe('ok')
  expect(room.state('L')).toBe('for-approval')
})

test('a withdrawn approval unlocks the section when nobody else’s is left', () => {
  const { room, lan, minh } = withLeaders()
  room.approve(lan, 'L')
  room.approve(minh, 'L')
  const withdraw = { kind: 'approval.withdraw', section: 'L', reason: '' }
  expect(room.ask(withdraw)).toBe('not-approved')
  room.ask(withdraw, lan)
  expect([room.state('L'), isLocked(room, 'L')]).toEqual(['approved', true])
  room.ask(withdraw, minh)
  expect([room.state('L'), isLocked(room, 'L')]).toEqual(['writing', false])
})

test('a writer says how far a section has come', () => {
  const { room, drafter, lan } = withLeaders()
  const say = (kind: string, by = drafter, section = 'L'): string => room.ask({ kind, section }, by)
  expect(say('section.openForComment')).toBe('ok')
  expect(room.state('L')).toBe('for-comment')
  expect(say('section.openForComment')).toBe('no-change')
  expect(say('section.ready')).toBe('ok')
  expect(say('section.resumeWriting')).toBe('ok')
  expect(room.state('L')).toBe('writing')
  expect(say('section.ready', drafter, 'B')).toBe('not-allowed')
  expect(say('section.ready', lan)).toBe('not-allowed')
})

test('after a change, a section that is said to be ready again waits for approval', () => {
  const { room, lan, drafter } = withLeaders()
  room.ask({ kind: 'approval.rules', lockOnApproval: false })
  room.approve(lan, 'L')
  room.time += 1000
  type(room, 'L-p')
  expect(room.state('L')).toBe('outdated')
  room.ask({ kind: 'section.ready', section: 'L' }, drafter)
  expect(room.state('L')).toBe('for-approval')
})

test('a change of spelling may be declared so, and is listed with who said it', () => {
  const { room, lan } = withLeaders()
  room.ask({ kind: 'approval.rules', lockOnApproval: false })
  const before = room.fingerprint('A')
  room.approve(lan, 'A')
  type(room, 'L1-p', '“')
  const declare = { kind: 'change.editorial', section: 'A', fingerprintBefore: before, note: 'Dấu ngoặc' }
  expect(room.ask({ ...declare, fingerprintAfter: before })).toBe('changed')
  expect(room.ask({ ...declare, fingerprintAfter: room.fingerprint('A') })).toBe('ok')
  expect(['A', 'L', 'L1', 'B'].map(section => room.state(section))).toEqual(Array(4).fill('approved'))
  expect(room.status('A').standing[0]?.editorial).toMatchObject([
    { by: room.secretary.id, note: 'Dấu ngoặc' },
  ])
  type(room, 'L1-p', 'x')
  expect(room.state('A')).toBe('outdated')
})

test.each([
  ['a word', 'Không '],
  ['a digit', '9'],
])('%s more is no spelling', (_what, words) => {
  const { room, lan, drafter } = withLeaders()
  room.ask({ kind: 'approval.rules', lockOnApproval: false })
  const fingerprintBefore = room.fingerprint('L')
  room.approve(lan, 'L')
  type(room, 'L-p', words)
  const fingerprintAfter = room.fingerprint('L')
  const declare = { kind: 'change.editorial', section: 'L', fingerprintBefore, fingerprintAfter, note: '' }
  expect(room.ask(declare, drafter)).toBe('not-allowed')
  expect(room.ask(declare)).toBe('not-editorial')
})

test('windows and peers are told the same of approvals', () => {
  const { room, lan, minh } = withLeaders()
  room.ask({ kind: 'approvers.set', section: 'report', members: [lan.id], subtree: true })
  room.ask({ kind: 'approval.rules', noOpenThreads: false })
  room.ask({ kind: 'tracking.set', on: true })
  room.ask({ kind: 'approval.delegate', section: 'L', to: minh.id }, lan)
  room.approve(lan, 'L')
  const view = viewOfLedger(room.ledger.current)
  expect(viewOfRoom(room.ledger.doc)).toEqual(view)
  expect(view).toMatchObject({ tracking: true, rules: { noOpenThreads: false, lockOnApproval: true } })
  expect(workIn(room.ledger.doc).get('L')?.approvals).toHaveLength(1)
})

test('a ledger that is read again is the same', () => {
  const { room, lan } = withLeaders()
  room.approve(lan, 'L')
  room.ask({ kind: 'section.unlock', section: 'L', reason: 'Sửa' })
  const again = new (room.ledger.constructor as new (store: object) => typeof room.ledger)({
    ...{ reportId: room.reportId, body: room.body, ledger: () => room.rows, writeLedger: () => undefined },
  })
  expect(again.current).toEqual(room.ledger.current)
  const { approval } = room.status('L').standing[0]!
  expect(JSON.parse(again.copyOf(approval.fingerprint) ?? '')).toMatchObject({ section: 'L', within: ['A'] })
})
