import type { Caller, Entry } from '../../../shared/ledger/entry'
import type { Ledger } from '../../../shared/ledger/ledger'
import type { Doc } from 'yjs'
import type { FrozenContent } from '../../../shared/ledger/change-ledger'
import type { LedgerWrite } from '../store/ledger-rows'
import { Failure } from '../../../shared/ipc/failure'
import type { ReportStore } from '../store/report-store'
import type { Writers } from '../versions/writers'
import { clientOwners, type ClientOwners } from './client-owners'
import { Touches } from './touches'
import { LedgerBook, type Decided, type LedgerEvent, type LedgerReply } from './ledger-book'

export type { LedgerEvent, LedgerReply } from './ledger-book'

/** What of a report's file the ledger needs. */
export type LedgerStore = Pick<ReportStore, 'reportId' | 'body' | 'ledger' | 'writeLedger'>

/** Stands for a content that is still to be made. */
const nothingFrozen: FrozenContent = {
  manifest: '0'.repeat(64),
  frozen: new Date(0).toISOString(),
  counts: { sections: 0, words: 0, notes: 0, problems: 0, approved: 0 },
  files: { docx: true, pdf: true },
}

/** The ledger of one open report. Everything is on the disk before anybody hears of it. */
export class LedgerHost {
  readonly reportId: string
  /** What the secretary should be told about the opening, or null. */
  readonly notice: string | null
  readonly clients: ClientOwners
  /** Who writes in what was approved. */
  readonly touches: Touches
  private readonly book: LedgerBook
  private watchedWriters: Pick<Writers, 'wrote'> | null = null

  constructor(
    private readonly store: LedgerStore,
    clock: () => number = Date.now,
  ) {
    this.reportId = store.reportId
    this.book = new LedgerBook(store.ledger(), { report: store.reportId, clock })
    this.notice = this.book.notice
    this.clients = clientOwners(store)
    this.touches = new Touches({
      ledger: () => this.current,
      body: () => store.body,
      run: command => void this.run(command, { kind: 'host' }),
    })
    // The state goes to the file with the next command; until then the same is computed at every opening.
    this.book.mirror().show()
  }

  /** The document that peers may read; only the ledger writes it. */
  get doc(): Doc {
    return this.book.doc
  }

  get current(): Ledger {
    return this.book.current
  }

  get record(): readonly Entry[] {
    return this.book.record
  }

  /** Says from then on what is open in a section: whoever holds the report's review calls this. */
  watchReview(openIn: LedgerBook['openIn']): void {
    this.book.openIn = openIn
  }

  /** Who writes in which block; null where nobody wants to know. */
  get writers(): Pick<Writers, 'wrote'> | null {
    return this.watchedWriters
  }

  watchWriters(writers: Pick<Writers, 'wrote'>): void {
    this.watchedWriters = writers
  }

  /** JSON of a SectionCopy; null where none is kept under that fingerprint. */
  copyOf(fingerprint: string): string | null {
    return this.book.copyOf(fingerprint)
  }

  /** Carries out a command as it came in, for a caller whom the host has recognised. Refusals are values. */
  run(command: unknown, caller: Caller): LedgerReply {
    const decided = this.book.decide(command, caller, this.store.body)
    return this.carryOut(decided, write => this.store.writeLedger(write))
  }

  /** Why a draft may not be frozen so; null where it may. Changes nothing. */
  mayFreeze(command: unknown, caller: Caller): LedgerReply | null {
    const decided = this.book.decide(command, caller, this.store.body, nothingFrozen)
    return decided.kind === 'answer' ? decided.reply : null
  }

  /** As `run`, for a draft whose content is ready; `write` puts both on the disk in one step, or throws a Failure. */
  freeze(
    command: unknown,
    caller: Caller,
    frozen: FrozenContent,
    write: (ledger: LedgerWrite) => void,
  ): LedgerReply {
    return this.carryOut(this.book.decide(command, caller, this.store.body, frozen), write)
  }

  private carryOut(decided: Decided, write: (ledger: LedgerWrite) => void): LedgerReply {
    if (decided.kind === 'answer') return decided.reply
    try {
      write(decided.write)
    } catch (error) {
      if (error instanceof Failure) return { ok: false, code: error.code, message: error.message }
      throw error
    }
    decided.carryOut()
    return decided.reply
  }

  /** Hears of every command that was carried out, until the returned function is called. */
  onChange(listener: (event: LedgerEvent) => void): () => void {
    return this.book.onChange(listener)
  }

  /** Hears of members whose sessions must end: shut out, or one of their computers was. */
  onRevoked(listener: (member: string) => void): () => void {
    return this.book.onRevoked(listener)
  }
}
