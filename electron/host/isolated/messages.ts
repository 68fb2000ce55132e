import { z } from 'zod'
import { failureCodes } from '../../../shared/ipc/contract'

/** Parent → worker. `input` is what the worker's handler takes. */
export const Job = z.object({ kind: z.literal('job'), id: z.number(), input: z.unknown() })
export type Job = z.infer<typeof Job>

/** Worker → parent. */
export const News = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progressed'), id: z.number(), progress: z.unknown() }),
  z.object({ kind: z.literal('done'), id: z.number(), output: z.unknown() }),
  /** An expected refusal (Failure) of the handler. */
  z.object({ kind: z.literal('refused'), id: z.number(), code: z.enum(failureCodes), message: z.string() }),
  /** A bug: whatever else the handler threw; for the log only. */
  z.object({ kind: z.literal('broken'), id: z.number(), stack: z.string() }),
])
export type News = z.infer<typeof News>

/** How a worker says at its end that it had grown past its memory limit. */
export const exitOutOfMemory = 87
