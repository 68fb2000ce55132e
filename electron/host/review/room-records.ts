import type { Doc, YMapEvent } from 'yjs'
import type { KnownRecord } from '../../../shared/ipc/review'
import type { Audience, ReviewRecord } from '../../../shared/review/record'
import { addToReview, emptyReview } from '../../../shared/review/review-of'
import type { Review, ReviewOwner } from '../../../shared/review/review'
import { readRecord, recordsIn } from './room-doc'

/** What one author has put into a room. */
export interface Share {
  readonly records: number
  /** Letters of their JSON. */
  readonly letters: number
}

const nobody: ReviewOwner = { self: null, founder: null }
const nothing: Share = { records: 0, letters: 0 }

/** The records of a document, read as they come. */
export class RoomRecords {
  private readonly records = new Map<string, ReviewRecord>()
  private readonly shares = new Map<string, Share>()
  private fresh: KnownRecord[] = []
  private folded = emptyReview(nobody)
  private readonly listeners = new Set<(records: readonly ReviewRecord[]) => void>()

  constructor(
    private readonly doc: Doc,
    readonly audience: Audience,
  ) {
    const root = recordsIn(doc)
    this.take(root.keys())
    root.observe(this.observe)
  }

  get all(): readonly ReviewRecord[] {
    return [...this.records.values()]
  }

  /** What stands in this room. `self` is read as `founder`; where that changes everything is read anew. */
  review(founder: string | null): Review {
    if (founder !== this.folded.sources.owner.founder) {
      this.folded = emptyReview({ ...nobody, founder })
      this.fresh = this.all.map(record => this.known(record))
    }
    this.folded = addToReview(this.folded, this.fresh.splice(0))
    return this.folded
  }

  shareOf(author: string): Share {
    return this.shares.get(author) ?? nothing
  }

  has(id: string): boolean {
    return this.records.has(id)
  }

  /** Hears of records that have come, until the returned function is called. */
  onAdded(listener: (records: readonly ReviewRecord[]) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  stop(): void {
    recordsIn(this.doc).unobserve(this.observe)
  }

  private readonly observe = (event: YMapEvent<string>): void => {
    const added = this.take(event.keysChanged as Set<string>)
    if (added.length > 0) for (const listener of this.listeners) listener(added)
  }

  private take(ids: Iterable<string>): ReviewRecord[] {
    const root = recordsIn(this.doc)
    const added: ReviewRecord[] = []
    for (const id of ids) {
      const json = root.get(id)
      const record = this.records.has(id) ? undefined : readRecord(json)
      if (record?.id !== id) continue
      added.push(record)
      this.put(record, json?.length ?? 0)
    }
    return added
  }

  private put(record: ReviewRecord, letters: number): void {
    this.records.set(record.id, record)
    this.fresh.push(this.known(record))
    const before = this.shareOf(record.author)
    this.shares.set(record.author, { records: before.records + 1, letters: before.letters + letters })
  }

  private known(record: ReviewRecord): KnownRecord {
    return { record, audience: this.audience, sent: true }
  }
}

const known = new WeakMap<Doc, RoomRecords>()

/** One reader for each document, however many ask. */
export function roomRecords(doc: Doc, audience: Audience): RoomRecords {
  const found = known.get(doc) ?? new RoomRecords(doc, audience)
  known.set(doc, found)
  return found
}
