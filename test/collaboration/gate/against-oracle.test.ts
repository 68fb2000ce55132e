import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Doc } from 'yjs'
import { sectionContent } from '../../support/section-content'
import { wholeReport, type Member } from '../../../shared/permissions/member'
import type { Right } from '../../../shared/permissions/rights'
import type { BlockId } from '../../../shared/report/ids'
import { readReport } from '../../../shared/sync/read-report'
import { editAnywhere } from '../../support/gate-edits'
import { expectedOf } from '../../support/gate-oracle'
import { gateReport } from '../../support/gate-report'
import { member, Room } from '../../support/gate-room'
import { randomFrom } from '../../support/random'
import { blocksIn } from '../../support/shared-blocks'

// FUZZ=100000 for a night's run; split over the seeds.
const total = Number(process.env['FUZZ'] ?? 3_000)
const seeds = [1, 2, 3, 4, 5, 6]

interface Writer {
  readonly author: Member
  replica: Doc
}

/** The secretary, who may everything; one who may write everywhere but in B; one with A1 and C; one with B only. */
const members = (): Member[] => [
  member('thu-ky', 'secretary'),
  {
    ...member('an', 'drafter', wholeReport),
    grants: new Map<BlockId | typeof wholeReport, readonly Right[]>([
      [wholeReport, ['read', 'edit']],
      ['B' as BlockId, ['read']],
    ]),
  },
  member('binh', 'drafter', 'A1', 'C'),
  member('chi', 'leader', 'B'),
]

interface Tally {
  allowed: number
  refused: number
}

async function run(seed: number, updates: number): Promise<Tally> {
  const random = randomFrom(seed * 2_654_435)
  const tally = { allowed: 0, refused: 0 }
  // A report is worn out after some hundred edits; the next one starts afresh.
  while (tally.allowed + tally.refused < updates) {
    playReport(random, tally)
    await setImmediate()
  }
  return tally
}

function playReport(random: () => number, tally: Tally): void {
  const room = new Room(gateReport())
  // Below and above the one that wrote the report.
  let lastClient = random() < 0.5 ? 1_000 : 100_000 + Math.floor(random() * 1_000)
  const writers = members().map((author): Writer => ({ author, replica: room.join(++lastClient) }))
  for (let turn = 0; turn < 150; turn++) {
    if (turn % 20 === 10) relock(room, random)
    const writer = writers[Math.floor(random() * writers.length)]!
    for (let edits = Math.floor(random() ** 3 * 5); edits >= 0; edits--) editAnywhere(writer.replica, random)
    // Otherwise the writer is offline and sends it all later, when others have gone on.
    if (random() < 0.3) continue
    const isIn = decide(room, writer, tally)
    if (!isIn) writer.replica = room.join(++lastClient)
    else if (random() < 0.7) room.tell(writer.replica)
  }
}

function relock(room: Room, random: () => number): void {
  room.unlock()
  remembered.delete(room)
  const headings = blocksIn(room.body).filter(
    ({ element, id }) => element.nodeName === 'heading' && id !== '',
  )
  const count = random() < 0.7 ? 1 : 2
  for (let locks = 0; locks < count && headings.length > 0; locks++)
    room.lock(headings[Math.floor(random() * headings.length)]!.id)
}

/** The locked sections after the last update, until others are locked. */
const remembered = new WeakMap<Room, (string | undefined)[]>()

function decide(room: Room, { author, replica }: Writer, tally: Tally): boolean {
  const update = room.unsent(replica)
  const expected = expectedOf(update, room.body, author, room.context(author).locks)
  const before = remembered.get(room) ?? lockedContents(room)
  const verdict = room.receive(update, author)
  expect(verdict.kind === 'allowed' ? '' : verdict.refusal, expected.why).toEqual(
    expected.isAllowed ? '' : (expect.anything() as unknown),
  )
  const after = verdict.kind === 'allowed' ? lockedContents(room) : before
  expect(after).toEqual(before)
  remembered.set(room, after)
  tally[verdict.kind]++
  return expected.isAllowed
}

const lockedContents = (room: Room): (string | undefined)[] => {
  const report = readReport(room.body)
  return room.lockedSections().map(section => sectionContent(report, section))
}

test.each(seeds)(
  'four writers: the gate and the oracle agree on every update, and locked sections stay as they are (seed %i)',
  async seed => {
    const tally = await run(seed, Math.ceil(total / seeds.length))
    if (process.env['FUZZ']) console.log(`seed ${seed}: ${JSON.stringify(tally)}`)
    expect(tally.allowed).toBeGreaterThan(tally.refused / 10)
    expect(tally.refused).toBeGreaterThan(tally.allowed / 10)
  },
  3_600_000,
)
