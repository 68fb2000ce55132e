import { createServer as createTcpServer, type Server } from 'node:net'
import { createServer as createTlsServer } from 'node:https'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join as inFolder } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import { serveFolder, type ServedFolder } from '../../../electron/host/committee/serve-folder'
import { openCertificate } from '../../../electron/host/identity/certificate'
import { hostFolderOf, readHostCard } from '../../../electron/host/identity/host-card'
import { openIdentity } from '../../../electron/host/identity/identity'
import { command, hostOf, join, openSession } from '../../../electron/host/identity/peer'
import { findHost, post, tlsOptionsOf, type PinnedHost } from '../../../electron/host/identity/pinned'
import { readInvitation, toInvitationLink, type Invitation } from '../../../shared/session/invitation'
import { toInvitationCode } from '../../../shared/session/invitation-code'
import { invite, operator } from '../../support/ledger-fixture'
import { connectPeer, typeParagraph, wordsOf, type Peer } from '../../support/network-peer'
import { refusal, withReportFile } from '../../support/store-fixture'

const file = withReportFile()
let served: ServedFolder
const peers: Peer[] = []
const faults: unknown[] = []

const serve = (host: string): Promise<ServedFolder> =>
  serveFolder({
    ...{ folder: file.folder, host, port: 0 },
    onShutOut: error => faults.push(error),
    onBug: error => faults.push(error),
  })

beforeEach(() => void faults.splice(0))
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.leave()
  await served.close()
})

const keyOf = (name: string) => openIdentity(inFolder(file.folder, 'keys', `${name}.json`))
const portOf = (): number => Number(/:(\d+)$/.exec(served.urls[0]!)?.[1])
const ledger = () => served.reports[0]!.ledger
const own = (): string =>
  served.certificate === 'loopback' ? `ws://127.0.0.1:${portOf()}` : `wss://127.0.0.1:${portOf()}`

function invited(more: object = {}): { invitation: Invitation; member: string } {
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  const reply = ledger().run(invite('secretary', 'Lê Thị C', { expires }), operator)
  if (!reply.ok) throw new Error(reply.message)
  const invitation = {
    ...{ kind: 'duthao-invite', version: 1, urls: [own()], report: ledger().reportId },
    ...{ certificate: served.certificate, secret: reply.secret!, expires },
    ...more,
  } as Invitation
  return { invitation, member: reply.member! }
}

async function enter(host: PinnedHost, token: string): Promise<Peer> {
  const options = tlsOptionsOf(host) as ClientOptions
  class Pinned extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, options)
    }
  }
  const at = { port: portOf(), reportId: ledger().reportId, session: token, url: host.url }
  const peer = connectPeer({ ...at, socket: Pinned })
  peers.push(peer)
  await Promise.race([peer.inStep(), peer.ended.then(code => Promise.reject(new Error(String(code))))])
  return peer
}

