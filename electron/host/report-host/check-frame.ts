import { decodeStateVector } from 'yjs'
import { readFrame, type SyncFrame } from '../../../shared/sync/sync-frames'

/** No honest message is larger: a report of 1 000 pages is about 6 MB. */
const largestMessage = 64_000_000
/** A cursor and a name; awareness comes often, so it has a limit of its own. */
const largestAwareness = 64_000

/** A peer's message as a frame; its update is still to be checked. Throws an Error for anything else. */
export function checkFrame(message: unknown): SyncFrame {
  if (!(message instanceof Uint8Array)) throw new Error('Not bytes')
  if (message.length > largestMessage) throw new Error(`Message of ${message.length} bytes`)
  const frame = readFrame(message)
  if (frame.kind === 'state') decodeStateVector(frame.vector)
  if (frame.kind === 'awareness' && frame.update.length > largestAwareness)
    throw new Error(`Awareness of ${frame.update.length} bytes`)
  return frame
}
