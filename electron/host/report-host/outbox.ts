import { mergeUpdates } from 'yjs'
import { updateFrame } from '../../../shared/sync/sync-frames'

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
 * its own. With `gather` (ms) changes wait for company and go out as one message, to those they came from as well.
 */
export function createOutbox(
  flush: () => void,
  gather: number,
  deliver: (origin: unknown, frame: Uint8Array) => void,
): Outbox {
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let isPlanned = false
  let isOpen = true

  const send = (): void => {
    isPlanned = false
    if (!isOpen) return
    const all = waiting
    waiting = []
    flush()
    if (gather > 0) deliver(null, updateFrame(mergeUpdates(all.map(({ update }) => update))))
    else for (const { update, origin } of all) deliver(origin, updateFrame(update))
  }
  return {
    add: (update, origin) => {
      waiting.push({ update, origin })
      if (isPlanned) return
      isPlanned = true
      // What arrives in one turn of the loop is written in one step.
      if (gather > 0) timer = setTimeout(send, gather)
      else setImmediate(send)
    },
    close: () => {
      isOpen = false
      clearTimeout(timer)
    },
  }
}
