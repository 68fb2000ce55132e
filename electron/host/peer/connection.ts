import { applyUpdate, type Doc } from 'yjs'
import { rooms, type RoomKind } from '../../../shared/session/messages'
import type { Denial } from '../../../shared/sync/denial'
import { stateFrame } from '../../../shared/sync/sync-frames'
import { closeCodes } from '../committee/close-codes'
import { joinRoom, type OpenSession, type Room, type RoomEnd } from './room'

/** Why a connection is over. */
export type End =
  /** The network, or a host that stops or takes nothing now, perhaps because its disk does not: come back. */
  | { readonly kind: 'lost'; readonly diskFails: boolean }
  /** The session is over: come back with a new one. `reason` is the host's word. */
  | { readonly kind: 'session'; readonly reason: string }
  /** A change was refused: come back with the host's state only. */
  | { readonly kind: 'refused'; readonly room: RoomKind; readonly denial: Denial | null }
  | { readonly kind: 'other-version' }

export interface ConnectionEvents {
  /** Takes a change of the host's into the text. */
  readonly take: (update: Uint8Array, origin: unknown) => void
  /** The host's answers are in, from every room. */
  readonly onSync: () => void
  /** The host has answered a question about a room. */
  readonly onAnswer: (room: RoomKind) => void
  /** Whether the ledger makes the person a leader, who has one room more. */
  readonly isLeader: (ledger: Doc) => boolean
  readonly onPresence: (update: Uint8Array) => void
  /** Once, and nothing comes after it. */
  readonly onEnd: (end: End) => void
  readonly onBug: (error: unknown) => void
}

/** All rooms of a report that are open to the person, over one session. They stand and fall together. */
export class Connection {
  private readonly rooms = new Map<RoomKind, Room>()
  private readonly missing = new Set<RoomKind>()
  private isOver = false

  constructor(
    readonly session: OpenSession,
    private readonly docs: Readonly<Record<RoomKind, Doc>>,
    private readonly events: ConnectionEvents,
  ) {
    for (const kind of rooms) if (kind !== 'leaders') this.enter(kind)
    docs.ledger.on('update', this.lookAtRole)
  }

  /** Whether the host has let the person into that room. */
  isOpen(room: RoomKind): boolean {
    return !this.isOver && this.rooms.has(room)
  }

  /** Asks the host what a room lacks; false where the connection is not open. */
  ask(room: RoomKind): boolean {
    return this.send(room, stateFrame(this.docs[room]))
  }

  /** Sends a message about a room. */
  send(room: RoomKind, frame: Uint8Array): boolean {
    return !this.isOver && (this.rooms.get(room)?.send(frame) ?? false)
  }

  close(): void {
    this.isOver = true
    this.docs.ledger.off('update', this.lookAtRole)
    for (const room of this.rooms.values()) room.close()
  }

  private enter(kind: RoomKind): void {
    this.missing.add(kind)
    this.rooms.set(kind, this.join(kind))
  }

  /** Who has become a leader, or is none any more, comes in anew. */
  private readonly lookAtRole = (): void => {
    const isIn = this.rooms.has('leaders')
    if (this.missing.has('ledger') || isIn === this.events.isLeader(this.docs.ledger)) return
    this.end({ kind: 'session', reason: 'role' })
  }

  private synced(kind: RoomKind): void {
    if (this.isOver) return
    this.missing.delete(kind)
    if (kind === 'ledger' && this.events.isLeader(this.docs.ledger)) this.enter('leaders')
    if (this.missing.size === 0) this.events.onSync()
  }

  private end(end: End): void {
    if (this.isOver) return
    this.close()
    this.events.onEnd(end)
  }

  private join(kind: RoomKind): Room {
    const isBody = kind === 'body'
    return joinRoom(this.session, kind, this.docs[kind], {
      take: (update, origin) => {
        if (this.isOver) return
        if (isBody) this.events.take(update, origin)
        else applyUpdate(this.docs[kind], update, origin)
      },
      onSync: () => this.synced(kind),
      onAnswer: () => {
        if (!this.isOver) this.events.onAnswer(kind)
      },
      onPresence: update => {
        if (isBody && !this.isOver) this.events.onPresence(update)
      },
      onEnd: end => this.end(meaningOf(end, kind)),
      onBug: this.events.onBug,
    })
  }
}

/** Codes of a Failure that a host meets when it writes. */
const diskReasons: ReadonlySet<string> = new Set(['disk-full', 'not-ready', 'read-only'])

function meaningOf({ code, reason, denial }: RoomEnd, room: RoomKind): End {
  switch (code) {
    case closeCodes.noSuchRoom:
      // The role was taken a moment ago.
      return { kind: 'session', reason: 'role' }
    case closeCodes.noSession:
      return { kind: 'session', reason }
    case closeCodes.refused:
      return { kind: 'refused', room, denial }
    case closeCodes.otherVersion:
      return { kind: 'other-version' }
    default:
      return { kind: 'lost', diskFails: code === closeCodes.tryAgain && diskReasons.has(reason) }
  }
}
