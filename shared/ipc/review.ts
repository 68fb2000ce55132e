import { z } from 'zod'
import { MemberId } from '../ledger/records'
import { ReviewRecord, audiences } from '../review/record'

const audience = z.enum(audiences)

/** A record as a window has it. */
export const KnownRecord = z.object({
  record: ReviewRecord,
  audience,
  /** False until the committee's host has it; always true where this program is the host. */
  sent: z.boolean(),
})
export type KnownRecord = z.infer<typeof KnownRecord>

/** An author who is in no committee of this report: it is a copy, or its committee was left. */
export const Speaker = z.object({ id: MemberId, name: z.string(), unit: z.string() })
export type Speaker = z.infer<typeof Speaker>

export const reviewCommands = {
  // One step: all of them are kept, or none. The window fills in `id` and `at`; the author is set by the main process.
  'review.add': {
    input: z.object({ audience, records: z.array(ReviewRecord).min(1).max(5_000) }),
    output: z.object({}),
  },
} as const

/** With `all`, everything there is, in the order to be read; else what came since. */
export const reviewEvents = {
  'review.changed': z.object({ all: z.boolean(), records: z.array(KnownRecord) }),
  'review.speakers': z.object({ speakers: z.array(Speaker) }),
} as const
