import { beforeEach, describe, expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, Map as YMap } from 'yjs'
import { recordsIn } from '../../../electron/host/review/room-doc'
import { recordWords } from '../../../electron/host/review/words'
import type { ReviewRecord } from '../../../shared/review/record'
import { updateFrame } from '../../../shared/sync/sync-frames'
import { withCommittee } from '../../support/committee-fixture'
import { randomFrom } from '../../support/random'
import { eventually, type Peer } from '../../support/network-peer'
import { edited, remark, reply, resolved } from '../../support/remarks'
import { forged, forgedRecord, haveAll, idsOf, recordsOf, say } from '../../support/review-room'

const here = withCommittee({ message: 9_000_000 })

interface Scene {
  /** An honest secretary and an honest leader, in the room that all may enter. */
  readonly minh: Peer
  readonly hoa: Peer
  /** Minh's remark, open. */
  readonly first: ReviewRecord
  /** The drafter's own, and the leader's own. */
  readonly own: Readonly<Record<'tu' | 'hung', ReviewRecord>>
}

let scene: Scene
beforeEach(async () => {
  for (const leader of ['hoa', 'hung']) here.committee.add(leader, 'leader')
  for (const drafter of ['tu', 'an']) here.committee.add(drafter, 'drafter')
  here.committee.add('doc', 'reader')
  const [minh, hoa] = [await join('minh'), await join('hoa')]
  const first = remark('Số liệu này của năm nào?', { author: 'minh' })
  const own = { tu: remark('Của Tú', { author: 'tu' }), hung: remark('Của Hùng', { author: 'hung' }) }
  say(minh, first)
  const [tu, hung] = [await join('tu'), await join('hung')]
  say(tu, own.tu)
  say(hung, own.hung)
  await haveAll(room(), [minh, hoa], first.id, own.tu.id, own.hung.id)
  tu.leave()
  hung.leave()
  scene = { minh, hoa, first, own }
})

const room = (): Doc => here.review.store.body
const join = (member: string, name = 'review'): Promise<Peer> => here.join(member, { room: name })

const attack = async (member: string, update: Uint8Array, name = 'review'): Promise<Peer> => {
  const peer = await join(member, name)
  peer.provider.ws?.send(updateFrame(update))
  return peer
}

/** The two who must notice nothing are still there, and still hear each other. */
async function othersGoOn(before: readonly string[]): Promise<void> {
  const { minh, hoa } = scene
  const more = [remark('Vẫn ghi', { author: 'minh' }), remark('Vẫn nghe', { author: 'hoa' })] as const
  say(minh, more[0])
  say(hoa, more[1])
  await haveAll(room(), [minh, hoa], ...more.map(({ id }) => id))
  expect(idsOf(room())).toEqual([...before, ...more.map(({ id }) => id)].sort())
  expect([minh, hoa].map(peer => peer.denial())).toEqual([null, null])
  expect([minh, hoa].map(({ provider }) => provider.wsconnected)).toEqual([true, true])
}

/** As a node of a report could be written; whoever shows it would fall. */
let deep: unknown = []
for (let level = 0; level < 1000; level++) deep = [deep]
const tracked = { kind: 'change.tracked', after: null, text: undefined, mentions: undefined }

const future = new Date(Date.now() + 3_600_000).toISOString()
const both = ['tu', 'hung'] as const
type Attacker = (typeof both)[number]
type Make = (who: Attacker) => Uint8Array

