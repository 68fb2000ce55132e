import { applyUpdate, type Doc, type Transaction } from 'yjs'
import { buryDeleted, findLost, type Loss } from './find-lost'
import { Graveyard } from './graveyard'

export interface Arrival {
  /** Origin of the transaction. */
  readonly origin: unknown
  /** From a window of this program. */
  readonly isWindow: boolean
}

/** Where a host takes changes into its document. */
export interface Watched {
  /** Applies an update that has been checked. */
  readonly receive: (update: Uint8Array, arrival: Arrival) => void
  /** Leaves the document alone. */
  readonly stop: () => void
}

/** Applies updates, and asks for nothing that is lost. */
export const unwatched = (body: Doc): Watched => ({
  receive: (update, { origin }) => applyUpdate(body, update, origin),
  stop: () => undefined,
})

/** Tells what every update loses. From now on all others' changes must come in through `receive`. */
export function watchLost(body: Doc, onLost: (lost: readonly Loss[]) => void): Watched {
  const graves = new Graveyard()
  let incoming: Uint8Array | null = null
  let lost: readonly Loss[] = []
  // While the transaction ends, before what it deleted is forgotten.
  const watch = (transaction: Transaction): void => {
    if (incoming && !transaction.local) lost = findLost(incoming, transaction, graves)
    else buryDeleted(transaction, graves)
  }
  body.on('beforeObserverCalls', watch)
  return {
    receive: (update, { origin }) => {
      incoming = update
      try {
        applyUpdate(body, update, origin)
      } finally {
        incoming = null
      }
      if (lost.length === 0) return
      const found = lost
      lost = []
      onLost(found)
    },
    stop: () => body.off('beforeObserverCalls', watch),
  }
}
