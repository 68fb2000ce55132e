import type { Doc } from 'yjs'
import { stateFrame, updateFrame, type SyncFrame } from '../../../shared/sync/sync-frames'
import { unreachable } from '../../../shared/util/exhaustive'
import type { ReportStore } from '../store/report-store'
import { unwatched, type Watched } from '../tray/watch'
import { relayAwareness, type AwarenessRelay } from './awareness-relay'
import { checkFrame } from './check-frame'
import { createReplies } from './first-reply'
import { diskFails } from '../../../shared/sync/host-notice'
import { createLateAnswers } from './late-answers'
import { createFlushes } from './flushes'
import { createOutbox, type Outbox } from './outbox'
import type { Port } from './port'
import { windowRules, type Rules } from './rules'

/** What a host needs of the place where its document is kept. */
export type KeptDoc = Pick<ReportStore, 'body' | 'readOnly' | 'flush' | 'close'> &
  // What is kept in memory never fails.
  Partial<Pick<ReportStore, 'state' | 'onState'>>

interface Peer {
  rules: Rules
  /** It has answered what the host asked at the start: everything that it had written before. */
  hasAnswered: boolean
  /** It has been told what it lacked when it came. */
  isInStep: boolean
}

export interface HostOptions {
  /** How long changes may wait for company before they go to other machines, in ms; 0: not at all. */
  readonly gather?: number
  /** Takes changes into the document, and keeps what is lost by them (host/tray). */
  readonly watch?: (body: Doc) => Watched
}

/** Nobody sees 20 ms; 50 people who type then cost a fifth of the messages (README). */
const usualGather = 20

/** One open document: holds the replica that counts, and tells every window and peer what the others did. */
export class ReportHost<Store extends KeptDoc = ReportStore> {
  private readonly peers = new Map<Port, Peer>()
  private readonly flushes = createFlushes()
  /** Who is here; `awareness` is what a connection to another host shares (`WebsocketProvider`, option `awareness`). */
  readonly presence: AwarenessRelay
  private readonly reply: (vector: Uint8Array) => Uint8Array
  private readonly outbox: Outbox
  private readonly late = createLateAnswers()
  private readonly unwatchDisk: () => void
  private rulesOfWindow: () => Rules = () => windowRules
  /** The store's when this host began; not after `retire`. */
  readonly body: Doc
  private onEmpty: () => void = () => undefined
  private readonly watched: Watched

  constructor(
    readonly store: Store,
    /** Hears why a port was closed. */
    private readonly onBadMessage: (error: unknown) => void,
    { gather = usualGather, watch = unwatched }: HostOptions = {},
  ) {
    this.body = store.body
    this.watched = watch(this.body)
    const isWindow = (port: Port): boolean => this.peers.get(port)?.rules.isWindow === true
    this.presence = relayAwareness(
      this.body,
      { windows: this.tellWindows, machines: this.tellMachines },
      isWindow,
    )
    this.reply = createReplies(this.body)
    this.outbox = createOutbox(() => this.write(), gather, this.tellMachines)
    this.unwatchDisk = store.onState?.(() => this.diskChanged()) ?? (() => undefined)
    this.body.on('update', this.passOn)
  }

  /** Serves a peer until it closes its port, or sends what it may not (then the port is closed here). */
  serve(port: Port, rules: Rules = this.rulesOfWindow()): void {
    this.peers.set(port, { rules, hasAnswered: rules.isWindow, isInStep: rules.isWindow })
    this.diskChanged()
    port.onClose(() => this.leave(port))
    port.onMessage(message => {
      const peer = this.peers.get(port)
      if (peer) this.guarded(port, () => this.receive(port, peer, checkFrame(message)))
    })
    port.send(stateFrame(this.body))
    const others = this.presence.everybody()
    if (others) port.send(others)
  }

  /** Takes in a change from another host; `origin` is that of the transaction. */
  takeIn(update: Uint8Array, origin: unknown): void {
    this.watched.receive(update, { origin, isWindow: false })
  }

  /** What this program's windows are held to from now on, each to a set of its own; null: to nothing, as to begin with. */
  holdWindows(make: (() => Rules) | null): void {
    this.rulesOfWindow = make ?? (() => windowRules)
    for (const peer of this.peers.values()) if (peer.rules.isWindow) peer.rules = this.rulesOfWindow()
  }

