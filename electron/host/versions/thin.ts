import type { Version } from '../../../shared/versions/version'

type Dated = Pick<Version, 'id' | 'number' | 'at'>

const day = 86_400_000
/** Everything of the last day, the last of each day for a month, the last of each week after. */
const [allFor, dailyFor] = [day, 31 * day]

/**
 * Versions that need not be kept any longer. Numbered drafts always are, and so is the newest of the others. `now`: ms.
 * Days and weeks are those of UTC: what stays must not depend on where the computer is.
 */
export function toThinOut(versions: readonly Dated[], now: number): readonly string[] {
  const automatic = versions
    .filter(({ number }) => number === null)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const taken = new Set<string>()
  const gone: string[] = []
  for (const [index, { id, at }] of automatic.entries()) {
    const span = spanOf(Date.parse(at), now)
    if (index > 0 && span !== null && taken.has(span)) gone.push(id)
    if (span !== null) taken.add(span)
  }
  return gone
}

/** The span of time of which one version is enough; null where each stays. */
function spanOf(at: number, now: number): string | null {
  const age = now - at
  if (!(age > allFor)) return null
  return age > dailyFor ? `week ${Math.floor((at / day + 3) / 7)}` : `day ${Math.floor(at / day)}`
}
