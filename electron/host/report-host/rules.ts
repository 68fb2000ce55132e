import { decodeUpdate } from 'yjs'

/** What a host holds one of its peers to. */
export interface Rules {
  /** Throws unless the change may be applied; the peer is then shut out. */
  readonly admit: (update: Uint8Array) => void
  /** Hands to `pass`, now or later, what of an awareness update others may see. Throws for what is none. */
  readonly awareness: (update: Uint8Array, pass: (update: Uint8Array) => void) => void
  /** A window of this program: asked to hand over what was typed, and told of changes before they are on the disk. */
  readonly isWindow: boolean
}

export const windowRules: Rules = {
  // Yjs reads while it applies: decoding first keeps half a broken update out of the report.
  admit: update => void decodeUpdate(update),
  awareness: (update, pass) => pass(update),
  isWindow: true,
}