const kinds: readonly (readonly [string, string, Make])[] = [
  ['a record in another’s name', 'wrong-author', () => forgedRecord(remark('Giả', { author: 'minh' }))],
  ['a record of nobody', 'wrong-author', () => forgedRecord(remark('Giả', { author: 'self' }))],
  [
    'a remark of others as resolved',
    'no-right',
    who => forgedRecord(resolved(scene.first.id, { author: who })),
  ],
  [
    'a remark of others as resolved by its author',
    'wrong-author',
    () => forgedRecord(resolved(scene.first.id, { author: 'minh' })),
  ],
  [
    'other words for another’s remark',
    'not-own',
    who => forgedRecord(edited(scene.first.id, 'Lời khác', { author: who })),
  ],
  [
    'another’s remark taken back',
    'not-own',
    who => forgedRecord({ ...resolved(scene.first.id, { author: who }), kind: 'annotation.removed' }),
  ],
  ['a record from the future', 'in-future', who => forgedRecord(remark('Mai', { author: who, at: future }))],
  [
    'an answer to what does not exist',
    'unknown-record',
    who => forgedRecord(reply('khong-co-gi-ca', 'Trả lời', { author: who })),
  ],
  [
    'an unknown kind of record',
    'unknown-content',
    who => forgedRecord({ ...remark('Lạ', { author: who }), kind: 'annotation.blessed' }),
  ],
  [
    'a record with something more in it',
    'unknown-content',
    who => forgedRecord({ ...remark('Lạ', { author: who }), approved: true }),
  ],
  ['a value that is no JSON', 'unknown-content', () => forged({ khongphaijson: '{' })],
  ['a value that is no text', 'unknown-content', () => forged({ khongphaichu: { a: 1 } })],
  ['a shared type for a value', 'unknown-content', () => nested()],
  [
    'a record under another’s key',
    'unknown-content',
    who => forged({ motkhoakhac: JSON.stringify(remark('Lạ', { author: who })) }),
  ],
  ['too long a record', 'too-large', who => forgedRecord(remark('x'.repeat(2_100_000), { author: who }))],
  [
    'lists within lists without end',
    'unknown-content',
    who => forgedRecord({ ...remark('Sâu', { author: who }), ...tracked, was: { type: 'x', content: deep } }),
  ],
  ['another root', 'unknown-root', () => forged({ a: '1' }, { root: 'tray' })],
  ['a root that nobody knows', 'unknown-root', () => forged({ a: '1' }, { root: 'approvals' })],
  ['half a change', 'malformed', who => forgedRecord(remark('Nửa', { author: who })).subarray(0, -9)],
  [
    'a record in place of another’s',
    'rewritten',
    who => forgedRecord({ ...remark('Đè', { author: who }), id: scene.first.id }),
  ],
  ['a record in place of one’s own', 'rewritten', who => replacing(scene.own[who].id, who)],
  ['another’s record gone', 'rewritten', () => deleting(scene.first.id)],
  ['one’s own record gone', 'rewritten', who => deleting(scene.own[who].id)],
  ['a record that comes and goes at once', 'rewritten', who => comingAndGoing(remark('Ma', { author: who }))],
  ['a change behind a gap', 'gap', who => behindGap(remark('Hở', { author: who }))],
  [
    'words under the client id of another member',
    'foreign-client',
    who => goingOnAs(scene.minh.doc.clientID, remark('Mượn', { author: who })),
  ],
  [
    'words under the client id of a member who has only written in the text',
    'foreign-client',
    who => {
      here.committee.clients.register('an', [777])
      return forgedRecord(remark('Mượn', { author: who }), 777)
    },
  ],
  [
    'words under the client id of the host',
    'foreign-client',
    who => {
      room().getMap('tray').set('khay', 'của máy chủ')
      return goingOnAs(room().clientID, remark('Mượn', { author: who }))
    },
  ],
]

function nested(): Uint8Array {
  const doc = new Doc()
  doc.getMap('records').set('kieuchung00', new YMap())
  return encodeStateAsUpdate(doc)
}

/** A copy of the room in which somebody does something; the change alone. */
function changed(change: (doc: Doc) => void): Uint8Array {
  const doc = new Doc()
  applyUpdate(doc, encodeStateAsUpdate(room()))
  const before = encodeStateVector(doc)
  change(doc)
  return encodeStateAsUpdate(doc, before)
}

const goingOnAs = (client: number, record: ReviewRecord): Uint8Array =>
  changed(doc => {
    doc.clientID = client
    recordsIn(doc).set(record.id, JSON.stringify(record))
  })

const deleting = (id: string): Uint8Array => changed(doc => recordsIn(doc).delete(id))

const replacing = (id: string, author: string): Uint8Array =>
  changed(doc => recordsIn(doc).set(id, JSON.stringify({ ...remark('Sửa lại', { author }), id })))

const comingAndGoing = (record: ReviewRecord): Uint8Array =>
  changed(doc => {
    recordsIn(doc).set(record.id, JSON.stringify(record))
    recordsIn(doc).delete(record.id)
  })

function behindGap(record: ReviewRecord): Uint8Array {
  const doc = new Doc()
  recordsIn(doc).set('chuagui', 'x')
  const before = encodeStateVector(doc)
  recordsIn(doc).set(record.id, JSON.stringify(record))
  return encodeStateAsUpdate(doc, before)
}

describe.each(both)('%s, who is a member, is shut out for', who => {
  test.each(kinds)('%s', async (_what, code, make) => {
    const before = idsOf(room())
    const words = recordsOf(room())
    const peer = await attack(who, make(who))
    expect(await peer.ended).toBe(4403)
    expect(peer.denial()).toMatchObject({ code })
    expect(recordsOf(room())).toEqual(words)
    await othersGoOn(before)
  })
})

test('a reader adds nothing at all', async () => {
  const before = idsOf(room())
  const peer = await attack('doc', forgedRecord(remark('Chỉ đọc', { author: 'doc' })))
  expect(await peer.ended).toBe(4403)
  expect(peer.denial()).toMatchObject({ code: 'no-right', message: recordWords['no-right'] })
  await othersGoOn(before)
})

