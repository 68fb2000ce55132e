interface Timed {
  readonly at: string
  readonly id: string
}

/** The order that all programs agree on, whichever way records reached them: by time, by id where times are equal. */
export function byTime(a: Timed, b: Timed): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/**
 * The time (ISO) for a record that somebody makes now about something that last changed then. A clock that is behind
 * those of others must not put an answer before what it answers: in the order of times it would then count for nothing.
 */
export function timeAfter(now: number, changedAt: string | null): string {
  const before = changedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(changedAt)
  return new Date(Math.max(now, before + 1)).toISOString()
}
