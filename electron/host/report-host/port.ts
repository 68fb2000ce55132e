/**
 * One end of a channel to a peer: Electron's MessagePortMain, a worker's MessagePort, two ends in one process, or a
 * socket of the network.
 */
export interface Port {
  readonly send: (message: Uint8Array) => void
  /** Whatever arrives, unchecked. */
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onClose: (listener: () => void) => void
  /** `why`: what the peer is shut out for, where it is. */
  readonly close: (why?: unknown) => void
}
