import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import { describe, expect, test } from 'vitest'
import { type WebSocket } from 'ws'
import { Doc, encodeStateAsUpdate, type XmlElement } from 'yjs'
import { refusalWords } from '../../../electron/host/gate/words'
import { schemaVersion } from '../../../shared/report/schema-version'
import { fieldsOf, textOf } from '../../../shared/sync/report-doc'
import { awarenessFrame, flushFrame, stateFrame, updateFrame } from '../../../shared/sync/sync-frames'
import { reportId, withCommittee } from '../../support/committee-fixture'
import { rawSocket, typeOn, typeParagraph, wordsOf, eventually } from '../../support/network-peer'
import { randomFrom } from '../../support/random'

const here = withCommittee({ message: 2_000_000, unsent: 300_000, heartbeat: 300 })

const openRaw = async (session = 'lan', room = 'body'): Promise<WebSocket> => {
  const socket = rawSocket(here.port, `/${reportId}/${room}?schema=${schemaVersion}&session=${session}`)
  socket.on('error', () => undefined)
  await new Promise(resolve => socket.once('open', resolve))
  return socket
}
const codeOf = (socket: WebSocket): Promise<number> => new Promise(resolve => socket.on('close', resolve))
const typed = (words: string): Uint8Array => {
  const doc = new Doc()
  fieldsOf(doc).set('title', words)
  return encodeStateAsUpdate(doc)
}
const answer = (update: Uint8Array): Uint8Array => {
  const frame = updateFrame(update)
  frame[1] = 1
  return frame
}

/** Two honest members who must notice nothing. */
async function honest() {
  const [ana, ben] = [await here.join('minh'), await here.join('minh')]
  const before = wordsOf(here.store.body)
  return {
    before,
    /** Throws unless both are still connected and in step with the host. */
    stillWrite: async () => {
      typeParagraph(ana.doc, 'vẫn viết bình thường')
      await eventually(() => expect(wordsOf(ben.doc)).toContain('vẫn viết bình thường'))
      expect(wordsOf(ana.doc)).toBe(wordsOf(ben.doc))
      expect(wordsOf(here.store.body)).toBe(wordsOf(ben.doc))
      expect(ana.provider.wsconnected && ben.provider.wsconnected).toBe(true)
      expect(ana.denial() ?? ben.denial()).toBeNull()
    },
  }
}

describe('a change that the gate refuses', () => {
  test('ends its author’s connection with 4403 and the reason, and touches nobody else', async () => {
    const others = await honest()
    here.committee.add('tu', 'reader')
    const tu = await here.join('tu')
    typeOn(tu.doc, ' không có quyền')
    expect(await tu.ended).toBe(4403)
    expect(tu.denial()).toMatchObject({ code: 'no-right', message: refusalWords['no-right'] })
    await others.stillWrite()
    expect(wordsOf(here.store.body)).not.toContain('không có quyền')
  })

  test('names the locked section', async () => {
    const others = await honest()
    const heading = (textOf(here.store.body).get(0) as XmlElement).get(0) as XmlElement
    const section = heading.getAttribute('id') ?? ''
    const { client, clock } = heading._item!.id
    here.committee.lock(section as never, `${client}:${clock}`)
    const lan = await here.join('lan')
    typeOn(lan.doc, ' sửa mục đã khóa')
    expect(await lan.ended).toBe(4403)
    expect(lan.denial()).toMatchObject({ code: 'locked', section })
    expect(wordsOf(here.store.body)).toBe(others.before)
  })

  test('is refused as well when it was written while away', async () => {
    here.committee.add('tu', 'reader')
    const tu = await here.join('tu')
    tu.provider.disconnect()
    typeOn(tu.doc, ' viết khi mất mạng')
    tu.provider.connect()
    expect(await tu.ended).toBe(4403)
    expect(wordsOf(here.store.body)).not.toContain('mất mạng')
  })

  test('under a colleague’s client id is refused', async () => {
    const lan = await here.join('lan')
    typeOn(lan.doc, ' của Lan')
    await eventually(() => expect(wordsOf(here.store.body)).toContain('của Lan'))
    const thief = await here.join('minh')
    const own = thief.doc.clientID
    thief.doc.clientID = lan.doc.clientID
    typeOn(thief.doc, ' giả Lan')
    thief.doc.clientID = own
    expect(await thief.ended).toBe(4403)
    expect(thief.denial()?.code).toBe('foreign-client')
    expect(wordsOf(here.store.body)).not.toContain('giả Lan')
  })
})

