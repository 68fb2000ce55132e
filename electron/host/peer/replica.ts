import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import type { ReportHost } from '../report-host/report-host'
import type { ReportStore } from '../store/report-store'

/** How long windows may take to go over to another document, in ms: somebody may be composing a word. */
const patience = 60_000

/** Takes what is only in `before` out of harm's way; on the disk when it returns. Throws a Failure where it cannot. */
export type KeepLost = (before: Doc, now: Doc) => void

/** An open report whose document may be exchanged for another while windows show it. */
export class Replica {
  private current: ReportHost
  private readonly listeners = new Set<() => void>()

  constructor(
    readonly store: ReportStore,
    private readonly openHost: (store: ReportStore) => ReportHost,
    private readonly onBug: (error: unknown) => void,
  ) {
    this.current = openHost(store)
  }

  /** Another one after each exchange. */
  get host(): ReportHost {
    return this.current
  }

  /** Hears of every exchange: windows are to be given new ports now. Until the returned function is called. */
  onExchange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /**
   * Puts another document in place of the report's. What a window typed and had not sent yet arrives at the old host and
   * is handed to `keep` too. Throws a Failure where it cannot be written; then nothing has changed.
   */
  exchange(now: Doc, keep: KeepLost): void {
    const before = this.current
    keep(before.body, now)
    this.store.replace(now)
    this.current = this.openHost(this.store)
    this.seeOut(before, keep).catch(this.onBug)
    for (const listener of this.listeners) listener()
  }

  private async seeOut(host: ReportHost, keep: KeepLost): Promise<void> {
    const then = copyOf(host.body)
    const late: Uint8Array[] = []
    host.body.on('update', (update: Uint8Array) => late.push(update))
    await host.retire(patience)
    if (late.length > 0) keep(host.body, then)
  }
}

function copyOf(body: Doc): Doc {
  const copy = new Doc()
  applyUpdate(copy, encodeStateAsUpdate(body))
  return copy
}
