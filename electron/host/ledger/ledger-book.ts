import { randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'
import { applyUpdate, type Doc } from 'yjs'
import { applyFact } from '../../../shared/ledger/apply-fact'
import { changeLedger } from '../../../shared/ledger/change-ledger'
import { replay, type Caller, type Entry } from '../../../shared/ledger/entry'
import type { Ledger } from '../../../shared/ledger/ledger'
import type { LedgerRefusalCode } from '../../../shared/ledger/refusal'
import { secretHashOf } from '../../../shared/session/secret-hash'
import type { FailureCode } from '../../../shared/ipc/contract'
import type { LedgerRows, LedgerWrite } from '../store/ledger-rows'
import { openLedgerRoom, type LedgerRoom, type PreparedRoom } from './ledger-room'
import { readEntries } from './read-entries'
import { lookUpSections } from './section-lookup'
import { words } from './words'

export type LedgerReply =
  | {
      readonly ok: true
      /** The member whom the command concerned, where it concerned one. */
      readonly member: string | null
      /** The secret of the invitation that was written. It is nowhere else: only its hash is kept. */
      readonly secret: string | null
    }
  | { readonly ok: false; readonly code: LedgerRefusalCode | FailureCode; readonly message: string }

export interface LedgerEvent {
  readonly before: Ledger
  readonly after: Ledger
  readonly entry: Entry
}

export type Decided =
  /** Refused, or done before. */
  | { readonly kind: 'answer'; readonly reply: LedgerReply }
  /** To be written first; then `carryOut` makes it so and tells everybody, and the reply is true. */
  | {
      readonly kind: 'write'
      readonly write: LedgerWrite
      readonly carryOut: () => void
      readonly reply: LedgerReply
    }

/** A report's ledger in memory, and the room that shows it to peers. Where it is written is its owner's affair. */
export class LedgerBook {
  /** What the secretary should be told about the opening, or null. */
  readonly notice: string | null
  private ledger: Ledger
  private entries: readonly Entry[]
  private readonly room: LedgerRoom
  private readonly listeners = new Set<(event: LedgerEvent) => void>()

  constructor(
    rows: LedgerRows,
    private readonly clock: () => number = Date.now,
  ) {
    const { entries, damaged } = readEntries(rows.entries)
    this.notice = damaged > 0 ? words.damaged(damaged) : null
    this.entries = entries
    this.ledger = replay(entries)
    this.room = openLedgerRoom(rows.room)
  }

  /** The document that peers may read; only this class writes it. */
  get doc(): Doc {
    return this.room.doc
  }

  get current(): Ledger {
    return this.ledger
  }

  get record(): readonly Entry[] {
    return this.entries
  }

  /** The room as the entries say it should be. */
  mirror(): PreparedRoom {
    return this.room.prepare(this.ledger, this.entries)
  }

  /** What comes of a command as it came in, for a caller whom the host has recognised. Changes nothing yet. */
  decide(command: unknown, caller: Caller, body: Doc): Decided {
    const secret = newSecret()
    const context = {
      now: new Date(this.clock()).toISOString(),
      newId: () => nanoid(10),
      secretHash: secretHashOf(secret),
      ...lookUpSections(body),
    }
    const change = changeLedger(this.ledger, { command, caller, last: this.entries.at(-1) }, context)
    if (!change.ok) return { kind: 'answer', reply: change }
    const { entry, ledger } = change
    if (!entry) return { kind: 'answer', reply: { ok: true, member: null, secret: null } }
    const { fact } = entry
    const isInvitation = fact.kind === 'member.invite' || fact.kind === 'member.inviteAgain'
    const room = this.room.prepare(ledger, [...this.entries, entry])
    return {
      kind: 'write',
      write: { entries: [JSON.stringify(entry)], room: room.state },
      reply: {
        ok: true,
        member: 'member' in fact ? fact.member : null,
        secret: isInvitation ? secret : null,
      },
      carryOut: () => {
        const event = this.add(entry)
        room.show()
        this.tell([event])
      },
    }
  }

  /** Takes up what was written elsewhere: entries that follow ours, and the room as it is now. */
  take(rows: readonly string[], room: Uint8Array | null): void {
    const events = readEntries(rows).entries.map(entry => this.add(entry))
    if (room) applyUpdate(this.room.doc, room)
    this.tell(events)
  }

  /** Hears of every command that was carried out, until the returned function is called. */
  onChange(listener: (event: LedgerEvent) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Hears of members whose sessions must end: shut out, or one of their computers was. */
  onRevoked(listener: (member: string) => void): () => void {
    return this.onChange(({ entry: { fact } }) => {
      if (fact.kind === 'member.revoke' || fact.kind === 'key.revoke') listener(fact.member)
    })
  }

  private add(entry: Entry): LedgerEvent {
    const before = this.ledger
    this.entries = [...this.entries, entry]
    this.ledger = applyFact(before, entry)
    return { before, after: this.ledger, entry }
  }

  private tell(events: readonly LedgerEvent[]): void {
    for (const event of events) for (const listener of this.listeners) listener(event)
  }
}

const newSecret = (): string => randomBytes(12).toString('base64url')
