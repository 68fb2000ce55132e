import type { KnownRecord } from '../../../shared/ipc/review'
import { Failure } from '../../../shared/ipc/failure'
import { audiences, selfAuthor, type Audience, type ReviewRecord } from '../../../shared/review/record'
import { Draft } from './draft'
import { KeptReviewDoc, type ReviewStore } from './kept-doc'
import { inOrder, type ReportReview, type ReviewChange } from './report-review'
import { roomRecords } from './room-records'
import { words } from './words'

/** Who adds at this computer. */
export interface Reviewer {
  /** The member, or null in a report without a committee. */
  readonly self: () => { readonly id: string; readonly role: string } | null
  /** Throws a Failure where the committee's rules do not let these records in. */
  readonly check: (audience: Audience, records: readonly ReviewRecord[]) => void
}

const owner: Reviewer = { self: () => null, check: () => undefined }

/** The review of a report that this computer keeps for itself or hosts. */
export class HostedReview implements ReportReview {
  private readonly docs: Readonly<Record<Audience, KeptReviewDoc>>
  private readonly drafts: Readonly<Record<Audience, Draft>> = {
    all: new Draft(),
    leaders: new Draft(),
    own: new Draft(),
  }
  private readonly listeners = new Set<(change: ReviewChange) => void>()
  private mayReadLeaders = true

  /** Set by who knows the committee. */
  reviewer = owner

  constructor(store: ReviewStore) {
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

  add(audience: Audience, records: readonly ReviewRecord[]): void {
    const { docs, drafts, reviewer } = this
    if (docs.all.readOnly !== null) throw new Failure('read-only', words.readOnly)
    const author = reviewer.self()?.id ?? selfAuthor
    const signed = records.map(record => ({ ...record, author }))
    this.refuseTwice(signed)
    reviewer.check(audience, signed)
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

  private refuseTwice(records: readonly ReviewRecord[]): void {
    const ids = new Set(records.map(({ id }) => id))
    const isThere = records.some(({ id }) => audiences.some(audience => this.in(audience).has(id)))
    if (isThere || ids.size < records.length) throw new Failure('invalid-input', words.twice)
  }

  private came(audience: Audience, records: readonly ReviewRecord[]): void {
    const shown = this.shown(audience, records)
    if (shown.length > 0) this.tell({ all: false, records: shown })
  }

  /** What the person may read of these. The computer holds what leaders say among themselves; its window does not. */
  private shown(audience: Audience, records: readonly ReviewRecord[]): KnownRecord[] {
    const self = this.reviewer.self()?.id
    const isMine = ({ author }: ReviewRecord): boolean => author === self || author === selfAuthor
    const mayRead = audience !== 'leaders' || this.isLeader()
    return records
      .filter(record => mayRead || isMine(record))
      .map(record => ({ record, audience, sent: true }))
  }

  private isLeader(): boolean {
    const self = this.reviewer.self()
    return self === null || self.role === 'leader'
  }

  private tell(change: ReviewChange): void {
    for (const listener of this.listeners) listener(change)
  }
}
