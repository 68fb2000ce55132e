import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import type { KnownRecord } from '../../../shared/ipc/review'
import { Failure } from '../../../shared/ipc/failure'
import { selfAuthor, type Audience, type ReviewRecord } from '../../../shared/review/record'
import { byTime } from '../../../shared/review/record-order'
import { addToReview } from '../../../shared/review/review-of'
import type { Review } from '../../../shared/review/review'
import type { Denial } from '../../../shared/sync/denial'
import type { SaidForCopy } from '../review/copied'
import { Draft } from '../review/draft'
import { KeptReviewDoc } from '../review/kept-doc'
import { KeptSeries } from '../review/kept-series'
import { putRecords, recordsIn } from '../review/room-doc'
import { inOrder, type ReportReview, type ReviewChange } from '../review/report-review'
import { memberAt, refuseUnruly, type Reviewer } from '../review/reviewer'
import { roomRecords } from '../review/room-records'
import { recordWords, words as reviewWords } from '../review/words'
import type { ReportStore } from '../store/report-store'
import { HostClock } from './host-clock'
import { Deliveries, type ReviewLine, type SharedAudience } from './deliveries'
import { UnsentRecords, type UnsentBatch } from './unsent-records'

export interface MemberReviewOptions {
  /**
   * Keeps for the person what the host has not taken. On the disk when it returns; throws a Failure where that cannot be.
   */
  readonly keepRefused: (records: readonly ReviewRecord[], denial: Denial) => void
  /** This computer's, ms since 1970. */
  readonly clock?: () => number
}

export type SharedDocs = Readonly<Record<SharedAudience, Doc>>

const shared: readonly SharedAudience[] = ['all', 'leaders']

/** The review of a report that another machine hosts. */
export class MemberReview implements ReportReview {
  private docs: SharedDocs = { all: new Doc(), leaders: new Doc() }
  private readonly own: KeptReviewDoc
  private readonly draft = new Draft()
  private readonly clock: HostClock
  private readonly unsent: UnsentRecords
  private readonly deliveries: Deliveries
  private readonly listeners = new Set<(change: ReviewChange) => void>()
  private unfollow: () => void = () => undefined
  private mayReadLeaders = false

  /** Set by who knows the committee. */
  reviewer: Reviewer

  constructor(
    private readonly store: ReportStore,
    private readonly options: MemberReviewOptions,
  ) {
    this.reviewer = { self: () => null, committee: () => null, body: () => store.body }
    this.clock = new HostClock(options.clock)
    this.own = new KeptReviewDoc(store, 'own')
    roomRecords(this.own.body, 'own').onAdded(records => this.came('own', records))
    this.unsent = new UnsentRecords(store)
    this.deliveries = new Deliveries(this.unsent, {
      onSent: batch => this.tell({ all: false, records: this.asKnown(batch.audience, batch.records) }),
      onRefused: (batch, denial) => this.refused(batch, denial),
    })
  }

  get known(): readonly KnownRecord[] {
    const own = roomRecords(this.own.body, 'own').all
    const here = shared.flatMap(audience => this.asKnown(audience, this.recordsOf(audience)))
    return inOrder([...here, ...this.asKnown('own', own)])
  }

  get forCopy(): SaidForCopy {
    const waiting = this.waitingFor('all').map((record): [string, string] => [
      record.id,
      JSON.stringify(record),
    ])
    const all = new Map([...recordsIn(this.docs.all).entries(), ...waiting])
    return { all, own: new Map(recordsIn(this.own.body).entries()) }
  }

  add(audience: Audience, records: readonly ReviewRecord[]): void {
    if (this.store.readOnly !== null) throw new Failure('read-only', reviewWords.readOnly)
    const author = this.reviewer.self() ?? selfAuthor
    const review = this.reviewOf(audience)
    const signed = this.clock.stamp(
      records.map(record => ({ ...record, author })),
      review,
    )
    this.check(audience, signed, review)
    if (audience === 'own') this.addOwn(signed)
    else {
      const batch = this.unsent.add(audience, signed)
      this.came(audience, signed)
      this.deliveries.send(batch)
    }
  }

  /** What the host's rooms held when it was last reached. */
  follow(docs: SharedDocs): void {
    this.unfollow()
    this.docs = docs
    const stops = shared.map(audience =>
      roomRecords(docs[audience], audience).onAdded(records => this.came(audience, records)),
    )
    this.unfollow = () => stops.forEach(stop => stop())
    this.tell({ all: true, records: this.known })
  }

  /**
   * The host is reached, and these are its rooms: sends what it lacks. What it had once and has no more (its file was
   * brought back from an old copy) is sent again, as far as it is the person's own.
   */
  meet(docs: SharedDocs, line: ReviewLine): void {
    this.clock.learn(line.ahead)
    this.keepLost(docs)
    this.correctTimes(docs)
    this.follow(docs)
    this.deliveries.begin(docs, line)
  }

  /** The host has answered what a room lacks: it has what it was told before. */
  answered(audience: SharedAudience): void {
    this.deliveries.answered(audience)
  }

  /** The host refused what it was told in that room. */
  turnedDown(audience: SharedAudience, denial: Denial): void {
    this.deliveries.turnedDown(audience, denial)
  }

  /** The host is not reached any more. */
  parted(): void {
    this.deliveries.end()
  }

