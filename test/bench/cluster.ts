import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Doc } from 'yjs'
import type { Report } from '../../shared/report/report'
import {
  ended,
  makeReport,
  memberOf,
  runProgram,
  startInstance,
  type Instance,
} from '../support/cluster-instance'
import { lackingForCluster, startServices } from '../support/cluster-services'
import { typeParagraph, type Peer } from '../support/network-peer'
import { sheetsIn } from '../support/shared-blocks'
import { figure, type Figure } from './figure'

const keys = 100
const writers = 10
const changes = 300

/** Two instances of a cluster on this machine, with their database (which waits for the disk) and Redis. */
export async function* measureCluster(sample: Report): AsyncIterable<Figure> {
  if (lackingForCluster() !== null) return
  const services = await startServices()
  const running: ChildProcess[] = []
  const peers: Peer[] = []
  try {
    const folder = mkdtempSync(join(tmpdir(), 'cluster-bench-'))
    const config = (name: string): string => {
      const path = join(folder, `${name}.json`)
      const own = { folder: join(folder, name), host: '127.0.0.1', port: 0 }
      writeFileSync(path, JSON.stringify({ postgres: services.postgres, redis: services.redis, ...own }))
      return path
    }
    const path = join(folder, 'Báo cáo.duthao')
    const { id: report, invited } = makeReport(path, sample, Array<string>(2 * writers).fill('secretary'))
    await runProgram(['cluster', 'put', path, '--config', config('a')])
    const start = (name: string): Promise<Instance> =>
      startInstance(config(name), join(folder, name), running)
    const [a, b] = [await start('a'), await start('b')]
    const members = invited.map(({ member, secret }) =>
      memberOf({ member, secret, report, key: join(folder, `${member}.json`), peers }),
    )
    const at = (instance: Instance, which: number): Promise<Peer> => members[which]!.enter(instance)
    yield* measureWays(await at(a, 0), await at(a, 1), await at(b, 2))
    for (const peer of peers.splice(0)) peer.leave()
    yield* measureWriting((which, isSpread) => at(isSpread && which % 2 === 1 ? b : a, which))
  } finally {
    for (const peer of peers) peer.leave()
    await Promise.all(running.map(child => ended(child, 'SIGKILL')))
    await services.stop()
  }
}

/** From one person's key to another's replica. */
async function* measureWays(one: Peer, beside: Peer, across: Peer): AsyncIterable<Figure> {
  const same = await waysTo(beside, one)
  const other = await waysTo(across, one)
  yield figure({ name: 'cluster: a key to a colleague at the same instance', values: same })
  const baseline = { name: 'at the same instance', values: same }
  yield figure({ name: 'cluster: a key to a colleague at another instance', values: other, baseline })
}

async function waysTo(reader: Peer, typist: Peer): Promise<number[]> {
  const times: number[] = []
  for (let key = -5; key < keys; key++) {
    const start = performance.now()
    await new Promise<void>(resolve => {
      reader.doc.once('update', () => resolve())
      typeParagraph(typist.doc, 'x')
    })
    if (key >= 0) times.push(performance.now() - start)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return times
}

/** How many changes a second come through to a reader while more are sent than that. */
async function* measureWriting(
  enter: (which: number, isSpread: boolean) => Promise<Peer>,
): AsyncIterable<Figure> {
  const rate = async (isSpread: boolean): Promise<number> => {
    const reader = await enter(writers, isSpread)
    const all = await Promise.all(Array.from({ length: writers }, (_, which) => enter(which, isSpread)))
    const before = sheetsIn(reader.doc)[0]!.length
    const start = performance.now()
    await Promise.all(all.map(({ doc }) => write(doc)))
    while (sheetsIn(reader.doc)[0]!.length < before + writers * changes)
      await new Promise(resolve => setTimeout(resolve, 5))
    const seconds = (performance.now() - start) / 1000
    for (const peer of [reader, ...all]) peer.leave()
    return (writers * changes) / seconds
  }
  const one = await rate(false)
  const two = await rate(true)
  const unit = '/s'
  yield figure({ name: `cluster: changes of ${writers} people at one instance`, values: [one], unit })
  const baseline = { name: 'at one instance', values: [one] }
  yield figure({
    name: `cluster: changes of ${writers} people at two instances`,
    values: [two],
    unit,
    baseline,
  })
}

async function write(doc: Doc): Promise<void> {
  for (let change = 0; change < changes; change++) {
    typeParagraph(doc, 'x')
    await new Promise(resolve => setTimeout(resolve, 4))
  }
}
