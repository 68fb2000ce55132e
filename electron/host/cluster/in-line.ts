/** Runs pieces of work one after the other; one that fails does not stop those behind it. */
export function inLine(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const done = last.then(work, work)
    last = done.catch(() => undefined)
    return done
  }
}
