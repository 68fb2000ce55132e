import type { Doc } from 'yjs'
import { inspect, type Verdict } from '../gate/inspect'
import { admitToReview } from '../review/admit'
import type { Port } from '../report-host/port'
import type { KeptDoc, ReportHost } from '../report-host/report-host'
import type { Rules } from '../report-host/rules'
import type { Committee } from './committee'
import { inspectReadOnly } from './read-only'
import { refusedText } from './refused-change'
import type { RoomName } from './room-names'
import type { Session } from './session-door'
import { createShownClients, guestAwareness } from './who-is-here'

/** What a committee host needs of a report that others may reach. */
export interface SharedReport {
  readonly id: string
  readonly rooms: Readonly<Record<RoomName, ReportHost<KeptDoc>>>
  readonly committee: Committee
}

/** One room, whoever keeps its document. */
export interface Room {
  /** Takes in one member's connection, by the room's rules. `pace`: ms between two places that are passed on. */
  readonly enter: (session: Session, pace: number) => Entered
}

export interface Entered {
  readonly serve: (port: Port) => void
  readonly left: () => void
}

/** The rooms of a report. */
export interface OpenRooms {
  readonly id: string
  readonly rooms: Readonly<Record<RoomName, Room>>
  /** Whether there is such a room for the member, as things stand now. */
  readonly mayEnter: (member: string, room: RoomName) => boolean
  /** Hears when the answer may have become another, until the returned function is called. */
  readonly onChange: Committee['onChange']
  readonly onRevoked: Committee['onRevoked']
}

export const roomsOf = ({ id, rooms, committee }: SharedReport): OpenRooms => ({
  id,
  rooms: {
    body: roomOf(rooms.body, committee, admitToText(rooms.body, committee)),
    review: roomOf(rooms.review, committee, admitTo('all', rooms, committee)),
    leaders: roomOf(rooms.leaders, committee, admitTo('leaders', rooms, committee)),
    ledger: roomOf(rooms.ledger, committee, update => admitNothing(update, rooms.ledger.store.body)),
  },
  ...doorsOf(committee),
})

/** Who may enter which room. */
export const doorsOf = (
  committee: Pick<Committee, 'member' | 'onChange' | 'onRevoked'>,
): Pick<OpenRooms, 'mayEnter' | 'onChange' | 'onRevoked'> => ({
  mayEnter: (member, room) => room !== 'leaders' || committee.member(member)?.role === 'leader',
  onChange: listener => committee.onChange(listener),
  onRevoked: listener => committee.onRevoked(listener),
})

/** Throws a RefusedChange unless the member's change may be applied. */
type Admit = (update: Uint8Array, member: string) => unknown

const admitToText =
  ({ store }: ReportHost<KeptDoc>, committee: Committee): Admit =>
  (update, member) =>
    admitToBody(update, member, { body: store.body, committee })

function admitTo(audience: 'all' | 'leaders', rooms: SharedReport['rooms'], committee: Committee): Admit {
  const [all, leaders] = [rooms.review.store.body, rooms.leaders.store.body]
  const [doc, beside] = audience === 'all' ? [all, leaders] : [leaders, all]
  return (update, member) =>
    admitToReview(update, member, { audience, doc, beside, body: rooms.body.store.body, committee })
}

/** Of a room that only the host writes. */
export function admitNothing(update: Uint8Array, doc: Doc): void {
  orRefuse(inspectReadOnly(update, doc))
}

export function roomOf(host: ReportHost<KeptDoc>, committee: Pick<Committee, 'clients'>, admit: Admit): Room {
  // The windows of the host's own program belong to no guest.
  const shown = createShownClients(client =>
    host.presence.isWindow(client) ? '' : committee.clients.ownerOf(client),
  )
  return {
    enter: (session, pace) => {
      const guest = guestAwareness(session, shown, pace)
      const rules: Rules = { ...guest, isWindow: false, admit: update => admit(update, session.member) }
      return { serve: port => host.serve(port, rules), left: guest.left }
    },
  }
}

interface Place {
  readonly body: Doc
  readonly committee: Committee
}

/** Lets a member's change of the report pass, and remembers new client ids as theirs. Throws a RefusedChange. */
export function admitToBody(update: Uint8Array, member: string, { body, committee }: Place): void {
  const { locks, clients } = committee
  const author = committee.member(member)
  // Revoked a moment ago; the connection is about to end.
  if (!author) throw refusedText({ code: 'no-right', detail: 'No longer a member' })
  const { newClients, paths, places } = orRefuse(inspect(update, body, { author, locks: locks(), clients }))
  if (newClients.length > 0) clients.register(member, newClients)
  committee.wrote(member, paths, places)
}

function orRefuse(verdict: Verdict): Extract<Verdict, { kind: 'allowed' }> {
  if (verdict.kind === 'refused') throw refusedText(verdict.refusal)
  return verdict
}
