import { z } from 'zod'

/**
 * What a committee's host says of itself: the state of its own entry among those who are here (awareness). Nobody else
 * can say it, because a host passes on nothing of a guest's but their place (shared/sync/presence.ts).
 */
export const HostNotice = z.object({
  host: z.object({
    /** Cannot write: peers go on and hear each other, but nothing is confirmed until the entry is gone. */
    disk: z.literal('failing'),
  }),
})
export type HostNotice = z.infer<typeof HostNotice>

export const diskFails: HostNotice = { host: { disk: 'failing' } }

/** Whether one of those who are here is a host that cannot write. */
export const doesDiskFail = (states: Iterable<unknown>): boolean =>
  [...states].some(state => HostNotice.safeParse(state).success)
