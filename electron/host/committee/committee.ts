import type { Locks } from '../../../shared/permissions/locks'
import type { Member } from '../../../shared/permissions/member'
import type { BlockId } from '../../../shared/report/ids'
import type { ClientRegistry } from '../gate/client-registry'

/** What the ledger says about a report's members, as it stands now. */
export interface Committee {
  /** Undefined for one who is not, or no longer, a member. */
  readonly member: (id: string) => Member | undefined
  readonly locks: () => Locks
  readonly clients: Clients
  /** A member's change under these headings, outermost first, and in these blocks and records, is about to be applied. */
  readonly wrote: (member: string, paths: readonly (readonly BlockId[])[], places: readonly string[]) => void
  /** Who stands behind the author `self` of what was said before there was a committee; null where that is not known. */
  readonly founder: () => string | null
  /** Hears of every change of the above, until the returned function is called. */
  readonly onChange: (listener: () => void) => () => void
  /** Hears of members who lost their place, until the returned function is called. */
  readonly onRevoked: (listener: (member: string) => void) => () => void
}

export interface Clients extends ClientRegistry {
  /** Keeps for good, before it returns, that the member writes under these ids. Throws a Failure where it cannot. */
  register: (member: string, clients: readonly number[]) => void
}
