import { uint32 } from 'lib0/random'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import type { Entry } from '../../../shared/ledger/entry'
import type { Ledger } from '../../../shared/ledger/ledger'
import { mirrorLedger } from '../../../shared/ledger/ledger-doc'

/** The ledger's room: what peers read. It changes only by `prepare(…).show()`, so it never runs ahead of the disk. */
export interface LedgerRoom {
  readonly doc: Doc
  /** The room as it will be: `state` to be written first, `show` to tell peers. */
  readonly prepare: (ledger: Ledger, entries: readonly Entry[]) => PreparedRoom
}

export interface PreparedRoom {
  readonly state: Uint8Array
  /** False where the room says it already. */
  readonly isNew: boolean
  readonly show: () => void
}

/** Takes up the room's earlier state: peers hold it, and a room made anew would contradict theirs. */
export function openLedgerRoom(earlier: Uint8Array | null): LedgerRoom {
  const doc = new Doc()
  if (earlier) applyUpdate(doc, earlier)
  // One for all copies of this run: one for each command would pile up in every peer.
  const writer = uint32()
  return {
    doc,
    prepare: (ledger, entries) => {
      const next = new Doc()
      const before = encodeStateAsUpdate(doc)
      applyUpdate(next, before)
      next.clientID = writer
      mirrorLedger(next, ledger, entries)
      const change = encodeStateAsUpdate(next, encodeStateVector(doc))
      const state = encodeStateAsUpdate(next)
      next.destroy()
      return { state, isNew: state.length !== before.length, show: () => applyUpdate(doc, change) }
    },
  }
}
