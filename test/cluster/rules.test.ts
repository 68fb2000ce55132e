import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { encodeStateAsUpdate, type Doc } from 'yjs'
import { refusalWords } from '../../electron/host/gate/words'
import { fieldsOf } from '../../shared/sync/report-doc'
import { updateFrame } from '../../shared/sync/sync-frames'
import { withCluster } from '../support/cluster-fixture'
import type { Instance, SharedInCluster } from '../support/cluster-instance'
import { forge, type Struct } from '../support/forge-update'
import { gateReport } from '../support/gate-report'
import { eventually, typeOn, wordsOf, type Peer } from '../support/network-peer'
import { blockIn, wordsIn } from '../support/shared-blocks'
import { pause } from '../support/store-fixture'

const here = withCluster()
let a: Instance
let b: Instance
let report: SharedInCluster
beforeAll(async () => {
  if (here.lacking) return
  report = await here.put(gateReport(), 'secretary', 'secretary', 'reader', 'secretary', 'secretary')
  ;[a, b] = [await here.start('a'), await here.start('b')]
}, 60_000)
beforeEach(context => {
  if (here.lacking) context.skip(here.lacking)
})

const [lan, minh, reader, late, gone] = [0, 1, 2, 3, 4]

/** Two honest members, one at each instance, who must notice nothing. */
async function honest() {
  const [one, other] = [await report.member(lan).enter(a), await report.member(minh).enter(b)]
  const before = wordsOf(one.doc)
  return {
    one,
    other,
    before,
    stillWrite: async () => {
      typeOn(one.doc, ' từ A')
      typeOn(other.doc, ' từ B')
      await eventually(() => {
        expect(wordsOf(one.doc)).toContain(' từ B')
        expect(wordsOf(other.doc)).toBe(wordsOf(one.doc))
      })
      expect(one.provider.wsconnected && other.provider.wsconnected).toBe(true)
      expect(one.denial() ?? other.denial()).toBeNull()
      one.leave()
      other.leave()
    },
  }
}

const send = (peer: Peer, update: Uint8Array): void =>
  (peer.provider.ws as unknown as WebSocket).send(updateFrame(update))

describe('a locked section', () => {
  test('is locked for the other instance as soon as the lock is answered, for online and offline writers', async () => {
    const others = await honest()
    const writer = await report.member(late).enter(a)
    const away = await report.member(gone).enter(a)
    away.provider.disconnect()
    wordsIn(away.doc, 'L-p').insert(0, 'xen khi vắng')
    expect(await b.command(report.id, { kind: 'section.lock', section: 'L' })).toMatchObject({ ok: true })
    wordsIn(writer.doc, 'L-p').insert(0, 'xen')
    expect(await writer.ended).toBe(4403)
    expect(writer.denial()).toMatchObject({ code: 'locked', section: 'L', message: refusalWords.locked })
    const back = await report.member(gone).connect(a, { doc: away.doc })
    expect(await back.ended).toBe(4403)
    await others.stillWrite()
    expect(wordsOf(others.other.doc)).not.toContain('xen')
  })

  test('is open again everywhere as soon as the lock is lifted', async () => {
    expect(await a.command(report.id, { kind: 'section.unlock', section: 'L' })).toMatchObject({ ok: true })
    const writer = await report.member(late).enter(b)
    wordsIn(writer.doc, 'L-p').insert(0, 'lại được viết ')
    const seen = await report.member(lan).enter(a)
    await eventually(() => expect(wordsOf(seen.doc)).toContain('lại được viết'))
    expect(writer.denial()).toBeNull()
    seen.leave()
    writer.leave()
  })
})

describe('a hostile update', () => {
  const evil = 7
  const item = (place: Omit<Extract<Struct, { kind: 'item' }>, 'kind'>): Struct => ({
    kind: 'item',
    ...place,
  })
  const words = { kind: 'words', words: 'độc' } as const
  const at = (doc: Doc, id: string) => {
    const { client, clock } = wordsIn(doc, id)._start!.id
    return { client, clock }
  }
  const forged = (...structs: Struct[]) => forge([{ client: evil, clock: 0, structs }])

  test.each<[string, number, string, (doc: Doc, other: Doc) => Uint8Array]>([
    ['a new root', lan, 'unknown-root', () => forged(item({ parent: 'shadow', key: 'a', content: words }))],
    [
      'what follows a gap',
      lan,
      'gap',
      doc => forge([{ client: evil, clock: 5, structs: [item({ left: at(doc, 'B-p'), content: words })] }]),
    ],
    [
      'under the id of a colleague at the other instance',
      lan,
      'foreign-client',
      (doc, other) => {
        const clock = other.store.clients.get(other.clientID)!.reduce((sum, struct) => sum + struct.length, 0)
        const structs = [item({ left: at(doc, 'B-p'), content: words })]
        return forge([{ client: other.clientID, clock, structs }])
      },
    ],
    ['by a reader', reader, 'no-right', doc => forged(item({ left: at(doc, 'B-p'), content: words }))],
    ['of half its bytes', lan, 'malformed', doc => encodeStateAsUpdate(doc).subarray(0, -9)],
    [
      'with a node that reports do not hold',
      lan,
      'unknown-content',
      doc => {
        const { client, clock } = blockIn(doc, 'B-p').item.id
        return forged(item({ left: { client, clock }, content: { kind: 'element', name: 'script' } }))
      },
    ],
    [
      'two runs of one client',
      lan,
      'malformed',
      doc => {
        const run = { client: evil, clock: 0, structs: [item({ left: at(doc, 'B-p'), content: words })] }
        return forge([run, { ...run, clock: 1 }])
      },
    ],
  ])('%s is refused over the cluster', async (what, member, code, makeUpdate) => {
    const others = await honest()
    // Words of this case alone: those of the case before have been seen long since.
    typeOn(others.other.doc, ` ${what}`)
    const peer = await report.member(member).enter(a)
    await eventually(() => expect(wordsOf(peer.doc)).toContain(` ${what}`))
    send(peer, makeUpdate(peer.doc, others.other.doc))
    expect(await peer.ended).toBe(4403)
    expect(peer.denial()).toMatchObject({ code })
    await others.stillWrite()
    expect(wordsOf(others.other.doc)).not.toContain('độc')
  })

  test('of the fields by a reader, and of the ledger by anybody, is refused', async () => {
    const others = await honest()
    const peer = await report.member(reader).enter(b)
    fieldsOf(peer.doc).set('title', 'độc')
    expect(await peer.ended).toBe(4403)
    const ledger = await report.member(lan).enter(a, { room: 'ledger' })
    ledger.doc.getMap('locks').set('L', '1:1')
    expect(await ledger.ended).toBe(4403)
    expect(fieldsOf(others.one.doc).get('title')).not.toBe('độc')
    await others.stillWrite()
  })
})

