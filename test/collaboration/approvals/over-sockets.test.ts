import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveFolder, type ServedFolder } from '../../../electron/host/committee/serve-folder'
import { commandAsMember, copyAsMember, openSession } from '../../../electron/host/identity/peer'
import { post } from '../../../electron/host/identity/pinned'
import { signApproval } from '../../../electron/host/ledger/sign-approval'
import { writeInvitation } from '../../../electron/host/sharing/written-invitation'
import { createReportFile } from '../../../electron/host/store/report-file'
import { sectionFingerprint } from '../../../shared/approvals/section-fingerprint'
import { readCopy, SectionCopy } from '../../../shared/approvals/section-copy'
import { sectionStates } from '../../../shared/approvals/section-states'
import { workIn } from '../../../shared/ledger/ledger-doc'
import type { BlockId } from '../../../shared/report/ids'
import { readReport } from '../../../shared/sync/read-report'
import { approvalText } from '../../../shared/approvals/approval-text'
import { acceptInvitation, type Guest } from '../../support/desktop'
import { gateReport } from '../../support/gate-report'
import { eventually, type Peer } from '../../support/network-peer'
import { wordsIn } from '../../support/shared-blocks'

let folder: string
let served: ServedFolder
const peers: Peer[] = []
const shared = () => served.reports[0]!
const ledger = () => shared().ledger
const body = () => shared().shared.rooms.body.store.body
const report = () => readReport(body())

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'approvals-'))
  mkdirSync(join(folder, 'host'))
  createReportFile(join(folder, 'host', 'Báo cáo.duthao'), gateReport())
  const onBug = (error: unknown): void => {
    throw error
  }
  const place = { folder: join(folder, 'host'), host: '0.0.0.0', port: 0 }
  served = await serveFolder({ ...place, onShutOut: () => undefined, onBug })
})
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.leave()
  await served.close()
  rmSync(folder, { recursive: true, force: true })
})

const everywhere = [{ section: 'report', rights: ['read', 'annotate', 'propose', 'edit'] }]

async function comeIn(name: string, role: string, grants: object[] = []): Promise<Guest> {
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  const wish = { kind: 'member.invite', name, unit: '', role, grants, expires }
  const reply = ledger().run(wish, { kind: 'operator' })
  if (!reply.ok) throw new Error(reply.message)
  const { certificate, urls } = served
  const told = { urls, certificate, report: ledger().reportId, secret: reply.secret!, expires, title: '' }
  return acceptInvitation(writeInvitation(told).link, join(folder, 'keys', `${name}.json`))
}

const asked = async ({ host, report, identity }: Guest, command: object): Promise<string> => {
  const reply = await commandAsMember(host, report, identity, command)
  return reply.ok ? 'ok' : reply.code
}
const fingerprint = (section: string): string => sectionFingerprint(report(), section as BlockId)!
const approving = ({ report, identity }: Guest, section: string) =>
  signApproval(report, { section, fingerprint: fingerprint(section), note: '' }, identity)
const state = (section: string) => sectionStates(report(), ledger().current).get(section as BlockId)?.state

async function enter(guest: Guest, room?: string): Promise<Peer> {
  const peer = await guest.enter(room)
  peers.push(peer)
  return peer
}

test('a leader approves from another computer; late words are refused, and go in once it is unlocked', async () => {
  const [lan, an] = [await comeIn('Lan', 'leader'), await comeIn('An', 'drafter', everywhere)]
  const watching = await enter(an, 'ledger')
  expect(await asked(lan, approving(lan, 'L'))).toBe('ok')
  await eventually(() => expect(workIn(watching.doc).get('L')?.approvals).toHaveLength(1))

  const late = await enter(an)
  wordsIn(late.doc, 'L-p').insert(0, 'Muộn ')
  expect(await late.ended).toBe(4403)
  expect(state('L')).toBe('approved')

  expect(await asked(lan, { kind: 'section.unlock', section: 'L' })).toBe('reason-needed')
  expect(await asked(lan, { kind: 'section.unlock', section: 'L', reason: 'Bổ sung' })).toBe('ok')
  const again = await enter(an)
  wordsIn(again.doc, 'L-p').insert(0, 'Thêm ')
  await eventually(() => expect(state('L')).toBe('outdated'))
  await eventually(() =>
    expect(
      ledger()
        .current.work.get('L')
        ?.touched.map(({ member }) => member),
    ).toEqual([an.member]),
  )
  expect(await asked(lan, approving(lan, 'L'))).toBe('ok')
  expect(state('L')).toBe('approved')
})

