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