describe('who is here', () => {
  const stateOf = (seenBy: Peer, doc: Doc) => seenBy.provider.awareness.getStates().get(doc.clientID)

  test('is told at the other instance, under the member’s own name, and ends with the connection', async () => {
    const [one, other] = [await report.member(lan).enter(a), await report.member(minh).enter(b)]
    one.provider.awareness.setLocalState({ place: 'b1', user: { id: 'x', name: 'Người khác' }, evil: 1 })
    const user = { id: report.member(lan).id, name: 'Đồng chí 1' }
    await eventually(() => expect(stateOf(other, one.doc)).toEqual({ place: 'b1', user }))
    one.provider.disconnect()
    await eventually(() => expect(stateOf(other, one.doc)).toBeUndefined())
    one.leave()
    other.leave()
  })

  test('cannot be said for a colleague at the other instance', async () => {
    const one = await report.member(lan).enter(a)
    one.provider.awareness.setLocalState({ place: 'chỗ thật' })
    // Alone at its instance, so that nobody there has repeated the colleague's state before.
    const thief = await report.member(late).enter(b)
    await eventually(() => expect(stateOf(thief, one.doc)).toMatchObject({ place: 'chỗ thật' }))
    const { awareness } = thief.provider
    awareness.meta.get(one.doc.clientID)!.clock += 5
    awareness.states.set(one.doc.clientID, { place: 'chỗ giả' })
    awareness.emit('update', [{ added: [], updated: [one.doc.clientID], removed: [] }, 'local'])
    typeOn(thief.doc, ' nói thay')
    const third = await report.member(gone).enter(b)
    await eventually(() => expect(wordsOf(third.doc)).toContain(' nói thay'))
    // Longer than an instance holds places back.
    await pause(300)
    const user = { id: report.member(lan).id }
    expect(stateOf(third, one.doc)).toMatchObject({ place: 'chỗ thật', user })
    for (const peer of [one, thief, third]) peer.leave()
  })
})

describe('a revoked member', () => {
  test('is out at both instances within a second, and no command of theirs is taken', async () => {
    // The last secretary cannot be revoked.
    const other = await report.member(lan).enter(a)
    other.leave()
    const member = report.member(gone)
    const peers = [await member.enter(a), await member.enter(b), await member.enter(b, { room: 'ledger' })]
    const before = Date.now()
    expect(await a.command(report.id, { kind: 'member.revoke', member: member.id })).toMatchObject({
      ok: true,
    })
    expect(await Promise.all(peers.map(({ ended }) => ended))).toEqual([4401, 4401, 4401])
    expect(Date.now() - before).toBeLessThan(1000)
    await expect(member.connect(b)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('is shown as one in the ledger’s room of both instances, whose entries are one chain', async () => {
    const rooms = [
      await report.member(lan).enter(a, { room: 'ledger' }),
      await report.member(minh).enter(b, { room: 'ledger' }),
    ]
    await eventually(() => {
      const [one, other] = rooms.map(({ doc }) => [
        doc.getMap('members').toJSON(),
        doc.getArray('audit').toJSON(),
      ])
      expect(one).toEqual(other)
      expect(JSON.stringify(one)).toContain('"revoked":"2')
    })
    rooms.forEach(peer => peer.leave())
  })
})

describe('the operator', () => {
  test('revokes at the command line without any instance, and the instances hear of it', async () => {
    const peer = await report.member(late).enter(b)
    const { code, out } = await here.cluster('members', report.id, '--revoke', report.member(late).id)
    expect([code, out]).toEqual([0, expect.stringContaining('đã ngừng tham gia')])
    expect(await peer.ended).toBe(4401)
  })

  test('puts a report beside the others while they are served, and its members are let in', async () => {
    const second = await here.put(gateReport(), 'secretary')
    const peer = await vi.waitFor(() => second.member(0).enter(b), { timeout: 10_000, interval: 100 })
    expect(wordsOf(peer.doc)).toContain('Mục L')
    peer.leave()
  })
})
