import { Failure } from '../../../shared/ipc/failure'
import type { KeptChange } from '../store/kept-rows'
import type { ReportStore } from '../store/report-store'

/** What of a report's file the tray needs. */
export type TrayStore = Pick<ReportStore, 'kept' | 'keep'>

/** Rows on their way to the file. While the disk fails they wait in memory, and go along with the next ones. */
export class Keeping {
  private waiting = new Map<string, Uint8Array | null>()

  constructor(private readonly store: TrayStore) {}

  /** False where the rows could not be written yet. */
  keep(change: KeptChange): boolean {
    for (const [name, bytes] of change) this.waiting.set(name, bytes)
    return this.flush()
  }

  flush(): boolean {
    if (this.waiting.size === 0) return true
    try {
      this.store.keep('tray', this.waiting)
    } catch (error) {
      if (error instanceof Failure) return false
      throw error
    }
    this.waiting = new Map()
    return true
  }
}
