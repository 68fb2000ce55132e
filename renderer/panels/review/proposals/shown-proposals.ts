import type { Standing } from '../../../state/proposals'

export interface ProposalFilter {
  /** Whose; empty: everybody's. */
  readonly author: string
  readonly state: 'open' | 'decided' | 'all'
}

export const shownProposals = (
  list: readonly Standing[],
  { author, state }: ProposalFilter,
): readonly Standing[] =>
  list.filter(
    ({ proposal }) =>
      (author === '' || proposal.author === author) &&
      (state === 'all' || (state === 'open') === (proposal.state === 'open')),
  )

/** The id of the one so many further on, from the chosen one; wraps around. Null where there is none. */
export function stepFrom(ids: readonly string[], chosen: string | null, by: number): string | null {
  if (ids.length === 0) return null
  const at = chosen === null ? -1 : ids.indexOf(chosen)
  if (at < 0) return (by > 0 ? ids[0] : ids.at(-1)) ?? null
  return ids[(at + by + ids.length) % ids.length] ?? null
}
