import { applyUpdate } from 'yjs'
import { restFrame, stateFrame, updateFrame } from '../../../shared/sync/sync-frames'
import { unreachable } from '../../../shared/util/exhaustive'
import type { ReportStore } from '../store/report-store'
import { relayAwareness, type AwarenessRelay } from './awareness-relay'
import { checkFrame } from './check-frame'
import { createFlushes } from './flushes'
import type { Port } from './port'

/** One open report: holds the replica that counts, and tells every window what the others did. */
export class ReportHost {
  private readonly peers = new Set<Port>()
  private readonly flushes = createFlushes()
  private readonly awareness: AwarenessRelay

  constructor(
    readonly store: ReportStore,
    /** Hears why a port was closed. */
    private readonly onBadMessage: (error: unknown) => void,
  ) {
    this.awareness = relayAwareness(store.body, this.tellOthers)
    store.body.on('update', this.passOn)
  }

  /** Serves a window until it closes its port, or sends what is no message (then the port is closed here). */
  serve(port: Port): void {
    this.peers.add(port)
    port.onClose(() => this.leave(port))
    port.onMessage(message => {
      if (!this.peers.has(port)) return
      try {
        this.receive(port, message)
      } catch (error) {
        this.onBadMessage(error)
        this.leave(port)
        port.close()
      }
    })
    port.send(stateFrame(this.store.body))
  }

  /** Waits until the windows have handed over what was typed (`limit` ms at most); true when all is in the file. */
  async settle(limit: number): Promise<boolean> {
    await this.flushes.ask(this.peers, limit)
    return this.store.flush()
  }

  /** Lets go of windows and file. */
  close(): void {
    this.store.body.off('update', this.passOn)
    for (const peer of [...this.peers]) {
      this.leave(peer)
      peer.close()
    }
    this.awareness.close()
    this.store.close()
  }

  private receive(port: Port, message: unknown): void {
    const frame = checkFrame(message)
    switch (frame.kind) {
      case 'state':
        port.send(restFrame(this.store.body, frame.vector))
        break
      case 'rest':
      case 'update':
        // A window of a read-only report offers no editing; whatever still comes has nowhere to be kept.
        if (this.store.readOnly === null) applyUpdate(this.store.body, frame.update, port)
        break
      case 'awareness':
        this.awareness.receive(frame.update, port)
        break
      case 'flush':
        this.flushes.answered(port, frame.round)
        break
      default:
        unreachable(frame)
    }
  }

  private leave(port: Port): void {
    if (!this.peers.delete(port)) return
    this.flushes.left(port)
    this.awareness.left(port)
  }

  private readonly passOn = (update: Uint8Array, origin: unknown): void =>
    this.tellOthers(origin, updateFrame(update))

  private readonly tellOthers = (origin: unknown, frame: Uint8Array): void => {
    for (const peer of this.peers) if (peer !== origin) peer.send(frame)
  }
}