  /** Waits until the windows have handed over what was typed (`limit` ms at most); true when all is in the file. */
  async settle(limit: number): Promise<boolean> {
    const windows = [...this.peers].filter(([, { rules }]) => rules.isWindow)
    await this.flushes.ask(
      windows.map(([port]) => port),
      limit,
    )
    return this.store.flush()
  }

  /** Lets go of peers and file. */
  close(): void {
    this.letGo()
    this.store.close()
  }

  /**
   * The store goes on with another document. Who is here is still listened to, so that nothing on its way is lost, until
   * the last has left or `limit` ms are over.
   */
  async retire(limit: number): Promise<void> {
    const empty = new Promise<void>(resolve => (this.onEmpty = resolve))
    const timeUp = setTimeout(this.onEmpty, limit)
    if (this.peers.size === 0) this.onEmpty()
    await empty
    clearTimeout(timeUp)
    this.letGo()
  }

  private letGo(): void {
    this.body.off('update', this.passOn)
    this.watched.stop()
    this.unwatchDisk()
    this.outbox.close()
    for (const port of [...this.peers.keys()]) {
      this.leave(port)
      port.close()
    }
    this.presence.close()
  }

  private receive(port: Port, peer: Peer, frame: SyncFrame): void {
    switch (frame.kind) {
      case 'state':
        this.answer(port, peer, frame.vector)
        break
      case 'rest':
        peer.hasAnswered = true
        this.take(port, peer, frame.update)
        break
      case 'update':
        // Typed before the answer to our question arrived, so the answer holds it too, with all that it builds on.
        if (peer.hasAnswered) this.take(port, peer, frame.update)
        break
      case 'awareness':
        peer.rules.awareness(frame.update, update =>
          this.guarded(port, () => this.presence.receive(update, port)),
        )
        break
      case 'flush':
        this.flushes.answered(port, frame.round)
        break
      default:
        unreachable(frame)
    }
  }

  /** What another machine is told must be on the disk (see outbox.ts); only who comes is told in any case. */
  private answer(port: Port, peer: Peer, vector: Uint8Array): void {
    const isKept = peer.rules.isWindow || this.write()
    if (isKept || !peer.isInStep) port.send(this.reply(vector))
    else this.late.hold(port, vector)
    peer.isInStep = true
  }

  /** True when all is in the file. A failing disk is tried again by the store, in its own time. */
  private write(): boolean {
    return !this.isFailing && this.store.flush()
  }

  private get isFailing(): boolean {
    return this.store.state?.().kind === 'failing'
  }

  private diskChanged(): void {
    const hasMachines = [...this.peers.values()].some(({ rules }) => !rules.isWindow)
    const isTold = this.presence.awareness.getLocalState() !== null
    const isToTell = this.isFailing && hasMachines
    if (isToTell !== isTold) this.presence.awareness.setLocalState(isToTell ? diskFails : null)
    if (!this.isFailing) this.late.give((port, vector) => port.send(this.reply(vector)))
  }

  private take(port: Port, { rules }: Peer, update: Uint8Array): void {
    // A window of a read-only report offers no editing; whatever still comes has nowhere to be kept.
    if (this.store.readOnly !== null) return
    rules.admit(update)
    this.watched.receive(update, { origin: port, isWindow: rules.isWindow })
  }

  private guarded(port: Port, work: () => void): void {
    if (!this.peers.has(port)) return
    try {
      work()
    } catch (error) {
      this.onBadMessage(error)
      this.leave(port)
      port.close(error)
    }
  }

  private leave(port: Port): void {
    if (!this.peers.delete(port)) return
    this.flushes.left(port)
    this.late.left(port)
    this.presence.left(port)
    if (this.peers.size === 0) this.onEmpty()
  }

  private readonly passOn = (update: Uint8Array, origin: unknown): void => {
    let frame: Uint8Array | undefined
    let hasMachines = false
    for (const [port, { rules }] of this.peers) {
      if (!rules.isWindow) hasMachines = true
      else if (port !== origin) port.send((frame ??= updateFrame(update)))
    }
    if (hasMachines) this.outbox.add(update, origin)
  }

  private readonly tellMachines = (origin: unknown, frame: Uint8Array): void => {
    for (const [port, { rules }] of this.peers) if (port !== origin && !rules.isWindow) port.send(frame)
  }

  private readonly tellWindows = (origin: unknown, frame: Uint8Array): void => {
    for (const [port, { rules }] of this.peers) if (port !== origin && rules.isWindow) port.send(frame)
  }
}
