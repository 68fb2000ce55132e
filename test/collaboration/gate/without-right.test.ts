import { expect, test } from 'vitest'
import { encodeStateAsUpdate } from 'yjs'
import { trespasses } from '../../support/attacks/without-right'
import { gateReport } from '../../support/gate-report'
import { member, outcome, Room } from '../../support/gate-room'

const both = trespasses.flatMap(trespass => [1, 100_000].map(client => ({ ...trespass, client })))

test.each(both)('$what: refused (client $client)', ({ role, sections, change, client }) => {
  const room = new Room(gateReport())
  const before = encodeStateAsUpdate(room.body)
  const replica = room.join(client)
  replica.transact(() => change(replica))
  const answer = outcome(room.receive(room.unsent(replica), member('ana', role, ...sections)))
  expect(answer).toBe('no-right')
  expect(encodeStateAsUpdate(room.body)).toEqual(before)
})
