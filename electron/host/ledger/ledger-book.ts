import { randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'
import { applyUpdate, type Doc } from 'yjs'
import { applyFact } from '../../../shared/ledger/apply-fact'
import { changeLedger, type FrozenContent, type LedgerContext } from '../../../shared/ledger/change-ledger'
import { LedgerCommand } from '../../../shared/ledger/commands'
import { replay, type Caller, type Entry } from '../../../shared/ledger/entry'
import type { Fact } from '../../../shared/ledger/facts'
import type { Ledger } from '../../../shared/ledger/ledger'
import type { LedgerRefusal, LedgerRefusalCode } from '../../../shared/ledger/refusal'
import { longestCopy } from '../../../shared/session/approval-messages'
import { secretHashOf } from '../../../shared/session/secret-hash'
import type { FailureCode } from '../../../shared/ipc/contract'
import type { OpenCounts } from '../../../shared/approvals/section-states'
import { isSigned } from '../identity/identity'
import type { LedgerRows, LedgerWrite } from '../store/ledger-rows'
import { openLedgerRoom, type LedgerRoom, type PreparedRoom } from './ledger-room'
import { readEntries } from './read-entries'
import { contentIn, copyNamed } from './section-copies'
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
  | {
      readonly ok: false
      readonly code: LedgerRefusalCode | FailureCode
      readonly message: string
      /** With "changed": the section as it is now (SectionCopy), as JSON. */
      readonly copy?: string
    }

export interface LedgerEvent {
  readonly before: Ledger
  readonly after: Ledger
  readonly entry: Entry
}

export interface BookOptions {
  /** The report's id: approvals are signed for one report. */
  readonly report: string
  readonly clock?: () => number
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

  /**
   * What is open in a section and those inside it: set by whoever holds the review. Nothing is, where a report has no
   * review.
   */
  openIn: (section: string) => OpenCounts = () => ({ threads: 0, proposals: 0 })
  private copies: ReadonlyMap<string, string>

  constructor(
    rows: Omit<LedgerRows, 'sharing' | 'clients'>,
    private readonly options: BookOptions,
  ) {
    const { entries, damaged } = readEntries(rows.entries)
    this.notice = damaged > 0 ? words.damaged(damaged) : null
    this.entries = entries
    this.ledger = replay(entries)
    this.room = openLedgerRoom(rows.room)
    this.copies = rows.copies
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

  /**
   * What comes of a command as it came in, for a caller whom the host has recognised. Changes nothing yet. `frozen`: what is
   * ready to be frozen, where the command is about that.
   */
  decide(command: unknown, caller: Caller, body: Doc, frozen?: FrozenContent): Decided {
    const secret = newSecret()
    const context = { ...this.contextFor(body, secret), frozen }
    const change = changeLedger(this.ledger, { command, caller, last: this.entries.at(-1) }, context)
    if (!change.ok) return { kind: 'answer', reply: withCopy(change, command, context) }
    const { entry, ledger } = change
    if (!entry) return { kind: 'answer', reply: { ok: true, member: null, secret: null } }
    const { fact } = entry
    const isInvitation = fact.kind === 'member.invite' || fact.kind === 'member.inviteAgain'
    const room = this.room.prepare(ledger, [...this.entries, entry])
    const copies = copiesFor(fact, context)
    return {
      kind: 'write',
      write: { entries: [JSON.stringify(entry)], room: room.state, ...(copies ? { copies } : {}) },
      reply: {
        ok: true,
        member: 'member' in fact ? fact.member : null,
        secret: isInvitation ? secret : null,
      },
      carryOut: () => {
        const event = this.add(entry)
        if (copies) this.copies = new Map([...this.copies, ...copies])
        room.show()
        this.tell([event])
      },
    }
  }

  /** Takes up what was written elsewhere: entries that follow ours, and the room as it is now. */
  take({ entries, room, copies }: Omit<LedgerRows, 'sharing' | 'clients'>): void {
    const events = readEntries(entries).entries.map(entry => this.add(entry))
    this.copies = new Map([...this.copies, ...copies])
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

  /** A section as it was approved, or declared to differ in spelling only: JSON of a SectionCopy; null where it is not kept. */
  copyOf(fingerprint: string): string | null {
    return copyNamed(this.copies, fingerprint) ? (this.copies.get(fingerprint) ?? null) : null
  }

  private contextFor(body: Doc, secret: string): LedgerContext {
    const { report, clock = Date.now } = this.options
    return {
      now: new Date(clock()).toISOString(),
      newId: () => nanoid(10),
      secretHash: secretHashOf(secret),
      ...lookUpSections(body),
      ...{ report, isSigned },
      contentOf: contentIn(body),
      approvedCopy: fingerprint => copyNamed(this.copies, fingerprint),
      openIn: section => this.openIn(section),
    }
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

/** What has just been approved or declared, to be kept with the entry that says so. */
function copiesFor(fact: Fact, { contentOf }: LedgerContext): ReadonlyMap<string, string> | null {
  if (fact.kind !== 'section.approve' && fact.kind !== 'change.editorial') return null
  const content = contentOf(fact.section)
  return content ? new Map([[content.read.fingerprint, JSON.stringify(content.copy)]]) : null
}

/** Whoever is refused because words have changed is shown which. */
function withCopy(refusal: LedgerRefusal, command: unknown, { contentOf }: LedgerContext): LedgerReply {
  const { data } = LedgerCommand.safeParse(command)
  if (refusal.code !== 'changed' || !data || !('section' in data)) return refusal
  const content = contentOf(data.section)
  const copy = content && JSON.stringify(content.copy)
  return copy !== undefined && copy.length <= longestCopy ? { ...refusal, copy } : refusal
}

const newSecret = (): string => randomBytes(12).toString('base64url')
