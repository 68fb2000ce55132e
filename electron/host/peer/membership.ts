import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { z } from 'zod'
import { MemberId, Name, Role, Unit } from '../../../shared/ledger/records'
import { isHostUrl } from '../../../shared/session/host-url'
import { Fingerprint, ReportId } from '../../../shared/session/messages'
import type { KeptRows } from '../store/kept-rows'
import type { ReportStore } from '../store/report-store'

/** How this computer reaches the committee that another machine hosts, and who it is there. */
export const Membership = z.object({
  /** The host's addresses; the one that answered last comes first. */
  urls: z.array(z.string().refine(isHostUrl)).min(1).max(8),
  /** The whole fingerprint of the host's certificate, or "loopback". */
  certificate: Fingerprint,
  report: ReportId,
  member: MemberId,
  name: Name,
  unit: Unit,
  role: Role,
  /** The host has said that the person is no member any more. */
  revoked: z.boolean(),
})
export type Membership = z.infer<typeof Membership>

/** How far the host has confirmed what was written here. */
export interface Confirmed {
  readonly unsent: number
  /** State vector of what the host has on its disk; null before its first receipt. */
  readonly vector: Uint8Array | null
}

/** Rooms beside the text of which a copy is kept, for the days without a host. */
export type SideRoom = 'review' | 'leaders' | 'ledger'

type Rows = Pick<ReportStore, 'kept' | 'keep'>

const subject = 'membership'

/** Null for a report that no other machine hosts. A row that is none counts as absent: then it is joined anew. */
export function readMembership(store: Pick<Rows, 'kept'>): Membership | null {
  return Membership.safeParse(readJson(store, 'link')).data ?? null
}

export function readConfirmed(store: Rows): Confirmed {
  const { unsent } = Unsent.safeParse(readJson(store, 'unsent')).data ?? { unsent: 0 }
  return { unsent, vector: store.kept(subject).get('vector') ?? null }
}

export const readRoom = (store: Pick<Rows, 'kept'>, room: SideRoom): Uint8Array | null =>
  store.kept(subject).get(room) ?? null

/** Each is on the disk when this returns. Throws a Failure where that cannot be. */
export const writeMembership = (store: Rows, membership: Membership): void =>
  store.keep(subject, new Map([['link', json(membership)]]))

export const writeConfirmed = (store: Rows, { unsent, vector }: Confirmed): void =>
  store.keep(
    subject,
    new Map([
      ['unsent', json({ unsent })],
      ['vector', vector],
    ]),
  )

export const writeRoom = (store: Rows, room: SideRoom, state: Uint8Array): void =>
  store.keep(subject, new Map([[room, state]]))

/** The report is the person's own from then on. */
export const forgetMembership = (store: Rows): void =>
  store.keep(subject, new Map([...store.kept(subject).keys()].map(name => [name, null])))

/** What a new replica's file begins with; `vector` is its state vector. */
export const rowsOf = (membership: Membership, vector: Uint8Array): KeptRows =>
  new Map([
    [
      subject,
      new Map([
        ['link', json(membership)],
        ['vector', vector],
      ]),
    ],
  ])

const Unsent = z.object({ unsent: z.number().int().nonnegative() })

const json = (value: object): Uint8Array => encodeUtf8(JSON.stringify(value))

function readJson(store: Pick<Rows, 'kept'>, name: string): unknown {
  const bytes = store.kept(subject).get(name)
  try {
    return bytes && JSON.parse(decodeUtf8(bytes))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}
