import { randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'
import type { Doc } from 'yjs'
import { changeLedger } from '../../../shared/ledger/change-ledger'
import { replay, type Caller, type Entry } from '../../../shared/ledger/entry'
import type { Ledger } from '../../../shared/ledger/ledger'
import type { LedgerRefusalCode } from '../../../shared/ledger/refusal'
import { secretHashOf } from '../../../shared/session/secret-hash'
import type { FailureCode } from '../../../shared/ipc/contract'
import { Failure } from '../../../shared/ipc/failure'
import type { ReportStore } from '../store/report-store'
import { clientOwners, type ClientOwners } from './client-owners'
import { openLedgerRoom, type LedgerRoom } from './ledger-room'
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

/** What of a report's file the ledger needs. */
export type LedgerStore = Pick<ReportStore, 'reportId' | 'body' | 'ledger' | 'writeLedger'>

/** The ledger of one open report. Everything is on the disk before anybody hears of it. */
export class LedgerHost {
  readonly reportId: string
  /** What the secretary should be told about the opening, or null. */
  readonly notice: string | null
  readonly clients: ClientOwners
  private ledger: Ledger
  private entries: readonly Entry[]
  private readonly room: LedgerRoom
  private readonly listeners = new Set<(event: LedgerEvent) => void>()

  constructor(
    private readonly store: LedgerStore,
    private readonly clock: () => number = Date.now,
  ) {
    const rows = store.ledger()
    const { entries, damaged } = readEntries(rows.entries)
    this.reportId = store.reportId
    this.notice = damaged > 0 ? words.damaged(damaged) : null
    this.entries = entries
    this.ledger = replay(entries)
    this.clients = clientOwners(store)
    this.room = openLedgerRoom(rows.room)
    // The state goes to the file with the next command; until then the same is computed at every opening.
    this.room.prepare(this.ledger, entries).show()
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

  /** Carries out a command as it came in, for a caller whom the host has recognised. Refusals are values. */
  run(command: unknown, caller: Caller): LedgerReply {
    const secret = newSecret()
    const context = {
      now: new Date(this.clock()).toISOString(),
      newId: () => nanoid(10),
      secretHash: secretHashOf(secret),
      ...lookUpSections(this.store.body),
    }
    const change = changeLedger(this.ledger, { command, caller, last: this.entries.at(-1) }, context)
    if (!change.ok) return change
    if (!change.entry) return { ok: true, member: null, secret: null }
    const refusal = this.write(change.ledger, change.entry)
    if (refusal) return refusal
    const { fact } = change.entry
    const isInvitation = fact.kind === 'member.invite' || fact.kind === 'member.inviteAgain'
    return { ok: true, member: 'member' in fact ? fact.member : null, secret: isInvitation ? secret : null }
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

  private write(ledger: Ledger, entry: Entry): Extract<LedgerReply, { ok: false }> | null {
    const entries = [...this.entries, entry]
    const room = this.room.prepare(ledger, entries)
    try {
      this.store.writeLedger({ entries: [JSON.stringify(entry)], room: room.state })
    } catch (error) {
      if (error instanceof Failure) return { ok: false, code: error.code, message: error.message }
      throw error
    }
    const before = this.ledger
    this.entries = entries
    this.ledger = ledger
    room.show()
    for (const listener of this.listeners) listener({ before, after: ledger, entry })
    return null
  }
}

const newSecret = (): string => randomBytes(12).toString('base64url')
