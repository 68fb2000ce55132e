import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { readReportFile } from '../../electron/host/store/report-file'
import { readReport } from '../../shared/sync/read-report'
import { stateFrame } from '../../shared/sync/sync-frames'
import { withCluster } from '../support/cluster-fixture'
import type { ClusterMember, Instance } from '../support/cluster-instance'
import { everyMark } from '../support/marks'
import { gateReport } from '../support/gate-report'
import { typeOn, wordsOf, type Peer } from '../support/network-peer'

const here = withCluster()
beforeEach(context => {
  if (here.lacking) context.skip(here.lacking)
})

interface Typist {
  readonly peer: () => Peer
  /** The highest mark that was confirmed: an answer came to a question that was asked after it was typed. */
  readonly acknowledged: () => number
  readonly stop: () => void
  /** From here on it does not look for another instance. */
  readonly leave: () => void
}

/** Types numbered marks and asks, as y-websocket's `resyncInterval` does, whether they have arrived. */
async function startTyping(
  member: ClusterMember,
  at: { first: Instance; second: Instance | null; number: number; step: number },
): Promise<Typist> {
  let peer = await member.enter(at.first)
  const { doc } = peer
  let { number } = at
  let asked: number[] = []
  let acknowledged = 0
  let isOver = false
  const listen = (): void => {
    asked = []
    const { provider } = peer
    const sync = provider.messageHandlers[0]!
    provider.messageHandlers[0] = (...args) => {
      const isAnswer = args[1].arr[args[1].pos] === 1
      sync(...args)
      // The first answer of a connection belongs to y-websocket's own question.
      if (isAnswer && provider.synced) acknowledged = Math.max(acknowledged, asked.shift() ?? 0)
    }
    // A second address: where the first is gone, the same replica goes to the other with a session of its own.
    let isGone = false
    provider.on('connection-close', () => {
      asked = []
      // Without one, the client comes back by itself.
      if (isGone || isOver || !at.second) return
      isGone = true
      provider.destroy()
      void member.connect(at.second, { doc }).then(next => {
        peer = next
        listen()
      })
    })
  }
  listen()
  const timer = setInterval(() => {
    typeOn(doc, `<${number}>`)
    const socket = peer.provider.ws as unknown as WebSocket | null
    if (peer.provider.synced && socket?.readyState === 1) {
      asked.push(number)
      socket.send(stateFrame(doc))
    }
    number += at.step
  }, 20)
  return {
    peer: () => peer,
    acknowledged: () => acknowledged,
    stop: () => clearInterval(timer),
    leave: () => (isOver = true),
  }
}

test('an instance killed while people type on both loses nothing: its people go on at the other', async () => {
  const report = await here.put(gateReport(), 'secretary', 'secretary', 'secretary', 'secretary')
  const [a, b] = [await here.start('a'), await here.start('b')]
  const all = await Promise.all(
    [0, 1, 2, 3].map(which =>
      startTyping(report.member(which), {
        ...(which % 2 === 0 ? { first: a, second: b } : { first: b, second: a }),
        ...{ number: which + 1, step: 4 },
      }),
    ),
  )
  const everybodyHeard = (): void => all.forEach(one => expect(one.acknowledged()).toBeGreaterThan(40))
  await vi.waitFor(everybodyHeard, 20_000)
  await a.kill()
  const acknowledged = all.map(one => one.acknowledged())
  const copy = join(here.folder, 'sau khi mất.duthao')
  expect((await here.cluster('take', report.id, '-o', copy)).code).toBe(0)
  const found = everyMark(copy)
  for (const [which, last] of acknowledged.entries())
    for (let mark = which + 1; mark <= last; mark += 4) expect(found).toContain(mark)

  await vi.waitFor(() => {
    for (const [which, one] of all.entries())
      expect(one.acknowledged()).toBeGreaterThan(acknowledged[which]! + 40)
  }, 20_000)
  for (const { stop } of all) stop()
  const fresh = await report.member(1).enter(b, { room: 'body' })
  await vi.waitFor(() => {
    for (const { peer } of all) {
      expect(peer().provider.synced).toBe(true)
      expect(wordsOf(peer().doc)).toBe(wordsOf(fresh.doc))
    }
  }, 20_000)
  for (const { leave } of all) leave()
  // Nobody was refused: what people brought to the other instance was their own.
  for (const { peer } of all) expect(peer().denial()).toBeNull()
  expect(b.errors()).not.toContain('Đã từ chối')
  const last = join(here.folder, 'sau cùng.duthao')
  await here.cluster('take', report.id, '-o', last)
  expect(readReportFile(last)).toEqual(readReport(fresh.doc))
})

test('while the database is away people write on, nothing is confirmed, and when it is back nothing is lost', async () => {
  const report = await here.put(gateReport(), 'secretary', 'secretary')
  const c = await here.start('c')
  const one = await startTyping(report.member(0), { first: c, second: null, number: 1, step: 1 })
  await vi.waitFor(() => expect(one.acknowledged()).toBeGreaterThan(10), 15_000)
  const restart = await here.services.cutDatabase()
  await vi.waitFor(() => expect(one.peer().provider.wsconnected).toBe(false), 15_000)
  const confirmed = one.acknowledged()
  await restart()
  await vi.waitFor(() => expect(one.acknowledged()).toBeGreaterThan(confirmed + 20), 20_000)
  one.stop()
  const fresh = await report.member(1).enter(c)
  await vi.waitFor(() => expect(wordsOf(fresh.doc)).toBe(wordsOf(one.peer().doc)), 15_000)
  one.leave()
  expect(await c.stop()).toBe(0)
  const copy = join(here.folder, 'sau khi có lại.duthao')
  expect((await here.cluster('take', report.id, '-o', copy)).code).toBe(0)
  expect(readReportFile(copy)).toEqual(readReport(one.peer().doc))
})

test('under Node 20 a cluster is declined with the reason, and the rest of the program works', async context => {
  if (Number.parseInt(process.versions.node) >= 22) context.skip('Node mới hơn')
  const said = (...args: string[]) =>
    spawnSync(process.execPath, ['.build/node/cli.js', ...args], { encoding: 'utf8' })
  const declined = said('serve', '--cluster', 'cluster.json')
  expect([declined.status, declined.stdout]).toEqual([1, ''])
  expect(declined.stderr).toContain('Node.js 22')
  expect(said('--help').status).toBe(0)
})
