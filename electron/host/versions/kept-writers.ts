import type { ReportStore } from '../store/report-store'
import { BlockWriters, type Writers } from './writers'

type WritersStore = Pick<ReportStore, 'kept' | 'keep' | 'readOnly'>

/** How long what is known of writers may be in memory only, in ms: it is told in a comparison, no word depends on it. */
const patience = 30_000
const row = 'since'

/** Keeps who wrote in a report's file under the subject `writers`, until the returned function is called. */
export function keepWriters(writers: Writers, store: WritersStore): { save: () => void; close: () => void } {
  const bytes = store.kept('writers').get(row)
  const kept = bytes && BlockWriters.safeParse(parsed(bytes)).data
  if (kept) writers.putBack(kept)
  writers.isFresh = false
  const save = (): void => {
    if (!writers.isFresh || store.readOnly !== null) return
    store.keep('writers', new Map([[row, Buffer.from(JSON.stringify(writers.blockWriters))]]))
    writers.isFresh = false
  }
  const timer = setInterval(save, patience).unref()
  return {
    save,
    close: () => {
      clearInterval(timer)
      save()
    },
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
