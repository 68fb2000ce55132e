import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serveFolder, type ServedFolder } from '../../../electron/host/committee/serve-folder'
import { commandAsMember, openSession } from '../../../electron/host/identity/peer'
import { post } from '../../../electron/host/identity/pinned'
import { writeInvitation } from '../../../electron/host/sharing/written-invitation'
import { acceptInvitation, type Guest } from '../../support/desktop'
import type { Peer } from '../../support/network-peer'
import { withReportFile } from '../../support/store-fixture'

const file = withReportFile()
const peers: Peer[] = []
let served: ServedFolder

const ledger = () => served.reports[0]!.ledger
const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString()
const inviting = (name: string, more: object = {}) => ({
  ...{ kind: 'member.invite', name, unit: '', role: 'drafter', grants: [], expires: tomorrow() },
  ...more,
})

beforeEach(async () => {
  const onBug = (error: unknown): void => {
    throw error
  }
  const place = { folder: file.folder, host: '0.0.0.0', port: 0 }
  served = await serveFolder({ ...place, onShutOut: () => undefined, onBug })
})
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.leave()
  await served.close()
})

/** A member's computer, invited by whoever started the host. */
async function comeIn(name: string, role: string): Promise<Guest> {
  const expires = tomorrow()
  const reply = ledger().run(inviting(name, { role }), { kind: 'operator' })
  if (!reply.ok) throw new Error(reply.message)
  const { certificate, urls } = served
  const told = {
    urls,
    certificate,
    report: ledger().reportId,
    secret: reply.secret!,
    expires,
    title: 'Báo cáo',
  }
  return acceptInvitation(writeInvitation(told).link, join(file.folder, 'keys', `${name}.json`))
}

const asked = ({ host, report, identity }: Guest, command: object) =>
  commandAsMember(host, report, identity, command)

async function tokenOf({ host, report, identity }: Guest): Promise<string> {
  return (await openSession(host, report, identity)).token
}

describe('a secretary at another computer than the host', () => {
  test('invites, and the record names the secretary', async () => {
    const hoa = await comeIn('Hoa', 'secretary')
    const reply = await asked(hoa, inviting('Minh'))
    expect(reply).toMatchObject({ ok: true, secret: expect.stringMatching(/^[\w-]{16}$/) as unknown })
    expect(ledger().record.at(-1)).toMatchObject({
      by: { kind: 'member', id: hoa.member },
      fact: { kind: 'member.invite', name: 'Minh' },
    })
  })

  test('names more sections in an invitation than fit into a small request', async () => {
    const hoa = await comeIn('Hoa', 'secretary')
    const grants = Array.from({ length: 100 }, (_, at) => ({
      section: `không có mục này ${at}`,
      rights: ['read'],
    }))
    expect(await asked(hoa, inviting('Minh', { grants }))).toMatchObject({
      ok: false,
      code: 'unknown-section',
    })
  })

  test('shuts somebody out, whose connection ends at once', async () => {
    const hoa = await comeIn('Hoa', 'secretary')
    const minh = await comeIn('Minh', 'drafter')
    const peer = await minh.enter()
    peers.push(peer)
    expect(await asked(hoa, { kind: 'member.revoke', member: minh.member })).toMatchObject({ ok: true })
    expect(await peer.ended).toBe(4401)
    await expect(asked(minh, inviting('Lan'))).rejects.toThrow(/đã ngừng tham gia/)
  })
})

describe('is not carried out', () => {
  test('what the member’s role does not allow', async () => {
    const minh = await comeIn('Minh', 'drafter')
    expect(await asked(minh, inviting('Lan'))).toMatchObject({ ok: false, code: 'not-allowed' })
  })

  test.each([
    ['founding the committee', { kind: 'ledger.found', name: 'Kẻ lạ', unit: '', key: 'A'.repeat(43) }],
    [
      'what only the host does',
      { kind: 'invitation.redeem', secretHash: '0'.repeat(64), key: 'A'.repeat(43) },
    ],
  ])('%s, whoever asks', async (_what, command) => {
    const hoa = await comeIn('Hoa', 'secretary')
    const before = ledger().record.length
    expect(await asked(hoa, command)).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(ledger().record).toHaveLength(before)
  })

  test('a command with a token that was made up, has ended, or opens another report', async () => {
    const hoa = await comeIn('Hoa', 'secretary')
    const { host, report } = hoa
    const token = await tokenOf(hoa)
    const command = inviting('Kẻ lạ')
    const said = (change: object) => post(host, '/command', { token, report, command, ...change })
    expect(await said({ token: 'A'.repeat(43) })).toMatchObject({ refused: 'bad-session' })
    expect(await said({ report: 'other' })).toMatchObject({ refused: 'bad-session' })
    expect(await said({ by: hoa.member })).toMatchObject({ refused: 'malformed' })
    await post(host, '/end', { token })
    expect(await said({})).toMatchObject({ refused: 'bad-session' })
    expect(ledger().current.members.size).toBe(1)
  })

  test('a command of somebody who was shut out a moment ago', async () => {
    await comeIn('Lan', 'secretary')
    const hoa = await comeIn('Hoa', 'secretary')
    const token = await tokenOf(hoa)
    ledger().run({ kind: 'member.revoke', member: hoa.member }, { kind: 'operator' })
    const said = await post(hoa.host, '/command', { token, report: hoa.report, command: inviting('Minh') })
    expect(said).toMatchObject({ refused: 'bad-session' })
  })
})

test('who asks too much from one address is told to wait', async () => {
  const hoa = await comeIn('Hoa', 'secretary')
  const some = () => Promise.all(Array.from({ length: 60 }, () => post(hoa.host, '/challenge', {})))
  const refusals = new Set<unknown>()
  for (let round = 0; round < 20 && !refusals.has('too-many'); round++)
    for (const said of await some()) refusals.add((said as { refused: string }).refused)
  expect([...refusals]).toEqual(['malformed', 'too-many'])
})
