import type { ReportStore } from '../store/report-store'

const hour = 3_600_000

interface Watched {
  readonly store: Pick<ReportStore, 'onState'>
  readonly keep: () => Promise<unknown>
  readonly onBug: (error: unknown) => void
  /** Milliseconds. */
  readonly every?: number
}

/** Keeps a version an hour after something was written, and so on while there is work, until the returned function is called. */
export function keepHourly({ store, keep, onBug, every = hour }: Watched): () => void {
  let timer: NodeJS.Timeout | null = null
  const stop = store.onState(({ kind }) => {
    if (kind !== 'saving' || timer) return
    timer = setTimeout(() => {
      timer = null
      keep().catch(onBug)
    }, every).unref()
  })
  return () => {
    stop()
    if (timer) clearTimeout(timer)
  }
}