test('whoever approves what was changed meanwhile is sent the section as it is', async () => {
  const [lan, an] = [await comeIn('Lan', 'leader'), await comeIn('An', 'drafter', everywhere)]
  const asSeen = approving(lan, 'L')
  const writing = await enter(an)
  wordsIn(writing.doc, 'L-p').insert(0, 'Khác ')
  await eventually(() => expect(fingerprint('L')).not.toBe(asSeen.fingerprint))
  const reply = await commandAsMember(lan.host, lan.report, lan.identity, asSeen)
  if (reply.ok) throw new Error('Approved')
  const now = readCopy(SectionCopy.parse(JSON.parse(reply.copy ?? '')))
  expect(now.fingerprint).toBe(fingerprint('L'))
  expect(now.report.text.textContent).toContain('Khác Đoạn của L')
})

test('every member may read what was approved, and nobody else', async () => {
  const [lan, an] = [await comeIn('Lan', 'leader'), await comeIn('An', 'drafter')]
  const approval = approving(lan, 'L')
  await asked(lan, approval)
  const copy = await copyAsMember(an.host, an.report, an.identity, approval.fingerprint)
  expect(readCopy(JSON.parse(copy ?? '')).fingerprint).toBe(approval.fingerprint)
  expect(await copyAsMember(an.host, an.report, an.identity, '0'.repeat(64))).toBeNull()
  const stranger = { token: 'A'.repeat(43), report: an.report, fingerprint: approval.fingerprint }
  expect(await post(an.host, '/copy', stranger)).toMatchObject({ refused: 'bad-session' })
})

test('nobody forges an approval: not in another’s name, not of other words, another section or report', async () => {
  const [lan, minh] = [await comeIn('Lan', 'leader'), await comeIn('Minh', 'leader')]
  const an = await comeIn('An', 'drafter', everywhere)
  const good = approving(lan, 'L')
  const over = (change: Partial<Parameters<typeof approvalText>[0]>): string =>
    lan.identity.sign(approvalText({ ...good, report: lan.report, ...change }))

  // A drafter and another leader show what Lan signed; a drafter signs as himself.
  expect(await asked(an, good)).toBe('unknown-key')
  expect(await asked(minh, good)).toBe('unknown-key')
  expect(await asked(an, approving(an, 'L'))).toBe('not-allowed')
  expect(await asked(an, { ...approving(an, 'L'), key: lan.identity.publicKey })).toBe('unknown-key')
  // Lan's own computer, made to say another thing than was signed.
  expect(await asked(lan, { ...good, section: 'B', fingerprint: fingerprint('B') })).toBe('bad-signature')
  expect(await asked(lan, { ...good, fingerprint: fingerprint('B') })).toBe('bad-signature')
  expect(await asked(lan, { ...good, signature: over({ report: 'other' }) })).toBe('bad-signature')
  expect(await asked(lan, { ...good, signature: over({ section: 'B' }) })).toBe('bad-signature')
  expect(await asked(lan, { ...good, signature: 'A'.repeat(86) })).toBe('bad-signature')
  expect(await asked(lan, { ...good, member: minh.member })).toBe('invalid-input')
  expect(ledger().current.work.size).toBe(0)

  expect(await asked(lan, good)).toBe('ok')
  expect(await asked(lan, { kind: 'approval.withdraw', section: 'L', reason: '' })).toBe('ok')
  expect(await asked(lan, good)).toBe('used-signature')
})

