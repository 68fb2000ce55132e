import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { inspect } from '../../electron/host/gate/inspect'
import { noLocks } from '../../shared/permissions/locks'
import type { Report } from '../../shared/report/report'
import { figure, type Figure } from './figure'
import { docOf, timesLonger } from './sample-report'
import { firstWords } from './typists'

/** What the gate adds to a key. */
export function* measureGateKeys(sample: Report): Generator<Figure> {
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