  /** Whether the person is a leader may have changed. */
  look(): void {
    const may = this.isLeader()
    if (may === this.mayReadLeaders) return
    this.mayReadLeaders = may
    this.tell({ all: true, records: this.known })
  }

  onChange(listener: (change: ReviewChange) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** The report is the person's own from then on: keeps what they could read as theirs. Throws a Failure. */
  leave(): void {
    for (const audience of shared) {
      if (audience === 'leaders' && !this.isLeader()) continue
      const doc = new Doc()
      applyUpdate(doc, encodeStateAsUpdate(this.docs[audience]))
      putRecords(doc, this.waitingFor(audience))
      new KeptSeries(this.store, audience).replace([encodeStateAsUpdate(doc)])
    }
    for (const { row } of this.unsent.all) this.unsent.remove(row)
  }

  close(): void {
    this.deliveries.end()
    this.unfollow()
    this.own.close()
  }

  private check(audience: Audience, records: readonly ReviewRecord[], review: Review): void {
    const isThere = ({ id }: ReviewRecord): boolean =>
      this.unsent.has(id) ||
      shared.some(other => roomRecords(this.docs[other], other).has(id)) ||
      roomRecords(this.own.body, 'own').has(id)
    if (records.some(isThere)) throw new Failure('not-allowed', recordWords['known-id'])
    refuseUnruly(records, this.reviewer, { audience, review, now: this.clock.now() })
  }

  private reviewOf(audience: Audience): Review {
    const founder = this.reviewer.committee()?.founder() ?? null
    if (audience === 'own') return roomRecords(this.own.body, 'own').review(founder)
    const review = roomRecords(this.docs[audience], audience).review(founder)
    return addToReview(
      review,
      this.waitingFor(audience).map(record => ({ record, audience, sent: false })),
    )
  }

  private addOwn(records: readonly ReviewRecord[]): void {
    try {
      this.own.write(this.draft.change(records))
    } catch (error) {
      this.draft.drop()
      throw error
    }
  }

  /** What the copy of the host's room holds, and what is on its way there. */
  private recordsOf(audience: SharedAudience): ReviewRecord[] {
    return [...roomRecords(this.docs[audience], audience).all, ...this.waitingFor(audience)]
  }

  /** What only this computer has. */
  private waitingFor(audience: SharedAudience): ReviewRecord[] {
    const there = roomRecords(this.docs[audience], audience)
    const ours = this.unsent.all.filter(batch => batch.audience === audience)
    return ours.flatMap(({ records }) => records.filter(({ id }) => !there.has(id)))
  }

  private keepLost(docs: SharedDocs): void {
    const self = this.reviewer.self()
    for (const audience of shared) {
      if (audience === 'leaders' && !this.isLeader()) continue
      const there = roomRecords(docs[audience], audience)
      const lost = roomRecords(this.docs[audience], audience)
        .all.filter(({ id, author }) => author === self && !there.has(id) && !this.unsent.has(id))
        .sort(byTime)
      for (const record of lost) this.keepAgain(audience, record)
    }
  }

  /** What was made while nobody knew that the clock here is ahead must not be of the future at the host. */
  private correctTimes(docs: SharedDocs): void {
    const founder = this.reviewer.committee()?.founder() ?? null
    for (const audience of shared) {
      const batches = this.unsent.all.filter(batch => batch.audience === audience)
      const review = roomRecords(docs[audience], audience).review(founder)
      const corrected = this.clock.correct(
        batches.flatMap(({ records }) => records),
        review,
      )
      for (const batch of batches) this.changeBatch(batch, corrected.splice(0, batch.records.length))
    }
  }

  private changeBatch(batch: UnsentBatch, records: readonly ReviewRecord[]): void {
    if (records.every((record, index) => record === batch.records[index])) return
    try {
      this.unsent.change(batch, records)
    } catch (error) {
      // The disk fails: it goes as it is, and what the host refuses is the person's to see.
      if (!(error instanceof Failure)) throw error
    }
  }

  private keepAgain(audience: SharedAudience, record: ReviewRecord): void {
    try {
      this.unsent.add(audience, [record])
    } catch (error) {
      // The disk fails: the old copy is still in the file, and the next meeting finds the same.
      if (!(error instanceof Failure)) throw error
    }
  }

  private refused(batch: UnsentBatch, denial: Denial): boolean {
    try {
      this.options.keepRefused(batch.records, denial)
      this.unsent.remove(batch.row)
    } catch (error) {
      // It stays on its way in the file, and is kept for the person at the next try.
      if (!(error instanceof Failure)) throw error
      return false
    }
    this.tell({ all: true, records: this.known })
    return true
  }

  private came(audience: Audience, records: readonly ReviewRecord[]): void {
    const known = this.asKnown(audience, records)
    if (known.length > 0) this.tell({ all: false, records: known })
  }

  private asKnown(audience: Audience, records: readonly ReviewRecord[]): KnownRecord[] {
    if (audience === 'leaders' && !this.isLeader()) return []
    return records.map(record => ({ record, audience, sent: !this.unsent.has(record.id) }))
  }

  private isLeader(): boolean {
    return memberAt(this.reviewer)?.role === 'leader'
  }

  private tell(change: ReviewChange): void {
    for (const listener of this.listeners) listener(change)
  }
}
