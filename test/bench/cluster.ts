import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Doc, XmlElement } from 'yjs'
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

const keys = 60
const typists = 20
/** Five keys a second. */
const pace = 200

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
    const { id: report, invited } = makeReport(path, sample, Array<string>(typists + 3).fill('secretary'))
    await runProgram(['cluster', 'put', path, '--config', config('a')])
    const start = (name: string): Promise<Instance> =>
      startInstance(config(name), join(folder, name), running)
    const [a, b] = [await start('a'), await start('b')]
    const members = invited.map(({ member, secret }) =>
      memberOf({ member, secret, report, key: join(folder, `${member}.json`), peers }),
    )
    const at = (instance: Instance, which: number): Promise<Peer> => members[which]!.enter(instance)
    const readers = { typist: await at(a, 0), beside: await at(a, 1), across: await at(b, 2) }
    yield* measureWays('a key to a colleague', readers)
    const others = await Promise.all(
      Array.from({ length: typists }, (_, which) => at(which % 2 === 0 ? a : b, 3 + which)),
    )
    const timers = others.map(({ doc }) => setInterval(() => typeParagraph(doc, 'x'), pace))
    yield* measureWays(`a key to a colleague while ${typists} type`, readers)
    for (const timer of timers) clearInterval(timer)
  } finally {
    for (const peer of peers) peer.leave()
    await Promise.all(running.map(child => ended(child, 'SIGKILL')))
    await services.stop()
  }
}

interface Readers {
  readonly typist: Peer
  readonly beside: Peer
  readonly across: Peer
}

/** From one person's key to another's replica: written to the database in between. */
async function* measureWays(name: string, { typist, beside, across }: Readers): AsyncIterable<Figure> {
  const same = await waysTo(beside, typist)
  const other = await waysTo(across, typist)
  yield figure({ name: `cluster: ${name} at the same instance`, values: same })
  const baseline = { name: 'at the same instance', values: same }
  yield figure({ name: `cluster: ${name} at another instance`, values: other, baseline })
}

let marks = 0

async function waysTo(reader: Peer, typist: Peer): Promise<number[]> {
  const times: number[] = []
  for (let key = -5; key < keys; key++) {
    const mark = `<${++marks}>`
    const start = performance.now()
    typeParagraph(typist.doc, mark)
    await heard(reader.doc, mark)
    if (key >= 0) times.push(performance.now() - start)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return times
}

/** Resolves when a paragraph of these words is among the last ones, far more than arrive at once. */
function heard(doc: Doc, words: string): Promise<void> {
  return new Promise(resolve => {
    const look = (): void => {
      const last = sheetsIn(doc)[0]!.toArray().slice(-300) as XmlElement[]
      if (!last.some(paragraph => paragraph.toJSON().includes(words))) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}
