import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { Doc } from 'yjs'
import { createReportFile } from '../../../electron/host/store/report-file'
import { stateFrame } from '../../../shared/sync/sync-frames'
import { buildChild } from '../../support/build-child'
import { startChildHost, type ChildHost } from '../../support/child-host'
import { everyMark, isSoundFile } from '../../support/marks'
import { connectPeer, typeOn, wordsOf, type Peer } from '../../support/network-peer'
import { randomFrom } from '../../support/random'
import { sampleReport } from '../../support/store-fixture'

// CRASHES=n runs another number.
const kills = Number(process.env['CRASHES'] ?? 8)
const typists = 3

let folder = ''
let program = ''
let path = ''
let host: ChildHost
let stopHost = async (): Promise<void> => undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-host-'))
  path = join(folder, 'Báo cáo.duthao')
  createReportFile(path, sampleReport())
  program = await buildChild('committee-host')
  await startHost('0')
}, 120_000)
afterAll(async () => {
  await stopHost()
  rmSync(folder, { recursive: true, force: true })
})

async function startHost(port: string): Promise<void> {
  host = await startChildHost(program, [path, port])
  stopHost = host.kill
}

interface Typist {
  readonly peer: Peer
  /** The highest mark that the host has confirmed: it answered a question that was asked after the mark was typed. */
  readonly acknowledged: () => number
  readonly stop: () => void
}

/** Types numbered marks and asks, as y-websocket's `resyncInterval` does, whether they have arrived. */
function startTyping(name: string, first: number): Typist {
  const peer = connectPeer({ port: host.port, reportId: 'bao-cao', session: name })
  const asked: number[] = []
  let acknowledged = 0
  let number = first
  const { provider } = peer
  provider.on('connection-close', () => (asked.length = 0))
  const sync = provider.messageHandlers[0]!
  provider.messageHandlers[0] = (...args) => {
    const [, decoder] = args
    const isAnswer = decoder.arr[decoder.pos] === 1
    sync(...args)
    // The first answer of a connection belongs to y-websocket's own question.
    if (isAnswer && provider.synced) acknowledged = Math.max(acknowledged, asked.shift() ?? 0)
  }
  const timer = setInterval(() => {
    if (!peer.provider.synced && number === first) return
    typeOn(peer.doc, `<${number}>`)
    const socket = provider.ws as unknown as WebSocket | null
    if (provider.synced && socket?.readyState === 1) {
      asked.push(number)
      socket.send(stateFrame(peer.doc))
    }
    number += typists
  }, 4)
  return { peer, acknowledged: () => acknowledged, stop: () => clearInterval(timer) }
}

test(
  `a host killed ${kills} times while ${typists} people type loses nothing: not in the file, not at the peers`,
  async () => {
    const random = randomFrom(5)
    const all = Array.from({ length: typists }, (_, which) => startTyping(`m${which}`, which + 1))
    await Promise.all(all.map(({ peer }) => peer.inStep()))
    for (let round = 0; round < kills; round++) {
      const before = all.map(({ acknowledged }) => acknowledged())
      await vi.waitFor(
        () => all.forEach((one, at) => expect(one.acknowledged()).toBeGreaterThan(before[at]!)),
        20_000,
      )
      await new Promise(resolve => setTimeout(resolve, random() * 300))
      await host.kill()
      const acknowledged = all.map(one => one.acknowledged())
      const found = everyMark(path)
      for (const [which, last] of acknowledged.entries())
        for (let mark = which + 1; mark <= last; mark += typists) expect(found).toContain(mark)
      expect(isSoundFile(path)).toBe(true)
      await startHost(String(host.port))
    }
    for (const { stop } of all) stop()
    const fresh = connectPeer({ port: host.port, reportId: 'bao-cao', session: 'm9', doc: new Doc() })
    await vi.waitFor(() => {
      for (const { peer } of all) {
        expect(peer.provider.synced).toBe(true)
        expect(wordsOf(peer.doc)).toBe(wordsOf(fresh.doc))
      }
    }, 20_000)
    // Nobody was refused: what a peer brought back was its own.
    expect(host.errors()).toBe('')
    for (const { peer } of [...all, { peer: fresh }]) {
      expect(peer.denial()).toBeNull()
      peer.leave()
    }
  },
  120_000 + kills * 20_000,
)
