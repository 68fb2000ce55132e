import type { KnownRecord } from '../../../shared/ipc/review'
import { Failure } from '../../../shared/ipc/failure'
import { audiences, selfAuthor, type Audience, type ReviewRecord } from '../../../shared/review/record'
import type { SaidForCopy } from './copied'
import { Draft } from './draft'
import { KeptReviewDoc, type ReviewStore } from './kept-doc'
import { inOrder, type ReportReview, type ReviewChange } from './report-review'
import { recordsIn } from './room-doc'
import { roomRecords } from './room-records'
import { memberAt, refuseUnruly, type Reviewer } from './reviewer'
import { recordWords, words } from './words'
import type { ReportStore } from '../store/report-store'

/** The review of a report that this computer keeps for itself or hosts. */
export class HostedReview implements ReportReview {
  private readonly docs: Readonly<Record<Audience, KeptReviewDoc>>
  private readonly drafts: Readonly<Record<Audience, Draft>> = {
    all: new Draft(),
    leaders: new Draft(),
    own: new Draft(),
  }
  private readonly listeners = new Set<(change: ReviewChange) => void>()
  private mayReadLeaders = false

  /** Set by who knows the committee. */
  reviewer: Reviewer

  constructor(store: ReviewStore & Pick<ReportStore, 'body'>) {
    this.reviewer = { self: () => null, committee: () => null, body: () => store.body }
    const open = (audience: Audience): KeptReviewDoc => {
      const doc = new KeptReviewDoc(store, audience)
      roomRecords(doc.body, audience).onAdded(records => this.came(audience, records))
      return doc
    }
    this.docs = { all: open('all'), leaders: open('leaders'), own: open('own') }
  }

  /** The documents of the rooms that members may enter. What is the person's own is in neither. */
  get rooms(): Readonly<Record<'review' | 'leaders', KeptReviewDoc>> {
    return { review: this.docs.all, leaders: this.docs.leaders }
  }

  get known(): readonly KnownRecord[] {
    return inOrder(audiences.flatMap(audience => this.shown(audience, this.in(audience).all)))
  }

  get forCopy(): SaidForCopy {
    const said = (audience: 'all' | 'own') => new Map(recordsIn(this.docs[audience].body).entries())
    return { all: said('all'), own: said('own') }
  }

  add(audience: Audience, records: readonly ReviewRecord[]): void {
    const { docs, drafts, reviewer } = this
    if (docs.all.readOnly !== null) throw new Failure('read-only', words.readOnly)
    const author = reviewer.self() ?? selfAuthor
    const signed = records.map(record => ({ ...record, author }))
    this.check(audience, signed)
    const change = drafts[audience].change(signed)
    try {
      docs[audience].write(change)
    } catch (error) {
      drafts[audience].drop()
      throw error
    }
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

  close(): void {
    for (const audience of audiences) this.docs[audience].close()
  }

  private in(audience: Audience) {
    return roomRecords(this.docs[audience].body, audience)
  }

  private check(audience: Audience, records: readonly ReviewRecord[]): void {
    const isThere = records.some(({ id }) => audiences.some(other => this.in(other).has(id)))
    if (isThere) throw new Failure('not-allowed', recordWords['known-id'])
    const founder = this.reviewer.committee()?.founder() ?? null
    const review = this.in(audience).review(founder)
    refuseUnruly(records, this.reviewer, { audience, review, now: Date.now() })
  }

  private came(audience: Audience, records: readonly ReviewRecord[]): void {
    const shown = this.shown(audience, records)
    if (shown.length > 0) this.tell({ all: false, records: shown })
  }

  /** What the person may read of these. The computer holds what leaders say among themselves; its window does not. */
  private shown(audience: Audience, records: readonly ReviewRecord[]): KnownRecord[] {
    if (audience === 'leaders' && !this.isLeader()) return []
    return records.map(record => ({ record, audience, sent: true }))
  }

  private isLeader(): boolean {
    return memberAt(this.reviewer)?.role === 'leader'
  }

  private tell(change: ReviewChange): void {
    for (const listener of this.listeners) listener(change)
  }
}
