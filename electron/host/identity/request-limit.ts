import { createBucket, type Bucket } from '../committee/rate'

/**
 * What one network address may ask in a second, on average, and how many seconds of it at once. An office behind one
 * address comes back together after the host was restarted: two requests for each of a hundred people.
 */
const perSecond = 10
const burst = 20
/** Addresses that are remembered; the oldest is forgotten. */
const mostAddresses = 10_000

/** False where the address has asked too much for now. */
export type RequestLimit = (address: string) => boolean

export function limitRequests(): RequestLimit {
  const buckets = new Map<string, Bucket>()
  return address => {
    const bucket = buckets.get(address) ?? createBucket(perSecond, burst)
    // Again at the end, so that the first is the one that has been silent for the longest time.
    buckets.delete(address)
    buckets.set(address, bucket)
    for (const oldest of buckets.keys()) {
      if (buckets.size <= mostAddresses) break
      buckets.delete(oldest)
    }
    if (bucket.wait() > 0) return false
    bucket.take(1)
    return true
  }
}
