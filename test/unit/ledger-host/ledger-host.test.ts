import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { expect, test } from 'vitest'
import { committeeOf } from '../../../electron/host/ledger/committee-of'
import { LedgerHost } from '../../../electron/host/ledger/ledger-host'
import { openDatabase } from '../../../electron/host/store/sqlite'
import { Failure } from '../../../shared/ipc/failure'
import { brokenEntries } from '../../../shared/ledger/entry'
import { assignmentsOf, auditOf, invitationsOf, locksIn, membersOf } from '../../../shared/ledger/ledger-doc'
import { secretHashOf } from '../../../shared/session/secret-hash'
import { headingsOf } from '../../../shared/report/text-blocks'
import { blockIdOf } from '../../../shared/report/nodes'
import { readReport } from '../../../shared/sync/read-report'
import { host, invite, makeKey, now, operator } from '../../support/ledger-fixture'
import { withReportFile } from '../../support/store-fixture'

const file = withReportFile()
const clock = () => Date.parse(now)
const open = () => new LedgerHost(file.open(), clock)

function invited(ledger: LedgerHost, role = 'drafter', name = 'Nguyễn Văn A') {
  const reply = ledger.run(invite(role, name), operator)
  if (!reply.ok) throw new Error(reply.message)
  return { member: reply.member!, secret: reply.secret! }
}

const redeem = (ledger: LedgerHost, secret: string, key = makeKey().publicKey) =>
  ledger.run({ kind: 'invitation.redeem', secretHash: secretHashOf(secret), key }, host)

test('the ledger is on the disk when the answer comes, secrets are not', () => {
  const store = file.open()
  const ledger = new LedgerHost(store, clock)
  const { secret } = invited(ledger)
  expect(store.ledger().entries).toEqual(ledger.record.map(entry => JSON.stringify(entry)))
  expect(JSON.stringify(ledger.record)).not.toContain(secret)
  const before = ledger.current
  store.close()
  expect(open().current).toEqual(before)
})

test('what cannot be written has not happened, and nobody hears of it', () => {
  const store = file.open()
  const full = {
    ...{ reportId: store.reportId, body: store.body, ledger: () => store.ledger() },
    writeLedger: () => {
      throw new Failure('disk-full', 'Ổ đĩa đã đầy.')
    },
  }
  const ledger = new LedgerHost(full, clock)
  let heard = 0
  ledger.onChange(() => heard++)
  ledger.doc.on('update', () => heard++)
  expect(ledger.run(invite('drafter'), operator)).toEqual({
    ok: false,
    code: 'disk-full',
    message: 'Ổ đĩa đã đầy.',
  })
  expect([heard, ledger.current.members.size, ledger.record.length]).toEqual([0, 0, 0])
})

test('peers read the whole ledger, and no hash of an invitation outside the record', () => {
  const store = file.open()
  const ledger = new LedgerHost(store, clock)
  const peer = new Doc()
  ledger.doc.on('update', (update: Uint8Array) => applyUpdate(peer, update))
  const { member, secret } = invited(ledger)
  redeem(ledger, secret)
  const section = blockIdOf(headingsOf(readReport(store.body).text)[0]!)
  ledger.run({ kind: 'section.assign', section, members: [member], due: '2026-05-01' }, operator)
  ledger.run({ kind: 'section.lock', section }, operator)
  expect(membersOf(peer).get(member)).toMatchObject({ name: 'Nguyễn Văn A', role: 'drafter', joined: now })
  expect(assignmentsOf(peer).get(section)).toEqual({ section, members: [member], due: '2026-05-01' })
  expect(locksIn(peer).get(section)).toMatch(/^\d+:\d+$/)
  expect([...invitationsOf(peer).values()]).toEqual([
    { member, expires: expect.any(String) as string, withdrawn: false, used: true },
  ])
  expect(auditOf(peer).toArray()).toEqual(ledger.record)
  expect(brokenEntries(auditOf(peer).toArray())).toEqual([])
})

test('after a restart peers and host still agree about the room', () => {
  const first = file.open()
  const ledger = new LedgerHost(first, clock)
  const peer = new Doc()
  invited(ledger, 'drafter', 'Một')
  applyUpdate(peer, encodeStateAsUpdate(ledger.doc))
  first.close()
  const again = open()
  const { member } = invited(again, 'reader', 'Hai')
  again.run({ kind: 'member.change', member, name: 'Ba' }, operator)
  applyUpdate(peer, encodeStateAsUpdate(again.doc))
  expect([...membersOf(peer).values()].map(({ name }) => name).sort()).toEqual(['Ba', 'Một'])
  expect(auditOf(peer).toArray()).toEqual(again.record)
})

test('a damaged entry is left out and said, those behind it still count', () => {
  const store = file.open()
  const ledger = new LedgerHost(store, clock)
  const one = invited(ledger, 'drafter', 'Một')
  invited(ledger, 'drafter', 'Hai')
  ledger.run({ kind: 'member.revoke', member: one.member }, operator)
  store.close()
  const database = openDatabase(file.path)
  database.exec(`UPDATE ledger SET entry = replace(entry, 'Hai', 'Hại') WHERE seq = 2`)
  database.close()
  const again = open()
  expect(again.notice).toContain('1 chỗ')
  expect([...again.current.members.values()].map(({ name, revoked }) => [name, revoked])).toEqual([
    ['Một', now],
  ])
  expect(again.run(invite('reader', 'Ba'), operator).ok).toBe(true)
})

test('a client id belongs to whoever wrote under it first, also after a restart', () => {
  const store = file.open()
  const ledger = new LedgerHost(store, clock)
  ledger.clients.register('m1', [7, 8])
  ledger.clients.register('m1', [8, 9])
  expect(() => ledger.clients.register('m2', [9])).toThrow('9')
  store.close()
  const again = open()
  expect([7, 8, 9, 10].map(again.clients.ownerOf)).toEqual(['m1', 'm1', 'm1', undefined])
})

test('the network host asks for members who may come in, and hears at once of those who no longer may', () => {
  const ledger = open()
  const asked = committeeOf(ledger)
  const { member, secret } = invited(ledger)
  const gone: string[] = []
  const stop = asked.onRevoked(id => gone.push(id))
  expect(asked.member(member)).toBeUndefined()
  const key = makeKey().publicKey
  redeem(ledger, secret, key)
  expect(asked.member(member)).toMatchObject({ id: member, role: 'drafter' })
  ledger.run({ kind: 'key.revoke', member, key }, operator)
  ledger.run({ kind: 'member.revoke', member }, operator)
  expect(gone).toEqual([member, member])
  expect(asked.member(member)).toBeUndefined()
  stop()
  ledger.run({ kind: 'member.restore', member }, operator)
  ledger.run({ kind: 'member.revoke', member }, operator)
  expect(gone).toHaveLength(2)
})
