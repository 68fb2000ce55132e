import { inspect, type Verdict } from '../gate/inspect'
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

/** The rules of one room for one member after the other. */
export interface Room {
  readonly host: ReportHost<KeptDoc>
  readonly rulesFor: (session: Session, pace: number) => Rules & Pick<Guest, 'left'>
}

export function roomOf({ rooms, committee }: SharedReport, name: RoomName): Room {
  const host = rooms[name]
  const shown = createShownClients(client => committee.clients.ownerOf(client))
  return {
    host,
    rulesFor: (session, pace) => rulesOf(session, name === 'body', { host, committee, shown, pace }),
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
      const verdict = isBody ? inspectBody(update, session, parts) : inspectReadOnly(update, body)
      if (verdict.kind === 'refused') throw new RefusedChange(verdict.refusal)
      if (verdict.newClients.length > 0) committee.clients.register(session.member, verdict.newClients)
    },
  }
}

function inspectBody(update: Uint8Array, { member }: Session, { host, committee }: Parts): Verdict {
  const author = committee.member(member)
  // Revoked a moment ago; the connection is about to end.
  if (!author) return { kind: 'refused', refusal: { code: 'no-right', detail: 'No longer a member' } }
  return inspect(update, host.store.body, { author, locks: committee.locks(), clients: committee.clients })
}
