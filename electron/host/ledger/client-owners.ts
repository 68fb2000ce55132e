import type { LedgerRows, LedgerWrite } from '../store/ledger-rows'

/** Whose edits are whose: the first member who writes under a Yjs client id keeps it, for good. */
export interface ClientOwners {
  readonly ownerOf: (client: number) => string | undefined
  /**
   * Keeps, before it returns, that the member writes under these ids. Throws a Failure where that cannot be written,
   * and an Error for an id that is somebody else's.
   */
  readonly register: (member: string, clients: readonly number[]) => void
}

interface Rows {
  readonly ledger: () => LedgerRows
  readonly writeLedger: (write: LedgerWrite) => void
}

export function clientOwners(store: Rows): ClientOwners {
  const ownerOf = (client: number): string | undefined => store.ledger().clients.get(client)
  return {
    ownerOf,
    register: (member, clients) => {
      const taken = clients.find(client => (ownerOf(client) ?? member) !== member)
      if (taken !== undefined) throw new Error(`Client ${taken} belongs to ${ownerOf(taken) ?? ''}`)
      const fresh = clients.filter(client => ownerOf(client) === undefined)
      if (fresh.length > 0) store.writeLedger({ clients: new Map(fresh.map(client => [client, member])) })
    },
  }
}
