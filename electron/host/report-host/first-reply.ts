import { encodeStateVector, Doc } from 'yjs'
import { restFrame } from '../../../shared/sync/sync-frames'

const nothing = encodeStateVector(new Doc())

/** Answers what a peer lacks. The answer to one that has nothing is kept until the next change: many join at once. */
export function createReplies(body: Doc): (vector: Uint8Array) => Uint8Array {
  let whole: Uint8Array | null = null
  body.on('update', () => (whole = null))
  return vector => {
    if (Buffer.compare(vector, nothing) !== 0) return restFrame(body, vector)
    whole ??= restFrame(body, vector)
    return whole
  }
}
