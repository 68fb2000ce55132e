import { mergeUpdates } from 'yjs'
import { updateFrame } from '../../../shared/sync/sync-frames'
import { createPacer } from './pacer'

interface Waiting {
  readonly update: Uint8Array
  readonly origin: unknown
}

/** Changes on their way to other machines. */
export interface Outbox {
  readonly add: (update: Uint8Array, origin: unknown) => void
  readonly close: () => void
}

/**
 * Writes before it tells: a peer that had what a killed host lost would later bring it back under a name that is not
 * its own. While many write, changes wait up to `gather` ms for company and go out as one message, to those they came
 * from as well: one write to the disk and one message a machine then serve them all.
 */
export function createOutbox(
  write: () => void,
  gather: number,
  deliver: (origin: unknown, frame: Uint8Array) => void,
): Outbox {
  let waiting: Waiting[] = []
  const pacer = createPacer(gather, () => {
    const all = waiting
    waiting = []
    write()
    const [first] = all
    if (!first) return
    const isOnes = all.every(({ origin }) => origin === first.origin)
    const update = all.length === 1 ? first.update : mergeUpdates(all.map(each => each.update))
    deliver(isOnes ? first.origin : null, updateFrame(update))
  })
  return {
    add: (update, origin) => {
      waiting.push({ update, origin })
      pacer.plan()
    },
    close: pacer.stop,
  }
}
