import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Report } from '../../shared/report/report'
import { figure, type Figure } from './figure'
import { measureGateKeys } from './gate-keys'
import { measureGrowth } from './growth'
import { buildPrograms, openOffice, people, startHost, wholeReport, type Kind, type Programs } from './office'
import { timesLonger } from './sample-report'
import type { Typist } from './typists'

const names: Readonly<Record<Kind, string>> = {
  host: 'committee host',
  'at-once': 'committee host, without waiting for company',
  relay: 'raw ws relay',
  'y-websocket-server': '@y/websocket-server',
}
const others = ['relay', 'y-websocket-server'] as const

/** The committee host, beside a relay that does nothing but pass on, and the usual host of y-websocket. */
export async function* measureHost(sample: Report): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-host-'))
  try {
    yield* measureGateKeys(sample)
    yield* measureGrowth(sample, folder)
    const programs = await buildPrograms(folder)
    yield* measureDeliveries(sample, programs)
    yield* measureTypists(sample, programs)
    yield* measureJoins(sample, programs)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
  const values = new Map<Kind, number[]>()
  for (let run = 0; run < 3; run++)
    for (const kind of ['relay', 'host', 'at-once', 'y-websocket-server'] as const)
      values.set(kind, [...(values.get(kind) ?? []), await deliveriesOf(kind, sample, programs)])
  for (const kind of ['host', 'at-once'] as const)
    for (const other of others)
      yield figure({
        name: `${kind === 'host' ? 'host' : 'host.at-once'}.deliveries.${people}`,
        values: values.get(kind) ?? [],
        unit: '/s',
        baseline: { name: names[other], values: values.get(other) ?? [] },
        ...(other === 'relay' ? { aim: '≥ 0.75 of the relay' } : {}),
      })
}

/** Five keys a second each, for some seconds: processor time a second, and memory at the end. */
async function typingCosts(kind: Kind, sample: Report, programs: Programs, hasCarets: boolean) {
  const office = await openOffice(kind, sample, programs)
  const seconds = 6
  const before = await office.program.used()
  const start = performance.now()
  for (let beat = 0; performance.now() - start < seconds * 1000; beat++) {
    const { socket, key, caret } = office.typists[beat % people]!
    socket.send(key())
    if (hasCarets) socket.send(caret())
    await pause(Math.max(0, start + (beat + 1) * (1000 / (people * 5)) - performance.now()))
  }
  const after = await office.program.used()
  const passed = (performance.now() - start) / 1000
  await office.close()
  return { cpu: (after.cpu - before.cpu) / passed, memory: after.memory / 1e6 }
}

async function* measureTypists(sample: Report, programs: Programs): AsyncGenerator<Figure> {
  for (const hasCarets of [false, true]) {
    const costs = new Map<Kind, { cpu: number; memory: number }[]>()
    for (let run = 0; run < 3; run++)
      for (const kind of ['relay', 'host', 'at-once', 'y-websocket-server'] as const)
        costs.set(kind, [...(costs.get(kind) ?? []), await typingCosts(kind, sample, programs, hasCarets)])
    const values = (kind: Kind, of: 'cpu' | 'memory') => (costs.get(kind) ?? []).map(cost => cost[of])
    for (const kind of ['host', 'at-once'] as const)
      for (const other of others) {
        const aim = other === 'y-websocket-server' ? { aim: '≤ 1.15' } : {}
        const name = `host${kind === 'at-once' ? '.at-once' : ''}.typists${hasCarets ? '-with-carets' : ''}.${people}`
        const baseline = (of: 'cpu' | 'memory') => ({ name: names[other], values: values(other, of) })
        const cpu = { values: values(kind, 'cpu'), baseline: baseline('cpu'), ...aim }
        yield figure({ name: `${name}.cpu-per-second`, ...cpu })
        const memory = { values: values(kind, 'memory'), baseline: baseline('memory'), ...aim }
        yield figure({ name: `${name}.memory`, unit: 'MB', ...memory })
      }
  }
}

/** All come at once. */
async function* measureJoins(sample: Report, programs: Programs): AsyncGenerator<Figure> {
  for (const times of [1, 5, 20]) {
    const report = timesLonger(sample, times)
    const values = new Map<string, number[]>()
    const note = (name: string, value: number): void =>
      void values.set(name, [...(values.get(name) ?? []), value])
    for (const kind of ['host', 'y-websocket-server'] as const) {
      const program = await startHost(kind, report, programs)
      for (let run = 0; run < 3; run++) {
        note(kind, await joinTogether(program.port, [0]))
        // "Of client 1 nothing": the same answer, but no prepared one fits.
        if (kind === 'host') note('unprepared', await joinTogether(program.port, [1, 1, 0]))
      }
      await program.kill()
    }
    const name = `host.join.${people}.${times}x`
    const of = (which: string): number[] => values.get(which) ?? []
    const usual = { name: names['y-websocket-server'], values: of('y-websocket-server') }
    yield figure({ name, values: of('host'), baseline: usual })
    yield figure({
      name,
      values: of('host'),
      baseline: { name: 'without the prepared answer', values: of('unprepared') },
    })
  }
}

async function joinTogether(port: number, vector: readonly number[]): Promise<number> {
  const start = performance.now()
  await Promise.all(Array.from({ length: people }, () => wholeReport(port, Uint8Array.from(vector))))
  return performance.now() - start
}
