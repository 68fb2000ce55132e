import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { z } from 'zod'
import { ReviewRecord } from '../../../shared/review/record'
import type { ReportStore } from '../store/report-store'

const Batch = z.object({ audience: z.enum(['all', 'leaders']), records: z.array(ReviewRecord).min(1) })

/** What was added in one step, on its way to the host. */
export interface UnsentBatch extends z.infer<typeof Batch> {
  /** Its name in the report's file. */
  readonly row: string
}

type Rows = Pick<ReportStore, 'kept' | 'keep'>

const prefix = 'unsent:'

/** Records that the committee's host has not confirmed, in the report's file until it has; oldest first. */
export class UnsentRecords {
  private readonly batches = new Map<string, UnsentBatch>()
  private next = 0

  constructor(private readonly store: Rows) {
    const rows = [...store.kept('review')].filter(([row]) => row.startsWith(prefix))
    for (const [row, bytes] of rows.sort(([a], [b]) => numberOf(a) - numberOf(b))) {
      this.next = numberOf(row) + 1
      const batch = Batch.safeParse(parsed(bytes)).data
      if (batch) this.batches.set(row, { ...batch, row })
    }
  }

  get all(): readonly UnsentBatch[] {
    return [...this.batches.values()]
  }

  has(id: string): boolean {
    return this.all.some(({ records }) => records.some(record => record.id === id))
  }

  /** On the disk when this returns. Throws a Failure where that cannot be. */
  add(audience: UnsentBatch['audience'], records: readonly ReviewRecord[]): UnsentBatch {
    const row = `${prefix}${this.next}`
    this.store.keep('review', new Map([[row, encodeUtf8(JSON.stringify({ audience, records }))]]))
    this.next++
    const batch = { audience, records: [...records], row }
    this.batches.set(row, batch)
    return batch
  }

  /** Puts other records in the place of a batch's. Throws as `add`. */
  change({ row, audience }: UnsentBatch, records: readonly ReviewRecord[]): void {
    this.store.keep('review', new Map([[row, encodeUtf8(JSON.stringify({ audience, records }))]]))
    this.batches.set(row, { audience, records: [...records], row })
  }

  /** The host has it, or it is kept elsewhere. Throws as `add`. */
  remove(row: string): void {
    this.store.keep('review', new Map([[row, null]]))
    this.batches.delete(row)
  }
}

const numberOf = (row: string): number => Number(row.slice(prefix.length))

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes))
  } catch (error) {
    // A damaged row is as if it were not there.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}
