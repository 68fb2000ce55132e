import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, getState, Item, XmlElement } from 'yjs'
import { incomingOf } from '../../../electron/host/gate/incoming'
import { defaultLimits, readUpdate } from '../../../electron/host/gate/read-update'
import { Siblings } from '../../../electron/host/gate/siblings'
import { textOf } from '../../../shared/sync/report-doc'
import { forge, type Id, type Struct } from '../../support/forge-update'
import { randomFrom } from '../../support/random'

const upTo = (count: number, random: () => number): number => Math.floor(random() * (count + 1))

function edit(replica: Doc, random: () => number): void {
  const text = textOf(replica)
  replica.transact(() => {
    for (let times = upTo(4, random); times >= 0; times--) {
      const at = upTo(text.length, random)
      // Several at once that are then deleted become one struct, which later ones split.
      if (random() < 0.6 || text.length === 0)
        text.insert(
          at,
          Array.from({ length: 1 + upTo(3, random) }, () => new XmlElement('sheet')),
        )
      else text.delete(Math.min(at, text.length - 1), 1)
      if (random() < 0.2 && text.length > 4) text.delete(1, 3)
    }
  })
}

const nameOf = (item: Item): string => `${item.id.client}:${item.id.clock}`

function orderIn(body: Doc): string[] {
  const order: string[] = []
  for (let item = textOf(body)._start; item; item = item.right) if (!item.deleted) order.push(nameOf(item))
  return order
}

/** The order that is expected of an update, of what will be alive. */
function expectedOrder(body: Doc, update: Uint8Array): string[] {
  const incoming = incomingOf(readUpdate(update, defaultLimits), body)
  const siblings = new Siblings(textOf(body)._start, incoming.find)
  for (const struct of incoming.structs)
    if (struct instanceof Item) siblings.add(struct, getState(body.store, struct.id.client))
  return [...siblings.items()].map(nameOf)
}

/** Applies the update, and compares what was expected with what Yjs did. */
function compare(body: Doc, update: Uint8Array): void {
  const expected = expectedOrder(body, update)
  applyUpdate(body, update)
  const order = orderIn(body)
  const alive = new Set(order)
  expect(expected.filter(name => alive.has(name))).toEqual(order)
}

const replicas = (count: number): Doc[] =>
  Array.from({ length: count }, (_, at) => {
    const doc = new Doc()
    doc.clientID = at + 1
    textOf(doc)
    return doc
  })

test.each([1, 2, 3, 4])(
  'siblings of people who were apart are expected where Yjs puts them (seed %i)',
  seed => {
    const random = randomFrom(seed)
    for (let round = 0; round < 30; round++) {
      const all = replicas(5)
      const body = all[2]!
      for (let turn = 0; turn < 40; turn++) {
        const writer = all[upTo(4, random)]!
        edit(writer, random)
        if (writer === body || random() < 0.5) continue
        compare(body, encodeStateAsUpdate(writer, encodeStateVector(body)))
        if (random() < 0.4) applyUpdate(writer, encodeStateAsUpdate(body, encodeStateVector(writer)))
      }
    }
  },
)

test.each([1, 2, 3, 4])('forged neighbours are expected where Yjs puts them (seed %i)', seed => {
  const random = randomFrom(seed)
  for (let round = 0; round < 300; round++) {
    const [, , body] = replicas(3) as [Doc, Doc, Doc]
    for (let turn = 0; turn < 6; turn++) edit(body, random)
    const clients = [1, 9].map(client => ({ client, clock: 0, structs: [] as Struct[] }))
    const length = getState(body.store, 3)
    for (let count = 0; count < 8; count++) {
      const run = clients[upTo(1, random)]!
      const someId = (): Id => {
        const own = run.structs.length
        return own > 0 && random() < 0.4
          ? { client: run.client, clock: upTo(own - 1, random) }
          : { client: 3, clock: upTo(length - 1, random) }
      }
      const content = { kind: 'element', name: 'sheet' } as const
      const sides = random()
      run.structs.push({
        kind: 'item',
        ...(sides < 0.7 ? { left: someId() } : {}),
        ...(sides > 0.4 ? { right: someId() } : {}),
        content,
      })
    }
    compare(body, forge(clients.filter(({ structs }) => structs.length > 0)))
  }
})
