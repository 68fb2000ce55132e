import type { Committee } from '../committee/committee'
import { isActive } from '../../../shared/ledger/ledger'
import { locksOf, permissionsOf } from '../../../shared/ledger/permissions-of'
import type { LedgerHost } from './ledger-host'

/** The ledger as the network host asks it, update by update. */
export function committeeOf(
  host: Pick<LedgerHost, 'current' | 'clients' | 'touches' | 'onChange' | 'onRevoked'> &
    Partial<Pick<LedgerHost, 'writers'>>,
): Committee {
  return {
    member: id => {
      const member = host.current.members.get(id)
      return member && isActive(member) ? permissionsOf(host.current, member) : undefined
    },
    locks: () => locksOf(host.current),
    clients: host.clients,
    wrote: (member, paths, places) => {
      host.touches.wrote(member, paths)
      host.writers?.wrote(member, places)
    },
    founder: () => [...host.current.members.keys()][0] ?? null,
    onChange: listener => host.onChange(() => listener()),
    onRevoked: listener => host.onRevoked(listener),
  }
}
