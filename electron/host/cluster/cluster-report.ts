import { applyUpdate, diffUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import type { PoolClient } from 'pg'
import { Failure } from '../../../shared/ipc/failure'
import type { Caller } from '../../../shared/ledger/entry'
import type { Ledger } from '../../../shared/ledger/ledger'
import { admitToBody } from '../committee/shared-report'
import type { SharedLedger } from '../identity/sessions'
import { committeeOf } from '../ledger/committee-of'
import type { ClientOwners } from '../ledger/client-owners'
import { Touches } from '../ledger/touches'
import type { LedgerBook, LedgerEvent, LedgerReply } from '../ledger/ledger-book'
import type { Database } from './database'
import { admitToReview } from '../review/admit'
import { openIn } from '../review/open-in'
import { ClusterReview } from './cluster-review'
import { inLine } from './in-line'
import {
  appendBody,
  appendLedger,
  compactBody,
  holdReport,
  isLong,
  readBody,
  readClients,
  readLedger,
  type Head,
  type NewRow,
} from './report-rows'
import { appendReview, compactReview, readReview, type ReviewRoom, type ReviewRow } from './review-rows'

/** Of a change that was written here: to be told to everybody. */
const fromHere = { source: 'local', skipStoreHooks: true } as const
/** Of one that was written elsewhere: the other instances have it. */
const fromLog = { source: 'redis' } as const

/** What an instance has of a report when it opens it. */
export interface OpenedReport {
  readonly id: string
  readonly book: LedgerBook
  readonly head: Head
  /** How many entries of the ledger `book` holds, damaged ones counted. */
  readonly entries: number
}

interface Waiting {
  readonly update: Uint8Array
  readonly member: string
  readonly settle: (error: Error | null) => void
}

interface Replica {
  readonly doc: Doc
  /** The last change in it. */
  seq: number
}

/**
 * One report as this instance knows it. Whatever changes it happens in a turn: the report's row is locked, what others
 * wrote is taken up, the gate or the ledger decides, and the outcome is written, in one step of the database. So every
 * change is checked against all that came before it on any instance, and nobody hears of it before it is written.
 */
export class ClusterReport implements SharedLedger {
  readonly reportId: string
  readonly book: LedgerBook
  readonly review = new ClusterReview()
  readonly clients: ClientOwners = {
    ownerOf: client => this.owners.get(client) ?? this.review.owners.get(client),
    register: () => {
      throw new Error('A client id is written with the change that brings it')
    },
  }
  readonly touches = new Touches({
    ledger: () => this.current,
    body: () => this.replica?.doc ?? new Doc(),
    run: command => void this.run(command, { kind: 'host' }),
  })
  private readonly line = inLine()
  private readonly owners = new Map<number, string>()
  private ownersUpTo = -1
  /** The log, applied. Apart from the documents that peers see: it is ahead of them while a turn is being written. */
  private replica: Replica | null = null
  private readonly shown = new Set<Doc>()
  private waiting: Waiting[] = []
  private ledgerSeq: number
  private entries: number

  constructor(
    private readonly database: Database,
    opened: OpenedReport,
  ) {
    this.reportId = opened.id
    this.book = opened.book
    const { all, leaders } = this.review.docs
    this.book.openIn = openIn({
      rooms: { review: { body: all }, leaders: { body: leaders } },
      body: () => this.bodyOfTurn().doc,
      founder: () => [...this.current.members.keys()][0] ?? null,
    })
    this.ledgerSeq = opened.head.ledger
    this.entries = opened.entries
  }

  get current(): Ledger {
    return this.book.current
  }

  copyOf(fingerprint: string): string | null {
    return this.book.copyOf(fingerprint)
  }

  onChange(listener: (event: LedgerEvent) => void): () => void {
    return this.book.onChange(listener)
  }

  onRevoked(listener: (member: string) => void): () => void {
    return this.book.onRevoked(listener)
  }

  /**
   * Writes a member's change, then tells. Rejects with a RefusedChange where the gate refuses it, and with a Failure where
   * the database does not take it; then nothing has changed.
   */
  change(update: Uint8Array, member: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (error: Error | null): void => (error ? reject(error) : resolve())
      this.waiting.push({ update, member, settle })
      // What arrives during a turn is written together in the next one.
      if (this.waiting.length === 1) void this.line(() => this.writeWaiting())
    })
  }

  /** Writes what a member says about the report, then tells. Rejects as `change`. */
  say(room: ReviewRoom, update: Uint8Array, member: string): Promise<void> {
    return this.turn(true, async (client, head) => {
      const row = this.admitSaid(room, update, member)
      if (row instanceof Error) return () => Promise.reject(row)
      if (row) await this.keepSaid(client, head, row)
      return () => {
        if (row) this.review.add([row], fromHere)
        return Promise.resolve()
      }
    }).then(done => done)
  }

  /** Carries out a command of the ledger, for a caller whom the host has recognised. Refusals are values. */
  async run(command: unknown, caller: Caller): Promise<LedgerReply> {
    try {
      return await this.turn(true, async (client, head) => {
        const decided = this.book.decide(command, caller, this.bodyOfTurn().doc)
        if (decided.kind === 'answer') return () => decided.reply
        const { write, carryOut, reply } = decided
        await appendLedger(client, this.reportId, this.entries, write)
        return () => {
          this.entries += write.entries?.length ?? 0
          this.ledgerSeq = head.ledger + 1
          carryOut()
          return reply
        }
      })
    } catch (error) {
      if (error instanceof Failure) return { ok: false, code: error.code, message: error.message }
      throw error
    }
  }

  /** Takes up what other instances wrote; the body only where somebody here has it open. */
  refresh(): Promise<void> {
    return this.turn(false, () => Promise.resolve(() => undefined))
  }

  /** Whether the database is ahead of what this instance knows. */
  isBehind(head: Pick<Head, 'seq' | 'ledger' | 'review'>): boolean {
    const isBeside = head.ledger > this.ledgerSeq || head.review > this.review.seq
    return isBeside || (this.replica !== null && head.seq > this.replica.seq)
  }

  /** Fills a document and keeps it up to date until it is destroyed. */
  show(doc: Doc): Promise<void> {
    return this.turn(true, () =>
      Promise.resolve(() => {
        applyUpdate(doc, encodeStateAsUpdate(this.bodyOfTurn().doc), fromLog)
        this.shown.add(doc)
        doc.once('destroy', () => this.hide(doc))
      }),
    )
  }

  /** Writes the ledger's room anew where it does not say what the entries say. */
  mend(): Promise<void> {
    return this.turn(false, async (client, head) => {
      const { isNew, state, show } = this.book.mirror()
      if (!isNew) return () => undefined
      await appendLedger(client, this.reportId, this.entries, { room: state })
      return () => {
        this.ledgerSeq = head.ledger + 1
        show()
      }
    })
  }

  private hide(doc: Doc): void {
    this.shown.delete(doc)
    void this.line(() => {
      if (this.shown.size === 0) this.replica = null
      return Promise.resolve()
    })
  }

  private async writeWaiting(): Promise<void> {
    const changes = this.waiting
    this.waiting = []
    try {
      await this.turnNow(true, (client, head) => this.write(client, head, changes))
    } catch (error) {
      // The replica may hold what was not written.
      this.replica = null
      for (const { settle } of changes) settle(asError(error))
    }
  }

  private async write(client: PoolClient, head: Head, changes: readonly Waiting[]): Promise<() => void> {
    const { doc } = this.bodyOfTurn()
    const clients = new Map<number, string>()
    const rows: NewRow[] = []
    const answers = changes.map(({ update, member }) => this.admit(update, member, { doc, clients, rows }))
    if (rows.length > 0) await appendBody(client, this.reportId, head, { rows, clients })
    const seq = head.seq + rows.length
    if (isLong({ updates: seq - head.snapshot, bytes: head.grown + sizeOf(rows) }))
      await compactBody(client, this.reportId, { seq, state: encodeStateAsUpdate(doc) })
    return () => {
      this.written(rows, clients, seq)
      changes.forEach(({ settle }, index) => settle(answers[index] ?? null))
    }
  }

  /** Null, or why the change is refused. What it brings goes into the replica and into `rows`. */
  private admit(
    update: Uint8Array,
    member: string,
    { doc, clients, rows }: { doc: Doc; clients: Map<number, string>; rows: NewRow[] },
  ): Error | null {
    const ofTurn: ClientOwners = {
      ownerOf: client => clients.get(client) ?? this.clients.ownerOf(client),
      register: (owner, fresh) => fresh.forEach(client => clients.set(client, owner)),
    }
    const committee = { ...committeeOf(this), clients: ofTurn }
    try {
      admitToBody(update, member, { body: doc, committee })
    } catch (error) {
      // Refused, or more than the gate could bear: either way this author's affair alone, and nothing is applied yet.
      return asError(error)
    }
    const keep = (bytes: Uint8Array): void => void rows.push({ bytes, member })
    doc.on('update', keep)
    applyUpdate(doc, update)
    doc.off('update', keep)
    return null
  }

  private async keepSaid(client: PoolClient, head: Head, row: ReviewRow): Promise<void> {
    await appendReview(client, this.reportId, head.review, [row])
    const seq = head.review + 1
    if (isLong({ updates: seq - head.reviewSnapshot, bytes: head.reviewGrown + row.bytes.length }))
      await compactReview(client, this.reportId, { seq, ...this.review.with(row) })
  }

  /** The change as it is to be written; null where it brings nothing, an error where it is refused. */
  private admitSaid(room: ReviewRoom, update: Uint8Array, member: string): ReviewRow | Error | null {
    const { all, leaders } = this.review.docs
    const [doc, beside] = room === 'all' ? [all, leaders] : [leaders, all]
    // Whose the client ids are is read from the change itself.
    const clients: ClientOwners = { ownerOf: this.clients.ownerOf, register: () => undefined }
    const committee = { ...committeeOf(this), clients }
    const { doc: body } = this.bodyOfTurn()
    try {
      const records = admitToReview(update, member, { audience: room, doc, beside, body, committee })
      if (records.length === 0) return null
    } catch (error) {
      return asError(error)
    }
    return { room, member, bytes: diffUpdate(update, encodeStateVector(doc)) }
  }

  private written(rows: readonly NewRow[], clients: ReadonlyMap<number, string>, seq: number): void {
    this.bodyOfTurn().seq = seq
    this.ownersUpTo = seq
    for (const [client, member] of clients) this.owners.set(client, member)
    for (const doc of this.shown) for (const { bytes } of rows) applyUpdate(doc, bytes, fromHere)
  }

  /** Does something to the report when all before it is done. What `work` answers happens once it is written. */
  private turn<T>(
    needsBody: boolean,
    work: (client: PoolClient, head: Head) => Promise<() => T>,
  ): Promise<T> {
    return this.line(() => this.turnNow(needsBody, work))
  }

  private async turnNow<T>(
    needsBody: boolean,
    work: (client: PoolClient, head: Head) => Promise<() => T>,
  ): Promise<T> {
    const after = await this.database.inOneStep(async client => {
      const head = await holdReport(client, this.reportId)
      await this.catchUp(client, head, needsBody)
      return work(client, head)
    })
    return after()
  }

  private async catchUp(client: PoolClient, head: Head, needsBody: boolean): Promise<void> {
    if (head.ledger > this.ledgerSeq) {
      const rows = await readLedger(client, this.reportId, this.entries)
      this.entries += rows.entries.length
      this.ledgerSeq = head.ledger
      this.book.take(rows)
    }
    if (head.seq > this.ownersUpTo) {
      const fresh = await readClients(client, this.reportId, this.ownersUpTo)
      for (const [id, member] of fresh) this.owners.set(id, member)
      this.ownersUpTo = head.seq
    }
    this.review.take(await readReview(client, this.reportId, head, this.review.seq), fromLog)
    const since = this.replica?.seq ?? -1
    if (head.seq === since || (!needsBody && !this.replica)) return
    const updates = await readBody(client, this.reportId, head, since)
    const replica = (this.replica ??= { doc: new Doc(), seq: -1 })
    for (const doc of [replica.doc, ...this.shown])
      doc.transact(() => updates.forEach(update => applyUpdate(doc, update, fromLog)), fromLog)
    replica.seq = head.seq
  }

  private bodyOfTurn(): Replica {
    if (!this.replica) throw new Error('No body in this turn')
    return this.replica
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

const sizeOf = (rows: readonly NewRow[]): number => rows.reduce((sum, { bytes }) => sum + bytes.length, 0)
