/** One end of a channel to a window: Electron's MessagePortMain, a worker's MessagePort, or two ends in one process. */
export interface Port {
  readonly send: (message: Uint8Array) => void
  /** Whatever arrives, unchecked. */
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onClose: (listener: () => void) => void
  readonly close: () => void
}
