import type { Doc } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import type { Denial } from '../../../shared/sync/denial'
import { Draft } from '../review/draft'
import { recordWords } from '../review/words'
import { recordsIn } from '../review/room-doc'
import type { UnsentBatch, UnsentRecords } from './unsent-records'

export type SharedAudience = UnsentBatch['audience']

/** The connection to the host's rooms. */
export interface ReviewLine {
  /** By how many ms this computer's clock is ahead of the host's. */
  readonly ahead: number
  /** Whether the host lets the person in. */
  readonly isOpen: (audience: SharedAudience) => boolean
  /** Sends a change of the room; false where the connection is not open. */
  readonly send: (audience: SharedAudience, change: Uint8Array) => boolean
  /** Asks what the room lacks here; false where the connection is not open. */
  readonly ask: (audience: SharedAudience) => boolean
}

export interface DeliveryEvents {
  /** The host has it on its disk. */
  readonly onSent: (batch: UnsentBatch) => void
  /** Answers whether the batch was kept elsewhere. */
  readonly onRefused: (batch: UnsentBatch, denial: Denial) => boolean
}

interface Meeting {
  readonly line: ReviewLine
  readonly drafts: Readonly<Record<SharedAudience, Draft>>
  /** Told, in the order in which it was asked whether the host has them. */
  readonly asked: Record<SharedAudience, (readonly UnsentBatch[])[]>
}

/**
 * Brings records to the host. It writes before it answers what a peer lacks, so the answer to a question that was asked
 * after a record is a receipt for it. A batch goes as one change, which the host takes or refuses whole; after a refusal
 * they go one at a time, until it is plain which one was meant.
 */
export class Deliveries {
  private meeting: Meeting | null = null
  private isCareful = false
  /** Refused, and not yet kept for the person. */
  private readonly held = new Set<string>()

  constructor(
    private readonly unsent: UnsentRecords,
    private readonly events: DeliveryEvents,
  ) {}

  /** The host is reached; the documents are as it has them. What it is told comes into them with its answer only. */
  begin(docs: Readonly<Record<SharedAudience, Doc>>, line: ReviewLine): void {
    const drafts = { all: new Draft(), leaders: new Draft() }
    this.meeting = { line, drafts, asked: { all: [], leaders: [] } }
    for (const batch of this.unsent.all)
      if (isThere(docs, batch)) this.settle(batch)
      else if (!line.isOpen(batch.audience)) this.refuse(batch, noRoom)
    this.sendWaiting()
  }

  send(batch: UnsentBatch): void {
    if (!this.isCareful) this.tell([batch])
    else this.sendWaiting()
  }

  answered(audience: SharedAudience): void {
    for (const batch of this.meeting?.asked[audience].shift() ?? []) this.settle(batch)
    if (this.isCareful) this.sendWaiting()
  }

  turnedDown(audience: SharedAudience, denial: Denial): void {
    const told = this.meeting?.asked[audience].flat() ?? []
    const [only, ...more] = told
    this.isCareful = true
    if (!only || more.length > 0) return
    this.isCareful = false
    this.refuse(only, denial)
  }

  end(): void {
    this.meeting = null
  }

  private refuse(batch: UnsentBatch, denial: Denial): void {
    this.held.add(batch.row)
    if (this.events.onRefused(batch, denial)) this.held.delete(batch.row)
  }

  private sendWaiting(): void {
    const waiting = this.unsent.all.filter(({ row }) => !this.held.has(row))
    if (!this.isCareful) this.tell(waiting)
    else if (waiting.length === 0) this.isCareful = false
    else if (this.isIdle()) this.tell(waiting.slice(0, 1))
  }

  private isIdle(): boolean {
    return Object.values(this.meeting?.asked ?? {}).every(asked => asked.length === 0)
  }

  private tell(batches: readonly UnsentBatch[]): void {
    const { meeting } = this
    if (!meeting) return
    for (const audience of ['all', 'leaders'] as const) {
      const told = batches.filter(batch => batch.audience === audience)
      if (told.length === 0) continue
      for (const { records } of told) meeting.line.send(audience, meeting.drafts[audience].change(records))
      if (meeting.line.ask(audience)) meeting.asked[audience].push(told)
    }
  }

  private settle(batch: UnsentBatch): void {
    try {
      this.unsent.remove(batch.row)
    } catch (error) {
      // The host has it; the next meeting finds it there.
      if (!(error instanceof Failure)) throw error
    }
    this.events.onSent(batch)
  }
}

/** Of who was a leader when it was written. */
const noRoom: Denial = { code: 'wrong-audience', section: null, message: recordWords['wrong-audience'] }

const isThere = (docs: Readonly<Record<SharedAudience, Doc>>, { audience, records }: UnsentBatch): boolean =>
  records.every(({ id }) => recordsIn(docs[audience]).has(id))
