import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '../../../shared/ipc/failure'
import { findHost, type PinnedHost } from '../identity/pinned'

/** Between one address and the next, in ms: most hosts answer within it, and a dead address is not waited for. */
const headStart = 250

/**
 * Finds a host under any of its addresses, the first ones preferred; a host that moved is found as soon as one of them
 * leads to it. Throws the Failure that says most: a stranger under one address more than silence under another.
 */
export async function reachHost(
  urls: readonly string[],
  certificate: string,
  find: typeof findHost = findHost,
): Promise<PinnedHost> {
  const found = new AbortController()
  const attempts = urls.map(async (url, at) => {
    await wait(at * headStart, undefined, { signal: found.signal })
    return find(url, certificate)
  })
  try {
    return await Promise.any(attempts)
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error
    throw mostTelling(error.errors)
  } finally {
    found.abort()
  }
}

function mostTelling(errors: readonly unknown[]): unknown {
  const isBug = (error: unknown): boolean => !(error instanceof Failure)
  const saysWho = (error: unknown): boolean => error instanceof Failure && error.code !== 'not-ready'
  return errors.find(isBug) ?? errors.find(saysWho) ?? errors[0]
}
