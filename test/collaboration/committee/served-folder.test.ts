import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import type { Found } from '../../../electron/host/committee/open-folder'
import {
  serveFolder,
  type ServedFolder,
  type ServeOptions,
} from '../../../electron/host/committee/serve-folder'
import { openIdentity } from '../../../electron/host/identity/identity'
import { hostOf, join as joinHost, openSession } from '../../../electron/host/identity/peer'
import { tlsOptionsOf } from '../../../electron/host/identity/pinned'
import { createReportFile, readReportFile } from '../../../electron/host/store/report-file'
import { readHostUrl } from '../../../shared/session/host-url'
import { connectPeer, typeParagraph, wordsOf, type Peer, eventually } from '../../support/network-peer'
import { blocksIn, pause, refusal, sampleReport } from '../../support/store-fixture'

let folder = ''
const served: ServedFolder[] = []
const peers: Peer[] = []
const shutOut: unknown[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'served-folder-'))
  createReportFile(join(folder, 'Báo cáo.duthao'), sampleReport())
})
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.leave()
  for (const one of served.splice(0)) await one.close()
  rmSync(folder, { recursive: true, force: true })
})

async function serve(options: Partial<ServeOptions> = {}): Promise<ServedFolder> {
  const onShutOut = (error: unknown): void => void shutOut.push(error)
  const all = { folder, host: '127.0.0.1', port: 0, onShutOut, onBug: onShutOut, ...options }
  const one = await serveFolder(all)
  served.push(one)
  return one
}

/** A new member's computer: invited, joined, with a session, connected. */
async function comeIn(to: ServedFolder, name: string): Promise<{ peer: Peer; member: string }> {
  const report = to.reports[0]!
  const expires = new Date(Date.now() + 60_000).toISOString()
  const asked = { kind: 'member.invite', name, unit: '', role: 'secretary', grants: [], expires }
  const reply = report.ledger.run(asked, { kind: 'operator' })
  if (!reply.ok) throw new Error(reply.message)
  const identity = openIdentity(join(folder, `${name}.key`))
  const host = await hostOf({ urls: to.urls.slice(-1), certificate: to.certificate })
  const { member } = await joinHost(host, reply.secret!, identity)
  const { token } = await openSession(host, report.shared.id, identity)
  class PinnedSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, tlsOptionsOf(host) as ClientOptions)
    }
  }
  const { port } = readHostUrl(host.url)!
  const at = { port, reportId: report.shared.id, session: token, url: host.url, socket: PinnedSocket }
  const peer = connectPeer(at)
  peers.push(peer)
  await peer.inStep()
  return { peer, member }
}

