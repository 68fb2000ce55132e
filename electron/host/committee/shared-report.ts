import type { Doc } from 'yjs'
import { inspect, type Verdict } from '../gate/inspect'
import type { Port } from '../report-host/port'
import type { KeptDoc, ReportHost } from '../report-host/report-host'
import type { Rules } from '../report-host/rules'
import type { Committee } from './committee'
import { inspectReadOnly } from './read-only'
import { RefusedChange } from './refused-change'
import type { RoomName } from './room-names'
import type { Session } from './session-door'
import { createShownClients, guestAwareness, type Guest, type ShownClients } from './who-is-here'

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
  readonly onRevoked: Committee['onRevoked']
}

export const roomsOf = ({ id, rooms, committee }: SharedReport): OpenRooms => ({
  id,
  rooms: {
    body: roomOf(rooms.body, committee, 'body'),
    review: roomOf(rooms.review, committee, 'review'),
    ledger: roomOf(rooms.ledger, committee, 'ledger'),
  },
  onRevoked: committee.onRevoked,
})

export function roomOf(host: ReportHost<KeptDoc>, committee: Committee, name: RoomName): Room {
  // The windows of the host's own program belong to no guest.
  const shown = createShownClients(client =>
    host.presence.isWindow(client) ? '' : committee.clients.ownerOf(client),
  )
  return {
    enter: (session, pace) => {
      const rules = rulesOf(session, name === 'body', { host, committee, shown, pace })
      return { serve: port => host.serve(port, rules), left: rules.left }
    },
  }
}

interface Parts {
  readonly host: ReportHost<KeptDoc>
  readonly committee: Committee
  readonly shown: ShownClients
  readonly pace: number
}

function rulesOf(session: Session, isBody: boolean, parts: Parts): Rules & Pick<Guest, 'left'> {
  const { host, committee, shown, pace } = parts
  const { body } = host.store
  const guest = guestAwareness(session, shown, pace)
  return {
    ...guest,
    isWindow: false,
    admit: update => {
      if (isBody) admitToBody(update, session.member, { body, committee })
      else orRefuse(inspectReadOnly(update, body))
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
  if (!author) throw new RefusedChange({ code: 'no-right', detail: 'No longer a member' })
  const { newClients } = orRefuse(inspect(update, body, { author, locks: locks(), clients }))
  if (newClients.length > 0) clients.register(member, newClients)
}

function orRefuse(verdict: Verdict): Extract<Verdict, { kind: 'allowed' }> {
  if (verdict.kind === 'refused') throw new RefusedChange(verdict.refusal)
  return verdict
}
