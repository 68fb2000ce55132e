import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { Failure } from '../../../shared/ipc/failure'
import { denialFrame } from '../../../shared/sync/denial'
import { awarenessFrame } from '../../../shared/sync/sync-frames'
import type { Port } from '../report-host/port'
import { closeCodes } from './close-codes'
import { takeIn } from './intake'
import type { Limits } from './limits'
import { RefusedChange } from './refused-change'
import { frameOf } from './ws-frame'

/** How long a peer may take to answer the end of a connection, in ms. */
const farewell = 1000
/** Says nothing about nobody: y-websocket leaves a host that is silent for 30 s, and does not count pings. */
const quiet = awarenessFrame(new Uint8Array([0]))

/** A peer's socket as the host knows ports. */
export class SocketPort implements Port {
  private isOpen = true
  private isAlive = true
  private readonly closed: (() => void)[] = []

  constructor(
    private readonly socket: WebSocket,
    /** The network under it. Nothing is compressed, so frames may be written there between those of `socket`. */
    private readonly network: Duplex,
    private readonly limits: Limits,
  ) {
    socket.on('close', this.gone)
    // The end follows by itself; what the error was about (a message that is too long, say) concerns nobody here.
    socket.on('error', () => undefined)
    socket.on('pong', () => (this.isAlive = true))
  }

  send(frame: Uint8Array): void {
    if (!this.isOpen) return
    // Behind a queue that long a farewell would not arrive either.
    if (this.network.writableLength > this.limits.unsent) this.drop()
    else if (this.network.writable) this.network.write(frameOf(frame))
  }

  onMessage(listener: (message: unknown) => void): void {
    takeIn(this.socket, this.limits, message => {
      if (!this.isOpen) return
      this.isAlive = true
      listener(message)
    })
  }

  onClose(listener: () => void): void {
    this.closed.push(listener)
  }

  close(why?: unknown): void {
    if (why instanceof RefusedChange) {
      this.send(denialFrame(why.denial))
      this.end(closeCodes.refused, why.refusal.code)
    } else if (why instanceof Failure) this.end(closeCodes.tryAgain, why.code)
    else if (why === undefined) this.end(closeCodes.stopping, 'stopping')
    else this.end(closeCodes.malformed, 'malformed')
  }

  /** Ends the connection with a code; nothing that still arrives is heard. */
  end(code: number, reason: string): void {
    if (!this.isOpen) return
    this.gone()
    this.socket.close(code, reason)
    setTimeout(() => this.socket.terminate(), farewell).unref()
  }

  /** Asks for a sign of life; drops the peer where the last question was not answered. */
  beat(): void {
    // A peer that is being slowed down is not heard, and so not dead.
    if (!this.isAlive && !this.socket.isPaused) {
      this.drop()
      return
    }
    this.isAlive = false
    this.socket.ping()
    this.send(quiet)
  }

  private drop(): void {
    this.gone()
    this.socket.terminate()
  }

  private readonly gone = (): void => {
    if (!this.isOpen) return
    this.isOpen = false
    for (const listener of this.closed) listener()
  }
}