describe('the ledger', () => {
  test('comes to every member', async () => {
    here.ledger.store.body.getMap('members').set('lan', 'thư ký')
    const lan = await here.join('lan', { room: 'ledger' })
    expect(lan.doc.getMap('members').get('lan')).toBe('thư ký')
  })

  test.each([
    ['writes', (doc: Doc) => doc.getMap('members').set('lan', 'lãnh đạo')],
    ['deletes', (doc: Doc) => doc.getMap('members').delete('lan')],
    ['adds roots', (doc: Doc) => doc.getMap('khác').set('x', 1)],
  ])('refuses a peer that %s, online or from afar', async (_how, change) => {
    here.ledger.store.body.getMap('members').set('lan', 'thư ký')
    const before = encodeStateAsUpdate(here.ledger.store.body)
    const lan = await here.join('lan', { room: 'ledger' })
    change(lan.doc)
    expect(await lan.ended).toBe(4403)
    const away = await here.join('lan', { room: 'ledger' })
    away.provider.disconnect()
    change(away.doc)
    away.provider.connect()
    expect(await away.ended).toBe(4403)
    expect(encodeStateAsUpdate(here.ledger.store.body)).toEqual(before)
  })

  test('takes a peer back that saw things deleted', async () => {
    const members = here.ledger.store.body.getMap('members')
    members.set('lan', 'thư ký')
    const lan = await here.join('lan', { room: 'ledger' })
    members.delete('lan')
    await eventually(() => expect(lan.doc.getMap('members').size).toBe(0))
    lan.provider.disconnect()
    lan.provider.connect()
    await lan.inStep()
    expect(here.faults).toEqual([])
  })
})

