import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { WebSocket } from 'ws'
import { inspect } from '../../electron/host/gate/inspect'
import { createReportFile } from '../../electron/host/store/report-file'
import { noLocks } from '../../shared/permissions/locks'
import type { Report } from '../../shared/report/report'
import { schemaVersion } from '../../shared/report/schema-version'
import { readFrame } from '../../shared/sync/sync-frames'
import { writeReport } from '../../shared/sync/write-report'
import { buildChild } from '../support/build-child'
import { startChildHost, type ChildHost } from '../support/child-host'
import { figure, type Figure } from './figure'
import { timesLonger } from './sample-report'
import { connectTypist, firstWords, type Typist } from './typists'

const people = 50
const relayName = 'raw ws relay'

interface Programs {
  readonly host: string
  readonly relay: string
  readonly folder: string
}

/** The committee host, beside a relay that does nothing but pass on. */
export async function* measureHost(sample: Report): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-host-'))
  try {
    yield* measureGate(sample)
    const programs = { folder, host: await buildChild('committee-host'), relay: await buildChild('relay') }
    yield* measureDeliveries(sample, programs)
    yield* measureTypists(sample, programs)
    yield* measureJoins(sample, programs)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function* measureGate(sample: Report): Generator<Figure> {
  for (const times of [1, 5, 20]) {
    const body = docOf(timesLonger(sample, times))
    const [asked, applied] = timeKeys(body, 3000)
    yield figure({
      name: `host.gate.key.${times}x`,
      values: asked,
      unit: 'µs',
      aim: '≤ 5 µs',
      baseline: { name: 'Y.applyUpdate', values: applied },
    })
  }
}

/** Microseconds of each key: asking the gate, and applying. */
function timeKeys(body: Doc, keys: number): [number[], number[]] {
  const writer = new Doc()
  applyUpdate(writer, encodeStateAsUpdate(body))
  const owners = new Map<number, string>()
  const context = {
    author: { id: 'm', role: 'secretary', grants: new Map() },
    locks: noLocks,
    clients: { ownerOf: (client: number) => owners.get(client) },
  } as const
  const asked: number[] = []
  const applied: number[] = []
  const typist = firstWords(writer)
  writer.on('update', update => {
    const start = performance.now()
    const verdict = inspect(update, body, context)
    const between = performance.now()
    if (verdict.kind === 'refused') throw new Error(verdict.refusal.detail)
    for (const client of verdict.newClients) owners.set(client, 'm')
    const before = performance.now()
    applyUpdate(body, update)
    applied.push((performance.now() - before) * 1000)
    asked.push((between - start) * 1000)
  })
  for (let key = 0; key < keys; key++) typist.insert(typist.length, 'x')
  return [asked.slice(keys / 5), applied.slice(keys / 5)]
}

/** `gathering`: the host lets changes wait 20 ms for company. */
type Kind = 'host' | 'gathering' | 'relay'

interface Office {
  readonly program: ChildHost
  readonly typists: readonly Typist[]
  readonly close: () => Promise<void>
}

/** A program with `people` machines connected to it. */
async function openOffice(kind: Kind, sample: Report, programs: Programs): Promise<Office> {
  const path = join(programs.folder, `${kind}-${Date.now()}.duthao`)
  createReportFile(path, sample)
  const program = await startChildHost(
    programs[kind === 'relay' ? 'relay' : 'host'],
    kind === 'relay' ? [] : [path, '0', kind === 'gathering' ? '20' : '0'],
  )
  const state = await stateOf(kind, program, sample)
  const typists: Typist[] = []
  for (let at = 0; at < people; at++)
    typists.push(await connectTypist(program.port, `m${at}`, state, kind !== 'relay'))
  return {
    program,
    typists,
    close: async () => {
      for (const { socket } of typists) socket.terminate()
      await program.kill()
    },
  }
}

/** What the machines start from: the host's own replica, so that keys build on words that it has. */
async function stateOf(kind: Kind, { port }: ChildHost, sample: Report): Promise<Uint8Array> {
  return kind === 'relay' ? encodeStateAsUpdate(docOf(sample)) : await wholeReport(port, new Uint8Array([0]))
}

/** Joins as one who has `vector` and gives back what the host sends. */
function wholeReport(port: number, vector: Uint8Array): Promise<Uint8Array> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/bao-cao/body?schema=${schemaVersion}&session=reader`)
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => socket.send(new Uint8Array([0, 0, vector.length, ...vector])))
    socket.on('message', data => {
      const frame = readFrame(data as Buffer)
      if (frame.kind !== 'rest') return
      resolve(frame.update)
      socket.terminate()
    })
  })
}

const heard = (typists: readonly Typist[]): number => typists.reduce((sum, typist) => sum + typist.heard, 0)

/** Everybody sends a few keys, and the next when all of them have arrived everywhere: as fast as it goes. */
async function deliveriesOf(kind: Kind, sample: Report, programs: Programs): Promise<number> {
  const office = await openOffice(kind, sample, programs)
  const [rounds, keys] = [12, 5]
  let start = performance.now()
  let expected = heard(office.typists)
  for (let round = 0; round < rounds; round++) {
    // The first two rounds warm up.
    if (round === 2) start = performance.now()
    expected += people * (people - 1) * keys
    for (const { socket, key } of office.typists) for (let at = 0; at < keys; at++) socket.send(key())
    while (heard(office.typists) < expected) await pause(1)
  }
  const seconds = (performance.now() - start) / 1000
  await office.close()
  return ((rounds - 2) * people * (people - 1) * keys) / seconds
}

async function* measureDeliveries(sample: Report, programs: Programs): AsyncGenerator<Figure> {
  const values: number[] = []
  const beside: number[] = []
  for (let run = 0; run < 3; run++) {
    beside.push(await deliveriesOf('relay', sample, programs))
    values.push(await deliveriesOf('host', sample, programs))
  }
  const baseline = { name: relayName, values: beside }
  yield figure({
    name: `host.deliveries.${people}`,
    values,
    unit: '/s',
    baseline,
    aim: '≥ 0.75 of the relay',
  })
}

/** Five keys a second each, for some seconds: processor time a second, and memory at the end. */
async function typingCosts(kind: Kind, sample: Report, programs: Programs) {
  const office = await openOffice(kind, sample, programs)
  const seconds = 6
  const before = await office.program.used()
  const start = performance.now()
  for (let beat = 0; performance.now() - start < seconds * 1000; beat++) {
    const typist = office.typists[beat % people]!
    typist.socket.send(typist.key())
    await pause(Math.max(0, start + (beat + 1) * (1000 / (people * 5)) - performance.now()))
  }
  const after = await office.program.used()
  const passed = (performance.now() - start) / 1000
  await office.close()
  return { cpu: (after.cpu - before.cpu) / passed, memory: after.memory / 1e6 }
}

async function* measureTypists(sample: Report, programs: Programs): AsyncGenerator<Figure> {
  const beside = await typingCosts('relay', sample, programs)
  for (const kind of ['host', 'gathering'] as const) {
    const ours = await typingCosts(kind, sample, programs)
    const name = `${kind === 'host' ? 'host.typists' : 'host.typists.gather-20ms'}.${people}`
    const cpu = { values: [ours.cpu], baseline: { name: relayName, values: [beside.cpu] } }
    const memory = { values: [ours.memory], baseline: { name: relayName, values: [beside.memory] } }
    yield figure({ name: `${name}.cpu-per-second`, ...cpu })
    yield figure({ name: `${name}.memory`, unit: 'MB', ...memory })
  }
}

/** All come at once; beside it, the same with a question that no prepared answer fits. */
async function* measureJoins(sample: Report, programs: Programs): AsyncGenerator<Figure> {
  for (const times of [1, 5, 20]) {
    const path = join(programs.folder, `join-${times}.duthao`)
    createReportFile(path, timesLonger(sample, times))
    const program = await startChildHost(programs.host, [path])
    const join50 = async (vector: number[]): Promise<number> => {
      const start = performance.now()
      await Promise.all(
        Array.from({ length: people }, () => wholeReport(program.port, Uint8Array.from(vector))),
      )
      return performance.now() - start
    }
    const [values, beside]: [number[], number[]] = [[], []]
    for (let run = 0; run < 3; run++) {
      // "Nothing", and "of client 1 nothing": the same answer, the second one computed for each.
      values.push(await join50([0]))
      beside.push(await join50([1, 1, 0]))
    }
    await program.kill()
    yield figure({
      name: `host.join.${people}.${times}x`,
      values,
      baseline: { name: 'without the prepared answer', values: beside },
    })
  }
}

function docOf(report: Report): Doc {
  const doc = new Doc()
  writeReport(doc, report)
  return doc
}
