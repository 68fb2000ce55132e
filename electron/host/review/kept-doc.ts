import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import type { StoreState } from '../../../shared/ipc/contract'
import { Failure } from '../../../shared/ipc/failure'
import type { KeptDoc } from '../report-host/report-host'
import type { ReportStore } from '../store/report-store'
import { KeptSeries } from './kept-series'

/** What of a report's file the review needs. */
export type ReviewStore = Pick<ReportStore, 'kept' | 'keep' | 'readOnly'> &
  Partial<Pick<ReportStore, 'onState'>>

/** Until a change is written that nobody waits for; until it is tried again after the disk took nothing. In ms. */
const [soon, later] = [20, 2000]
/** Origin of what is in the file already. */
const written = Symbol('written')

/** A document of the review in the report's file: each change is added there, and now and then all become one. */
export class KeptReviewDoc implements KeptDoc {
  readonly body = new Doc()
  readonly readOnly: string | null
  private readonly series: KeptSeries
  private readonly waiting: Uint8Array[] = []
  private failure: string | null = null
  private timer: NodeJS.Timeout | undefined
  private readonly listeners = new Set<(state: StoreState) => void>()
  private readonly unwatch: () => void

  constructor(store: ReviewStore, name: string) {
    this.readOnly = store.readOnly
    this.series = new KeptSeries(store, name)
    this.body.transact(() => {
      for (const bytes of this.series.rows()) applyUpdate(this.body, bytes, written)
    }, written)
    this.body.on('update', this.note)
    this.unwatch = store.onState?.(({ kind }) => kind === 'saved' && this.flush()) ?? (() => undefined)
  }

  /** Writes a change, then makes it. Throws a Failure where it is not written; then nothing has changed. */
  write(update: Uint8Array): void {
    this.series.add([...this.waiting, update])
    this.waiting.length = 0
    this.tell(null)
    applyUpdate(this.body, update, written)
    this.gather()
  }

  flush(): boolean {
    if (this.waiting.length === 0) return true
    try {
      this.series.add(this.waiting)
      this.waiting.length = 0
      this.tell(null)
      this.gather()
      return true
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      this.tell(error.message)
      this.plan(later)
      return false
    }
  }

  state(): StoreState {
    const { failure } = this
    if (failure === null) return { kind: 'saved', at: new Date().toISOString() }
    return { kind: 'failing', message: failure, recoveryPath: null }
  }

  onState(listener: (state: StoreState) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  close(): void {
    this.flush()
    clearTimeout(this.timer)
    this.unwatch()
    this.body.off('update', this.note)
    this.body.destroy()
  }

  private readonly note = (update: Uint8Array, origin: unknown): void => {
    // A read-only report is looked at; whatever is shown beside it has nowhere to go.
    if (origin === written || this.readOnly !== null) return
    this.waiting.push(update)
    if (this.failure === null) this.plan(soon)
  }

  private plan(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), delay)
  }

  private gather(): void {
    try {
      if (this.series.isLong) this.series.replace([encodeStateAsUpdate(this.body)])
    } catch (error) {
      // Everything is written; it only takes more room.
      if (!(error instanceof Failure)) throw error
    }
  }

  private tell(failure: string | null): void {
    if (failure === this.failure) return
    this.failure = failure
    for (const listener of this.listeners) listener(this.state())
  }
}
