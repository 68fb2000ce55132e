import { z } from 'zod'
import { Hash } from '../../../shared/ledger/records'
import type { Ledger } from '../../../shared/ledger/ledger'
import { DraftNumber } from '../../../shared/versions/version'
import type { ReportStore } from '../store/report-store'

/**
 * Where versions come from that were not frozen in this report: it is a copy, or its committee was left. No ledger here
 * tells of them any more, so what it told is kept.
 */
export const Origin = z.object({
  /** Ids of the reports in which they were frozen. */
  reports: z.array(z.string().max(100)).max(1000),
  drafts: z.array(z.object({ number: DraftNumber, manifest: Hash })).max(1000),
  /** Some drafts between them were never at that computer. */
  isPartial: z.boolean(),
})
export type Origin = z.infer<typeof Origin>

const none: Origin = { reports: [], drafts: [], isPartial: false }
const row = 'origin'

export function readOrigin(store: Pick<ReportStore, 'kept'>): Origin {
  const bytes = store.kept('writers').get(row)
  return (bytes && Origin.safeParse(parsed(bytes)).data) ?? none
}

export const originRow = (origin: Origin): ReadonlyMap<string, Uint8Array> =>
  new Map([[row, Buffer.from(JSON.stringify(origin))]])

/** The same with what was frozen since. */
export const originOf = (
  before: Origin,
  now: { readonly report: string; readonly drafts: Ledger['drafts']; readonly isPartial: boolean },
): Origin => ({
  reports: [...before.reports, now.report],
  drafts: [...before.drafts, ...now.drafts.map(({ number, manifest }) => ({ number, manifest }))],
  isPartial: before.isPartial || now.isPartial,
})

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
