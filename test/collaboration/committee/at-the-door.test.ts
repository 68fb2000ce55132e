import { describe, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { Failure } from '../../../shared/ipc/failure'
import { schemaVersion } from '../../../shared/report/schema-version'
import { reportId, withCommittee } from '../../support/committee-fixture'
import { rawSocket, typeParagraph, wordsOf, eventually } from '../../support/network-peer'

const here = withCommittee({ connectionsOfMember: 5 })

interface Outcome {
  readonly code: number
  /** Bytes of messages that came before the end. */
  readonly bytes: number
}

const outcome = (socket: WebSocket): Promise<Outcome> =>
  new Promise(resolve => {
    let bytes = 0
    socket.on('message', data => (bytes += (data as Buffer).length))
    socket.on('close', code => resolve({ code, bytes }))
  })

const sound = `schema=${schemaVersion}&session=lan`

describe('nobody reads a byte', () => {
  test.each<[string, string, number]>([
    ['without a session', `/${reportId}/body?schema=${schemaVersion}`, 4401],
    ['with a session that nobody gave', `/${reportId}/body?schema=${schemaVersion}&session=la`, 4401],
    ['of a report that is not shared, nor learns that it is not', `/khac/body?${sound}`, 4401],
    ['at no address of ours', '/', 4401],
    ['at an address with more behind it', `/${reportId}/body/x?${sound}`, 4401],
    ['of a room that there is not', `/${reportId}/kho?${sound}`, 4404],
    ['of a room that objects have by themselves', `/${reportId}/constructor?${sound}`, 4404],
    ['with an older program', `/${reportId}/body?schema=${schemaVersion - 1}&session=lan`, 4409],
    ['with a newer program', `/${reportId}/body?schema=${schemaVersion + 1}&session=lan`, 4409],
    ['with a program that does not say its version', `/${reportId}/body?session=lan`, 4409],
  ])('%s', async (_who, path, code) => {
    const socket = rawSocket(here.port, path)
    // Speaks at once, as y-websocket does.
    socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])))
    expect(await outcome(socket)).toEqual({ code, bytes: 0 })
  })

  test('of the sixth of six rooms at once, until one is left', async () => {
    const peers = await Promise.all(Array.from({ length: 5 }, () => here.join('lan')))
    expect(await outcome(rawSocket(here.port, `/${reportId}/body?${sound}`))).toEqual({
      code: 1013,
      bytes: 0,
    })
    peers[0]!.leave()
    await eventually(() => expect(here.host.size).toBe(4))
    await here.join('lan')
  })
})

describe('a standard client', () => {
  test('with an old program stops for good instead of trying again', async () => {
    const old = here.connect('lan', { schema: String(schemaVersion - 1) })
    expect(await old.ended).toBe(4409)
    expect(wordsOf(old.doc)).toBe('')
  })

  test('of a member who is revoked is out at once, from every room, and does not come back', async () => {
    const minh = await here.join('minh')
    const rooms = [await here.join('lan'), await here.join('lan', { room: 'ledger' })]
    const start = performance.now()
    const first = rooms.map(
      ({ provider }) =>
        new Promise(resolve => provider.on('connection-close', event => resolve(event?.code))),
    )
    here.committee.revoke('lan')
    expect(await Promise.all(first)).toEqual([4401, 4401])
    expect(await Promise.all(rooms.map(room => room.ended))).toEqual([4401, 4401])
    expect(performance.now() - start).toBeLessThan(1000)
    expect(await here.connect('lan').ended).toBe(4401)
    typeParagraph(minh.doc, 'vẫn viết được')
    await eventually(() => expect(wordsOf(here.store.body)).toContain('vẫn viết được'))
  })

  test('of a revoked member is not heard even if it keeps its socket', async () => {
    const lan = await here.join('lan')
    here.committee.revoke('lan')
    typeParagraph(lan.doc, 'gửi sau khi bị thu quyền')
    expect(await lan.ended).toBe(4401)
    expect(wordsOf(here.store.body)).not.toContain('thu quyền')
  })

  test('whose first words cannot be put down as its own, because the disk is full, tries again', async () => {
    const lan = await here.join('lan')
    here.committee.clients.register = () => {
      throw new Failure('disk-full', 'Ổ đĩa đã đầy.')
    }
    const closed = new Promise(resolve => lan.provider.on('connection-close', event => resolve(event?.code)))
    typeParagraph(lan.doc, 'chưa ghi được')
    expect(await closed).toBe(1013)
    expect(lan.provider.shouldConnect).toBe(true)
    expect(wordsOf(here.store.body)).not.toContain('chưa ghi được')
  })

  test('that leaves, or never got in, leaves its session too', async () => {
    const lan = await here.join('lan')
    lan.leave()
    await eventually(() => expect(here.committee.left).toEqual(['lan']))
    await here.connect('minh', { schema: '0' }).ended
    expect(here.committee.left).toEqual(['lan', 'minh'])
  })

  test('is out when its session ends', async () => {
    here.committee.endsAt = Date.now() + 300
    const lan = await here.join('lan')
    here.committee.endsAt = null
    expect(await lan.ended).toBe(4401)
  })
})