describe('who is here', () => {
  const stateOf = (seenBy: { provider: { awareness: { getStates(): Map<number, unknown> } } }, doc: Doc) =>
    seenBy.provider.awareness.getStates().get(doc.clientID)

  test('is told under the member’s own name, whatever the peer calls itself', async () => {
    const [lan, minh] = [await here.join('lan'), await here.join('minh')]
    lan.provider.awareness.setLocalState({
      user: { id: 'minh', name: 'Đồng chí minh' },
      place: 'b1',
      evil: 1,
    })
    await eventually(() =>
      expect(stateOf(minh, lan.doc)).toEqual({ place: 'b1', user: { id: 'lan', name: 'Đồng chí lan' } }),
    )
  })

  test('is told to those who come later, and ends with the connection', async () => {
    const lan = await here.join('lan')
    lan.provider.awareness.setLocalState({ place: 'b1' })
    await new Promise(resolve => setTimeout(resolve, 50))
    const minh = await here.join('minh')
    await eventually(() => expect(stateOf(minh, lan.doc)).toMatchObject({ place: 'b1' }))
    lan.provider.ws?.close()
    lan.provider.shouldConnect = false
    await eventually(() => expect(stateOf(minh, lan.doc)).toBeUndefined())
  })

  test('cannot be said for another, nor can another be sent away', async () => {
    const [lan, minh] = [await here.join('lan'), await here.join('minh')]
    lan.provider.awareness.setLocalState({ place: 'chỗ thật' })
    await eventually(() => expect(stateOf(minh, lan.doc)).toMatchObject({ place: 'chỗ thật' }))
    const third = await here.join('minh')
    const seen = new Set<unknown>()
    third.provider.awareness.on('update', () =>
      seen.add((stateOf(third, lan.doc) as { place?: string } | undefined)?.place),
    )
    const states = minh.provider.awareness.getStates()
    const meta = minh.provider.awareness.meta.get(lan.doc.clientID)!
    for (const forged of [{ place: 'chỗ giả' }, null]) {
      meta.clock += 5
      const held = new Map(states)
      if (forged) held.set(lan.doc.clientID, forged)
      else held.delete(lan.doc.clientID)
      const update = encodeAwarenessUpdate(minh.provider.awareness, [lan.doc.clientID], held)
      minh.provider.ws?.send(awarenessFrame(update))
    }
    typeParagraph(minh.doc, 'sau đó')
    await eventually(() => expect(wordsOf(lan.doc)).toContain('sau đó'))
    lan.provider.awareness.setLocalState({ place: 'chỗ mới' })
    await eventually(() => expect(stateOf(third, lan.doc)).toMatchObject({ place: 'chỗ mới' }))
    seen.delete('chỗ thật')
    expect([...seen]).toEqual(['chỗ mới'])
    expect(minh.provider.wsconnected).toBe(true)
  })

  test('is told a few times a second at most, and the last place arrives', async () => {
    const [lan, minh] = [await here.join('lan'), await here.join('minh')]
    await new Promise(resolve => setTimeout(resolve, 250))
    let times = 0
    minh.provider.awareness.on('update', () => times++)
    for (let step = 0; step < 60; step++) {
      lan.provider.awareness.setLocalState({ place: `b${step}` })
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    await eventually(() => expect(stateOf(minh, lan.doc)).toMatchObject({ place: 'b59' }))
    expect(times).toBeLessThan(10)
  })
})

describe('a hostile socket', () => {
  test.each<[string, () => Uint8Array | string, number]>([
    ['text', () => 'xin chào', 4400],
    ['an empty message', () => new Uint8Array(), 4400],
    ['an unknown kind', () => new Uint8Array([77, 1, 2]), 4400],
    ['a length beyond the end', () => new Uint8Array([0, 2, 255, 255, 3, 1]), 4400],
    ['a broken state', () => new Uint8Array([0, 0, 2, 255, 255]), 4400],
    ['broken awareness', () => awarenessFrame(new Uint8Array([1, 1, 1, 3, 123, 123, 123])), 4400],
    ['awareness with a number for a state', () => awarenessFrame(new Uint8Array([1, 1, 1, 1, 55])), 4400],
    ['too much awareness', () => awarenessFrame(new Uint8Array(100_000)), 4400],
    ['half an update', () => answer(typed('lạ').subarray(0, -3)), 4403],
    ['an oversized frame', () => answer(new Uint8Array(2_100_000)), 1009],
  ])('that sends %s is shut out', async (_what, message, code) => {
    const others = await honest()
    const socket = await openRaw()
    socket.send(message())
    expect(await codeOf(socket)).toBe(code)
    await others.stillWrite()
    expect(fieldsOf(here.store.body).get('title') ?? '').not.toBe('lạ')
  })

  test('of random bytes never brings the host down', async () => {
    const others = await honest()
    const random = randomFrom(7)
    const frames = [answer(typed('lạ')), flushFrame(3), stateFrame(here.store.body)]
    const fuzzed = Array.from({ length: 150 }, (_, round) => {
      const bytes = Uint8Array.from(frames[round % 3]!)
      for (let spot = 0; spot < 3; spot++) bytes[Math.floor(random() * bytes.length)] = random() * 256
      return bytes
    })
    here.committee.add('tu', 'reader')
    for (const bytes of fuzzed) {
      const socket = await openRaw('tu')
      socket.send(bytes)
      socket.send(bytes)
      socket.close()
    }
    await eventually(() => expect(here.host.size).toBe(2))
    await others.stillWrite()
  })

  test('that floods is slowed down, not obeyed', async () => {
    const others = await honest()
    const socket = await openRaw()
    let answers = 0
    socket.on('message', () => answers++)
    const question = new Uint8Array([0, 0, 1, 0])
    for (let time = 0; time < 2000; time++) socket.send(question)
    await others.stillWrite()
    expect(answers).toBeLessThan(200)
    socket.terminate()
  })

  test('that gives no sign of life is dropped', async () => {
    const socket = await openRaw()
    socket.pause()
    await eventually(() => expect(here.host.size).toBe(0))
    socket.terminate()
  })

  test('gets signs of life often enough for y-websocket, which does not count pings', async () => {
    const lan = await here.join('lan')
    const before = lan.heard()
    await eventually(() => expect(lan.heard()).toBeGreaterThan(before))
    expect(lan.provider.wsconnected).toBe(true)
  })
})

describe('a slow socket', () => {
  const reading = withCommittee({ unsent: 300_000 })

  test('that reads nothing is dropped, and fetches what it lacks when it comes back', async () => {
    const honest = await reading.join('minh')
    const slow = await reading.join('lan')
    const socket = slow.provider.ws as unknown as WebSocket
    socket.pause()
    // More than the buffers of the system take, so that it piles up in the host.
    for (let round = 0; round < 60; round++) {
      typeParagraph(reading.store.body, 'x'.repeat(90_000))
      await new Promise(resolve => setImmediate(resolve))
    }
    await eventually(() => expect(reading.host.size).toBe(1))
    await eventually(() => expect(wordsOf(honest.doc)).toBe(wordsOf(reading.store.body)))
    socket.resume()
    await eventually(() => expect(wordsOf(slow.doc).length).toBe(wordsOf(reading.store.body).length))
  })
})