test('of a step of several records all are taken or none', async () => {
  const good = remark('Được', { author: 'tu' })
  const bad = resolved(scene.first.id, { author: 'tu' })
  const values = { [good.id]: JSON.stringify(good), [bad.id]: JSON.stringify(bad) }
  const peer = await attack('tu', forged(values))
  expect(await peer.ended).toBe(4403)
  expect(idsOf(room())).not.toContain(good.id)
})

test('damaged changes never bring the host down, nor into the room', async () => {
  const before = idsOf(room())
  const random = randomFrom(11)
  const whole = forgedRecord(remark('Thử', { author: 'tu' }))
  for (let round = 0; round < 60; round++) {
    const bytes = Uint8Array.from(whole)
    for (let spot = 0; spot < 4; spot++) bytes[Math.floor(random() * bytes.length)] = random() * 256
    const peer = await attack('tu', bytes)
    peer.provider.shouldConnect = false
    peer.leave()
  }
  // What was damaged in its words only is a remark like any other, of its author.
  await eventually(() => expect(here.host.size).toBe(2))
  const more = recordsOf(room()).filter(({ id }) => !before.includes(id))
  expect(more.every(({ author }) => author === 'tu')).toBe(true)
  await othersGoOn(idsOf(room()))
})

describe('the room of the leaders', () => {
  test.each(['tu', 'minh', 'doc'])(
    'does not exist for %s, who is none, and nobody hears of it',
    async who => {
      const hoa = await join('hoa', 'leaders')
      const peer = here.connect(who, { room: 'leaders' })
      expect(await peer.ended).toBe(4404)
      expect(peer.heard()).toBe(0)
      const said = remark('Giữa lãnh đạo với nhau', { author: 'hoa' })
      say(hoa, said)
      await haveAll(here.leaders.store.body, [hoa], said.id)
      expect(idsOf(peer.doc)).toEqual([])
      expect(hoa.provider.wsconnected).toBe(true)
    },
  )

  test('is left at once by who is a leader no more, or no member', async () => {
    const [hoa, hung] = [await join('hoa', 'leaders'), await join('hung', 'leaders')]
    here.committee.add('hung', 'drafter')
    expect(await hung.ended).toBe(4404)
    const said = remark('Sau khi anh ấy thôi', { author: 'hoa' })
    say(hoa, said)
    await haveAll(here.leaders.store.body, [hoa], said.id)
    expect(idsOf(hung.doc)).toEqual([])
    here.committee.revoke('hoa')
    expect(await hoa.ended).toBe(4401)
  })

  test('holds leaders to the same rules, and has no word of the other room’s', async () => {
    const hoa = await join('hoa', 'leaders')
    const theirs = remark('Của Hoa', { author: 'hoa' })
    say(hoa, theirs)
    await haveAll(here.leaders.store.body, [hoa], theirs.id)
    const forgeries: [ReviewRecord, string][] = [
      [remark('Giả', { author: 'hoa' }), 'wrong-author'],
      [resolved(theirs.id, { author: 'hung' }), 'no-right'],
      [edited(theirs.id, 'Lời khác', { author: 'hung' }), 'not-own'],
      // About a remark that stands in the room of all.
      [reply(scene.first.id, 'Lén', { author: 'hung' }), 'unknown-record'],
      [{ ...remark('Trùng', { author: 'hung' }), id: scene.first.id }, 'rewritten'],
    ]
    for (const [record, code] of forgeries) {
      const peer = await attack('hung', forgedRecord(record), 'leaders')
      expect(await peer.ended).toBe(4403)
      expect(peer.denial()).toMatchObject({ code })
    }
    // Of the host, which has written in the other room only.
    room().getMap('tray').set('khay', 'của máy chủ')
    const borrowed = forgedRecord(remark('Mượn', { author: 'hung' }), room().clientID)
    const peer = await attack('hung', borrowed, 'leaders')
    expect(await peer.ended).toBe(4403)
    expect(peer.denial()).toMatchObject({ code: 'foreign-client' })
    expect(idsOf(here.leaders.store.body)).toEqual([theirs.id])
    expect(hoa.provider.wsconnected).toBe(true)
  })
})

test('what leaders say among themselves is in no byte that others are sent', async () => {
  const sent: string[] = []
  const tu = await join('tu')
  ;(tu.provider.ws as unknown as { on: (event: string, hear: (data: ArrayBuffer) => void) => void }).on(
    'message',
    data => sent.push(Buffer.from(data).toString('latin1')),
  )
  const [hoa, hung] = [await join('hoa', 'leaders'), await join('hung', 'leaders')]
  const said = remark('chi-lanh-dao-nghe', { author: 'hoa' })
  say(hoa, said)
  await haveAll(here.leaders.store.body, [hoa, hung], said.id)
  const open = remark('moi-nguoi-nghe', { author: 'hoa' })
  say(scene.hoa, open)
  await haveAll(room(), [tu], open.id)
  expect(sent.join('')).toContain('moi-nguoi-nghe')
  expect(sent.join('')).not.toContain('chi-lanh-dao-nghe')
})
