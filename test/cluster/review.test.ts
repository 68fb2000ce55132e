import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { join } from 'node:path'
import type { WebSocket } from 'ws'
import { HostedReview } from '../../electron/host/review/hosted-review'
import { openReportStore } from '../../electron/host/store/report-store'
import { updateFrame } from '../../shared/sync/sync-frames'
import { withCluster } from '../support/cluster-fixture'
import type { Instance, SharedInCluster } from '../support/cluster-instance'
import { gateReport } from '../support/gate-report'
import { eventually, typeOn, wordsOf, type Peer } from '../support/network-peer'
import { remark, reply, resolved } from '../support/remarks'
import { forgedRecord, idsOf, recordsOf, say } from '../support/review-room'

const here = withCluster()
let a: Instance
let b: Instance
let report: SharedInCluster
const [lan, tu, hoa] = [0, 1, 2]
beforeAll(async () => {
  if (here.lacking) return
  report = await here.put(gateReport(), 'secretary', 'drafter', 'leader')
  ;[a, b] = [await here.start('a'), await here.start('b')]
}, 60_000)
beforeEach(context => {
  if (here.lacking) context.skip(here.lacking)
})

const idOf = (which: number): string => report.member(which).id
const enter = (which: number, at: Instance, room = 'review'): Promise<Peer> =>
  report.member(which).enter(at, { room })
const send = (peer: Peer, update: Uint8Array): void =>
  (peer.provider.ws as unknown as WebSocket).send(updateFrame(update))
const allHave = (peers: readonly Peer[], ...ids: string[]): Promise<void> =>
  eventually(() => {
    for (const { doc } of peers) expect(idsOf(doc)).toEqual(expect.arrayContaining(ids))
  })

test('what members of two instances say comes to each other, and is in the file that is taken out', async () => {
  const [one, other] = [await enter(lan, a), await enter(tu, b)]
  const first = remark('Từ máy A', { author: idOf(lan) })
  say(one, first)
  await allHave([one, other], first.id)
  const answer = reply(first.id, 'Từ máy B', { author: idOf(tu) })
  say(other, answer)
  await allHave([one, other], answer.id)
  const path = join(here.folder, 'lay-ra.duthao')
  expect(await here.cluster('take', report.id, '-o', path)).toMatchObject({ code: 0 })
  const store = openReportStore(path)
  const review = new HostedReview(store)
  expect(review.known.map(({ record }) => record)).toEqual(expect.arrayContaining([first, answer]))
  review.close()
  store.close()
})

test('members who write at once, in the text too, are not taken for each other', async () => {
  const [one, other] = [await enter(lan, a), await enter(tu, b)]
  const text = await report.member(lan).enter(a)
  const ids: string[] = []
  for (let round = 0; round < 15; round++)
    for (const [peer, who] of [
      [one, lan],
      [other, tu],
    ] as const) {
      const said = remark(`Lần ${round}`, { author: idOf(who) })
      ids.push(said.id)
      say(peer, said)
    }
  typeOn(text.doc, ' cùng lúc')
  await allHave([one, other], ...ids)
  const far = await report.member(tu).enter(b)
  await eventually(() => expect(wordsOf(far.doc)).toContain(' cùng lúc'))
  expect([one, other, text].map(peer => peer.denial())).toEqual([null, null, null])
})

describe('over sockets of either instance', () => {
  test('nobody writes in another’s name, resolves what is not theirs, or writes over it', async () => {
    const one = await enter(lan, a)
    const first = remark('Của thư ký', { author: idOf(lan) })
    say(one, first)
    const watcher = await enter(hoa, b)
    await allHave([watcher], first.id)
    const forgeries = [
      [remark('Giả', { author: idOf(lan) }), 'wrong-author'],
      [resolved(first.id, { author: idOf(tu) }), 'no-right'],
      [{ ...remark('Đè', { author: idOf(tu) }), id: first.id }, 'rewritten'],
    ] as const
    for (const [record, code] of forgeries) {
      const peer = await enter(tu, b)
      send(peer, forgedRecord(record))
      expect(await peer.ended).toBe(4403)
      expect(peer.denial()).toMatchObject({ code })
    }
    const borrowed = await enter(tu, b)
    send(borrowed, forgedRecord(remark('Mượn', { author: idOf(tu) }), one.doc.clientID))
    say(one, remark('Vẫn ghi', { author: idOf(lan) }))
    await eventually(() => expect(idsOf(watcher.doc)).toEqual(idsOf(one.doc)))
    // A number that is known already is dropped; nothing of it is written.
    expect(recordsOf(one.doc).some(record => 'text' in record && record.text === 'Mượn')).toBe(false)
    expect(one.denial()).toBeNull()
  })

  test('the room of the leaders is theirs alone, at both instances', async () => {
    const hers = await enter(hoa, a, 'leaders')
    const said = remark('Giữa lãnh đạo', { author: idOf(hoa) })
    say(hers, said)
    await allHave([await enter(hoa, b, 'leaders')], said.id)
    for (const at of [a, b]) {
      const peer = await report.member(tu).connect(at, { room: 'leaders' })
      expect(await peer.ended).toBe(4404)
      expect(idsOf(peer.doc)).toEqual([])
    }
  })
})