test('a drafter neither locks, unlocks, returns, withdraws, sets approvers nor notes anybody’s change', async () => {
  const [lan, an] = [await comeIn('Lan', 'leader'), await comeIn('An', 'drafter', everywhere)]
  const hoa = await comeIn('Hoa', 'secretary')
  await asked(lan, approving(lan, 'L'))
  const before = ledger().record.length
  const section = 'L'
  const [was, now] = [fingerprint('L'), fingerprint('B')]
  const forbidden: object[] = [
    { kind: 'section.lock', section: 'B' },
    { kind: 'section.unlock', section, reason: 'Sửa' },
    { kind: 'section.return', section, reason: 'Sửa' },
    { kind: 'approval.delegate', section, to: hoa.member },
    { kind: 'approvers.set', section, members: [lan.member], subtree: true },
    { kind: 'approval.rules', lockOnApproval: false },
    { kind: 'tracking.set', on: true },
    { kind: 'change.editorial', section, fingerprintBefore: was, fingerprintAfter: now, note: '' },
    { kind: 'approval.touch', section, member: hoa.member },
  ]
  for (const command of forbidden)
    expect([command, await asked(an, command)]).toEqual([command, 'not-allowed'])
  expect(await asked(an, { kind: 'approval.withdraw', section, reason: '' })).toBe('not-approved')
  // Nor does a secretary say in the host's place who changed something, or approve.
  expect(await asked(hoa, { kind: 'approval.touch', section, member: an.member })).toBe('not-allowed')
  expect(await asked(hoa, approving(hoa, 'B'))).toBe('not-allowed')
  expect(ledger().record).toHaveLength(before)
})

test('an approval that is written straight into the ledger’s room is refused', async () => {
  const an = await comeIn('An', 'drafter', everywhere)
  const lan = await comeIn('Lan', 'leader')
  const { key, signature, fingerprint: print, at } = approving(lan, 'L')
  const room = await enter(an, 'ledger')
  workIn(room.doc).set('L', {
    ...{ section: 'L', phase: null, returned: null, touched: [], editorial: [], unlocked: null },
    lockedByApproval: false,
    approvals: [
      {
        member: lan.member,
        by: lan.member,
        fingerprint: print,
        parts: [],
        at,
        recorded: at,
        key,
        signature,
        note: '',
      },
    ],
  })
  expect(await room.ended).toBe(4403)
  expect(workIn(ledger().doc).size).toBe(0)
})

test('an approval of somebody who was shut out a moment ago is not taken up', async () => {
  const lan = await comeIn('Lan', 'leader')
  const approval = approving(lan, 'L')
  const { token } = await openSession(lan.host, lan.report, lan.identity)
  ledger().run({ kind: 'member.revoke', member: lan.member }, { kind: 'operator' })
  const said = await post(lan.host, '/command', { token, report: lan.report, command: approval })
  expect(said).toMatchObject({ refused: 'bad-session' })
  expect(state('L')).toBe('writing')
})

test('an open thread in the review holds an approval up until it is resolved', async () => {
  const [lan, an] = [await comeIn('Lan', 'leader'), await comeIn('An', 'drafter')]
  const room = await enter(an, 'review')
  const about = { author: an.member, at: new Date().toISOString() }
  const anchor = {
    ...{ section: 'L1', sectionTitle: '', target: { kind: 'section' }, quote: '', before: '', after: '' },
  }
  const say = (record: { id: string }): void =>
    void room.doc.getMap('records').set(record.id, JSON.stringify({ ...about, ...record }))
  say({ id: 'remark-0001', kind: 'annotation.added', anchor, text: 'Thiếu số liệu', mentions: [] } as never)
  await eventually(() => expect(shared().shared.rooms.review.store.body.getMap('records').size).toBe(1))
  expect(await asked(lan, approving(lan, 'L'))).toBe('open-threads')
  expect(await asked(lan, approving(lan, 'B'))).toBe('ok')
  say({ id: 'remark-0002', kind: 'annotation.resolved', of: 'remark-0001' } as never)
  await eventually(() => expect(shared().shared.rooms.review.store.body.getMap('records').size).toBe(2))
  expect(await asked(lan, approving(lan, 'L'))).toBe('ok')
})
