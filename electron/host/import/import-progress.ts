import { z } from 'zod'

/** `done` of `of` steps; `step` says in words what is being done. */
export const ImportProgress = z.object({ step: z.string(), done: z.number(), of: z.number() })
export type ImportProgress = z.infer<typeof ImportProgress>
