import { z } from 'zod'
import { Hash } from '../ledger/records'

/** One side of a comparison: today's text, a version, or a Word file that was read from outside. */
export const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('today') }),
  z.object({ kind: z.literal('version'), id: Hash }),
  /** `token`: given when the file was read; good while the window is open. */
  z.object({ kind: z.literal('file'), token: z.string().min(1).max(40) }),
])
export type Source = z.infer<typeof Source>