describe('over TLS', () => {
  beforeEach(async () => (served = await serve('0.0.0.0')))

  test('an invitation leads from a link to writing, and revoking ends it within a second', async () => {
    const { invitation, member } = invited()
    const given = readInvitation(toInvitationLink(invitation))!
    const host = await hostOf(given)
    expect(await join(host, given.secret, keyOf('c'))).toMatchObject({ member, name: 'Lê Thị C' })
    const { token } = await openSession(host, invitation.report, keyOf('c'))
    const peer = await enter(host, token)
    expect(wordsOf(peer.doc)).toContain('Một đoạn')
    typeParagraph(peer.doc, 'Đoạn của C')
    await expect.poll(() => wordsOf(served.reports[0]!.shared.rooms.body.store.body)).toContain('Đoạn của C')
    const before = Date.now()
    ledger().run(invite('secretary', 'Thư ký khác'), operator)
    const other = invited()
    await join(host, other.invitation.secret, keyOf('other'))
    expect(ledger().run({ kind: 'member.revoke', member }, operator)).toMatchObject({ ok: true })
    expect(await peer.ended).toBe(4401)
    expect(Date.now() - before).toBeLessThan(1000)
    await expect(openSession(host, invitation.report, keyOf('c'))).rejects.toEqual(refusal('not-allowed'))
  })

  test('a code leads to the same host: it carries the beginning of the certificate', async () => {
    const { invitation, member } = invited()
    const given = readInvitation(toInvitationCode(invitation)!)!
    expect((await join(await hostOf(given), given.secret, keyOf('c'))).member).toBe(member)
  })

  test('another host under the same address is sent nothing', async () => {
    const stranger = openCertificate(inFolder(file.folder, 'stranger.json'))
    let heard = 0
    const server = createTlsServer(stranger, () => heard++).listen(0, '127.0.0.1')
    await new Promise(resolve => server.on('listening', resolve))
    const url = `wss://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { invitation } = invited({ urls: [url] })
    await expect(hostOf(invitation)).rejects.toEqual(refusal('not-allowed'))
    const lookedAt = { ...(await findHost(own(), served.certificate)), url }
    await expect(post(lookedAt, '/join', { secret: invitation.secret })).rejects.toEqual(refusal('not-ready'))
    expect(heard).toBe(0)
    server.close()
    server.closeAllConnections()
  })

  test('the next address is tried where one is silent', async () => {
    const silent: Server = createTcpServer(socket => socket.destroy()).listen(0, '127.0.0.1')
    await new Promise(resolve => silent.on('listening', resolve))
    const dead = `wss://127.0.0.1:${(silent.address() as AddressInfo).port}`
    const { invitation } = invited({ urls: [dead, own()] })
    expect((await hostOf(invitation)).url).toBe(own())
    await expect(hostOf({ ...invitation, urls: [dead] })).rejects.toEqual(refusal('not-ready'))
    silent.close()
  })

  test('nobody comes in with a token from elsewhere, a second time at once, or after its end', async () => {
    const { invitation } = invited()
    const host = await hostOf(invitation)
    await join(host, invitation.secret, keyOf('c'))
    const { token } = await openSession(host, invitation.report, keyOf('c'))
    await expect(enter(host, 'A'.repeat(43))).rejects.toThrow('4401')
    const first = await enter(host, token)
    const codes: number[] = []
    const second = new WebSocket(
      `${host.url}/${invitation.report}/body?token=${token}&schema=1`,
      tlsOptionsOf(host) as ClientOptions,
    )
    second.on('message', () => codes.push(0))
    codes.push(await new Promise<number>(resolve => second.on('close', resolve)))
    expect(codes).toEqual([1013])
    expect(first.provider.wsconnected).toBe(true)
    await post(host, '/end', { token })
    first.leave()
    await expect(enter(host, token)).rejects.toThrow('4401')
  })

  test('the operator commands through the host card, and nobody without it', async () => {
    const card = readHostCard(hostFolderOf(file.folder))!
    const report = ledger().reportId
    expect(await command(card, report, invite('reader', 'D'))).toMatchObject({
      ok: false,
      code: 'bad-expiry',
    })
    const expires = new Date(Date.now() + 1000).toISOString()
    expect(await command(card, report, invite('reader', 'D', { expires }))).toMatchObject({ ok: true })
    const forged = { ...card, control: { ...card.control!, secret: 'A'.repeat(43) } }
    await expect(command(forged, report, invite('reader', 'E', { expires }))).rejects.toEqual(
      refusal('not-allowed'),
    )
    await expect(command(card, 'other', invite('reader', 'E', { expires }))).rejects.toEqual(
      refusal('not-allowed'),
    )
    expect([...ledger().current.members.values()].map(({ name }) => name)).toEqual(['D'])
  })
})

describe('the door', () => {
  beforeEach(async () => (served = await serve('127.0.0.1')))

  test('lets programs of the same computer in without TLS', async () => {
    const { invitation } = invited()
    const host = await hostOf(invitation)
    await join(host, invitation.secret, keyOf('c'))
    const { token } = await openSession(host, invitation.report, keyOf('c'))
    expect(wordsOf((await enter(host, token)).doc)).toContain('Một đoạn')
  })

  const ask = (options: object, body?: string | Buffer) =>
    new Promise<number | undefined>(resolve => {
      const sent = request(
        { host: '127.0.0.1', port: portOf(), method: 'POST', path: '/join', ...options },
        answer => {
          answer.resume()
          resolve(answer.statusCode)
        },
      )
      sent.on('error', () => resolve(undefined))
      sent.end(body)
    })

  test.each([
    ['another path', { path: '/members' }, '{}', 404],
    ['reading instead of sending', { method: 'GET' }, undefined, 404],
    ['no JSON', {}, 'xin chào', 400],
    ['nothing', {}, '', 400],
    ['JSON of another shape', {}, '[1]', 400],
    ['a field too many', { path: '/end' }, `{"token":"${'A'.repeat(43)}","x":1}`, 400],
    ['bytes that are no text', {}, Buffer.from([0xff, 0xfe, 0x00]), 400],
    ['5 kB', {}, `{"secret":"${'A'.repeat(5000)}"}`, 400],
    ['an unknown key', { path: '/challenge' }, '{"report":"x","key":"abc"}', 400],
    [
      'a command without the card',
      { path: '/control' },
      `{"control":"${'A'.repeat(43)}","report":"x","command":{}}`,
      403,
    ],
  ])('answers %s with a refusal, and goes on', async (_what, options, body, status) => {
    expect(await ask(options, body)).toBe(status)
    expect(await ask({ path: '/end' }, `{"token":"${'A'.repeat(43)}"}`)).toBe(200)
    expect(faults).toEqual([])
  })

  test('ends a connection whose request has no end', async () => {
    const sent = request({ host: '127.0.0.1', port: portOf(), method: 'POST', path: '/join' })
    const status = new Promise<number | undefined>(resolve => {
      sent.on('response', answer => resolve(answer.statusCode))
      sent.on('error', () => resolve(undefined))
    })
    const feeding = setInterval(() => sent.write(Buffer.alloc(1000, 'a')), 1)
    expect([400, undefined]).toContain(await status)
    expect(faults).toEqual([])
    clearInterval(feeding)
    sent.destroy()
    expect(await ask({ path: '/end' }, `{"token":"${'A'.repeat(43)}"}`)).toBe(200)
  })
})