describe('a served folder', () => {
  test.each([
    ['on this computer, unencrypted', '127.0.0.1', /^ws:/],
    ['on the network, encrypted and pinned', '0.0.0.0', /^wss:/],
  ])('lets invited members write together %s, and keeps it', async (_where, host, scheme) => {
    const one = await serve({ host })
    expect(one.urls.every(url => scheme.test(url))).toBe(true)
    const [lan, minh] = [await comeIn(one, 'Lan'), await comeIn(one, 'Minh')]
    typeParagraph(lan.peer.doc, 'của Lan')
    typeParagraph(minh.peer.doc, 'của Minh')
    await eventually(() => {
      expect(wordsOf(lan.peer.doc)).toContain('của Minh')
      expect(wordsOf(minh.peer.doc)).toContain('của Lan')
    })
    await served.pop()!.close()
    expect(blocksIn(readReportFile(one.reports[0]!.path))).toEqual(
      expect.arrayContaining(['của Lan', 'của Minh']),
    )
  })

  test('lets nobody read along who speaks without encryption', async () => {
    const one = await serve({ host: '0.0.0.0' })
    const { port } = readHostUrl(one.urls[0]!)!
    const socket = new WebSocket(`ws://127.0.0.1:${port}/${one.reports[0]!.shared.id}/body`)
    const said = await new Promise(resolve => {
      socket.on('open', () => resolve('open')).on('error', () => resolve('refused'))
    })
    expect(said).toBe('refused')
  })

  test('cuts a revoked member’s connection within a second', async () => {
    const one = await serve()
    // The last secretary cannot be shut out.
    await comeIn(one, 'Minh')
    const { peer, member } = await comeIn(one, 'Lan')
    const start = performance.now()
    one.reports[0]!.ledger.run({ kind: 'member.revoke', member }, { kind: 'operator' })
    expect(await peer.ended).toBe(4401)
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test('knows whose words are whose after it was stopped and started again', async () => {
    const first = await serve()
    const lan = await comeIn(first, 'Lan')
    typeParagraph(lan.peer.doc, 'trước khi dừng')
    await eventually(() =>
      expect(wordsOf(first.reports[0]!.shared.rooms.body.store.body)).toContain('trước khi dừng'),
    )
    await served.pop()!.close()
    const again = await serve()
    const { ledger } = again.reports[0]!
    expect(ledger.clients.ownerOf(lan.peer.doc.clientID)).toBe(lan.member)
  })

  test('lets a committee in whose report came later, once it is there whole', async () => {
    const found: Found[] = []
    const one = await serve({ look: 20, onFound: each => found.push(each) })
    const late = join(folder, 'Đến sau.duthao')
    createReportFile(join(folder, 'nháp'), sampleReport())
    const bytes = readFileSync(join(folder, 'nháp'))
    writeFileSync(late, bytes.subarray(0, 1000))
    // Longer in between than looking takes, so that half a file is seen, changing.
    for (let end = 2000; end < bytes.length + 1000; end += 1000) {
      await pause(5)
      writeFileSync(late, bytes.subarray(0, end))
    }
    await eventually(() => expect(found).toHaveLength(1))
    expect(found[0]!.remarks).toEqual([])
    expect(one.reports.map(({ path }) => path)).toEqual([join(folder, 'Báo cáo.duthao'), late])
    const { peer } = await comeIn({ ...one, reports: found[0]!.reports }, 'Lan')
    typeParagraph(peer.doc, 'của Lan')
    await eventually(() =>
      expect(wordsOf(found[0]!.reports[0]!.shared.rooms.body.store.body)).toContain('của Lan'),
    )
  })

  test('says what it does not share, and why', async () => {
    copyFileSync(join(folder, 'Báo cáo.duthao'), join(folder, 'Bản sao.duthao'))
    writeFileSync(join(folder, 'Hỏng.duthao'), 'không phải báo cáo')
    const one = await serve()
    expect(one.reports).toHaveLength(1)
    expect(one.remarks.map(({ message }) => message)).toEqual([
      expect.stringContaining('bản sao'),
      expect.stringContaining('không phải là tệp báo cáo'),
    ])
  })

  test.each<[string, () => Partial<ServeOptions>, string]>([
    ['without a report', () => (rmSync(join(folder, 'Báo cáo.duthao')), {}), 'not-found'],
    ['that there is not', () => ({ folder: join(folder, 'khác') }), 'not-found'],
    ['at an address of another computer', () => ({ host: '203.0.113.7' }), 'invalid-input'],
  ])('%s is refused in words, and leaves the files free', async (_what, change, code) => {
    await expect(serve(change())).rejects.toThrow(refusal(code))
    for (const name of readdirSync(folder).filter(found => found.endsWith('.duthao')))
      expect(blocksIn(readReportFile(join(folder, name)))).toHaveLength(2)
  })

  test('at a port that is taken is refused in words', async () => {
    const { port } = readHostUrl((await serve()).urls[0]!)!
    const other = mkdtempSync(join(tmpdir(), 'served-folder-'))
    createReportFile(join(other, 'a.duthao'), sampleReport())
    await expect(serve({ folder: other, port })).rejects.toThrow(refusal('not-allowed'))
    rmSync(other, { recursive: true })
  })
})
