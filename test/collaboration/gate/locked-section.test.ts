import { expect, test } from 'vitest'
import { sectionContent } from '../../support/section-content'
import type { BlockId } from '../../../shared/report/ids'
import { readReport } from '../../../shared/sync/read-report'
import type { Case, Change } from '../../support/attacks/changes'
import { copies } from '../../support/attacks/copied-ids'
import { legal } from '../../support/attacks/legal-changes'
import { attacks } from '../../support/attacks/on-locked-section'
import { gateReport } from '../../support/gate-report'
import { member, outcome, Room } from '../../support/gate-room'

const secretary = member('thu-ky', 'secretary')

/** Client ids on both sides of the one that wrote the report: Yjs orders neighbours by them. */
const clients = [1, 100_000]

const both = (cases: readonly Case[]) =>
  cases.flatMap(([what, change]) => clients.map(client => [what, client, change] as const))

function send(change: Change, client: number): { answer: string; room: Room; isSame: boolean } {
  const room = new Room(gateReport())
  room.lock('L')
  const before = sectionContent(readReport(room.body), 'L' as BlockId)
  const replica = room.join(client)
  replica.transact(() => change(replica))
  const answer = outcome(room.receive(room.unsent(replica), secretary))
  return { answer, room, isSame: sectionContent(readReport(room.body), 'L' as BlockId) === before }
}

test.each(both(attacks))('a locked section is safe from %s (client %i)', (_what, client, change) => {
  const { answer, isSame } = send(change, client)
  expect(answer).toBe('locked')
  expect(isSame).toBe(true)
})

test.each(both(copies))('a locked section is safe from %s (client %i)', (_what, client, change) => {
  const { answer, isSame } = send(change, client)
  expect(answer).toBe('copied-id')
  expect(isSame).toBe(true)
})

test.each(both(legal))(
  'beside a locked section, this is allowed: %s (client %i)',
  (_what, client, change) => {
    const { answer, isSame } = send(change, client)
    expect(answer).toBe('allowed')
    expect(isSame).toBe(true)
  },
)

test.each(both([...attacks, ...copies]))(
  'without a lock nothing stands in the way of %s (client %i)',
  (_what, client, change) => {
    const room = new Room(gateReport())
    const replica = room.join(client)
    replica.transact(() => change(replica))
    expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('allowed')
  },
)
