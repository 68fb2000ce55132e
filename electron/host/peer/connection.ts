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
  | { readonly kind: 'refused'; readonly denial: Denial | null }
  | { readonly kind: 'other-version' }

export interface ConnectionEvents {
  /** Takes a change of the host's into the text. */
  readonly take: (update: Uint8Array, origin: unknown) => void
  /** The host's answers are in, from every room. */
  readonly onSync: () => void
  /** The host has answered a question about the text. */
  readonly onAnswer: () => void
  readonly onPresence: (update: Uint8Array) => void
  /** Once, and nothing comes after it. */
  readonly onEnd: (end: End) => void
  readonly onBug: (error: unknown) => void
}

/** All rooms of a report over one session. They stand and fall together. */
export class Connection {
  private readonly rooms = new Map<RoomKind, Room>()
  private readonly missing = new Set<RoomKind>(rooms)
  private isOver = false

  constructor(
    readonly session: OpenSession,
    private readonly docs: Readonly<Record<RoomKind, Doc>>,
    private readonly events: ConnectionEvents,
  ) {
    for (const kind of rooms) this.rooms.set(kind, this.join(kind))
  }

  /** Asks the host what the text lacks; false where the connection is not open. */
  ask(): boolean {
    return this.send(stateFrame(this.docs.body))
  }

  /** Sends a message about the text. */
  send(frame: Uint8Array): boolean {
    return !this.isOver && (this.rooms.get('body')?.send(frame) ?? false)
  }

  close(): void {
    this.isOver = true
    for (const room of this.rooms.values()) room.close()
  }

  private join(kind: RoomKind): Room {
    const isBody = kind === 'body'
    return joinRoom(this.session, kind, this.docs[kind], {
      take: (update, origin) => {
        if (this.isOver) return
        if (isBody) this.events.take(update, origin)
        else applyUpdate(this.docs[kind], update, origin)
      },
      onSync: () => {
        this.missing.delete(kind)
        if (this.missing.size === 0 && !this.isOver) this.events.onSync()
      },
      onAnswer: () => {
        if (isBody && !this.isOver) this.events.onAnswer()
      },
      onPresence: update => {
        if (isBody && !this.isOver) this.events.onPresence(update)
      },
      onEnd: end => {
        if (this.isOver) return
        this.close()
        this.events.onEnd(meaningOf(end))
      },
      onBug: this.events.onBug,
    })
  }
}

/** Codes of a Failure that a host meets when it writes. */
const diskReasons: ReadonlySet<string> = new Set(['disk-full', 'not-ready', 'read-only'])

function meaningOf({ code, reason, denial }: RoomEnd): End {
  switch (code) {
    case closeCodes.noSession:
      return { kind: 'session', reason }
    case closeCodes.refused:
      return { kind: 'refused', denial }
    case closeCodes.otherVersion:
      return { kind: 'other-version' }
    default:
      return { kind: 'lost', diskFails: code === closeCodes.tryAgain && diskReasons.has(reason) }
  }
}
