import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type WebSocket } from 'ws'
import type { Doc } from 'yjs'
import type { Right } from '../../../shared/permissions/rights'
import { updateFrame } from '../../../shared/sync/sync-frames'
import { copies } from '../../support/attacks/copied-ids'
import { forgedReferences } from '../../support/attacks/forged-references'
import { attacks } from '../../support/attacks/on-locked-section'
import { strangeContent } from '../../support/attacks/strange-content'
import { trespasses } from '../../support/attacks/without-right'
import { withLockedReport } from '../../support/gate-over-sockets'
import { eventually, type Peer, wordsOf } from '../../support/network-peer'
import { wordsIn } from '../../support/shared-blocks'

// The attacks that the other tests of this folder make in process, by plain yjs and y-websocket over real sockets.

const room = withLockedReport()
let honest: readonly [Peer, Peer]
let locked: string | undefined
/** Below and above the client that wrote the report, and never twice. */
let lastClient = 0
const newClient = (): number => (++lastClient % 2 === 0 ? lastClient : 200_000 + lastClient)

beforeAll(async () => {
  honest = [await room.join('minh', newClient()), await room.join('hung', newClient())]
  locked = room.fingerprint()
})
afterAll(() => honest.forEach(peer => peer.leave()))

/** Throws unless nothing came of it: not in the locked section, and not to the people who write on. */
async function nothingHappened(): Promise<void> {
  const [minh, hung] = honest
  const mark = `[${++lastClient}]`
  wordsIn(minh.doc, 'B-q').insert(0, mark)
  await eventually(() => expect(wordsOf(hung.doc)).toContain(mark))
  expect(room.fingerprint()).toBe(locked)
  for (const { doc, provider, denial } of honest) {
    expect(wordsOf(doc)).toBe(wordsOf(room.body))
    expect(provider.wsconnected).toBe(true)
    expect(denial()).toBeNull()
  }
}

/** Joins, lets the change loose as y-websocket sends it, and tells how it ended. */
async function attack(member: string, change: (replica: Doc) => void): Promise<[number, string | undefined]> {
  const peer = await room.join(member, newClient())
  peer.doc.transact(() => change(peer.doc))
  const code = await peer.ended
  peer.leave()
  return [code, peer.denial()?.code]
}

describe('a locked section is safe over the network from', () => {
  test.each(attacks)('%s', async (_what, change) => {
    expect(await attack('lan', change)).toEqual([4403, 'locked'])
    await nothingHappened()
  })

  test.each(copies)('%s', async (_what, change) => {
    expect(await attack('lan', change)).toEqual([4403, 'copied-id'])
    await nothingHappened()
  })
})

test.each([...forgedReferences, ...strangeContent])(
  'over the network, too: $what',
  async ({ code, updates }) => {
    const peer = await room.join('lan', newClient())
    const all = updates(peer.doc, newClient())
    for (const update of all) (peer.provider.ws as unknown as WebSocket).send(updateFrame(update))
    expect(await peer.ended).toBe(4403)
    expect(peer.denial()?.code).toBe(code)
    peer.leave()
    await nothingHappened()
  },
)

test.each(trespasses)('over the network, too: $what', async ({ role, sections, change }) => {
  const rights: readonly Right[] = ['read', 'annotate', 'propose', 'edit']
  room.committee.add('tu', role, Object.fromEntries(sections.map(section => [section, rights])))
  const [code, why] = await attack('tu', change)
  expect(code).toBe(4403)
  // In this room L is locked, which may stand in the way first.
  expect(['no-right', 'locked']).toContain(why)
  await nothingHappened()
})
