import type { Standing } from '../../../state/proposals'
import type { Tracked } from '../../../state/tracked'

/** What the panel lists: proposals, and tracked changes that nobody has looked at. */
export type Item =
  | { readonly kind: 'proposal'; readonly standing: Standing }
  | { readonly kind: 'tracked'; readonly tracked: Tracked }

export const idOf = (item: Item): string =>
  item.kind === 'proposal' ? item.standing.proposal.id : item.tracked.change.id

export const authorOf = (item: Item): string =>
  item.kind === 'proposal' ? item.standing.proposal.author : item.tracked.change.author

const posOf = (item: Item): number => (item.kind === 'proposal' ? item.standing.pos : item.tracked.pos)

const isOpen = (item: Item): boolean => item.kind === 'tracked' || item.standing.proposal.state === 'open'

/** Both in the order of the text. */
export const itemsOf = (proposals: readonly Standing[], tracked: readonly Tracked[]): readonly Item[] =>
  [
    ...proposals.map((standing): Item => ({ kind: 'proposal', standing })),
    ...tracked.map((each): Item => ({ kind: 'tracked', tracked: each })),
  ].sort((a, b) => posOf(a) - posOf(b))

export interface ProposalFilter {
  /** Whose; empty: everybody's. */
  readonly author: string
  readonly state: 'open' | 'decided' | 'all'
}

export const shownItems = (list: readonly Item[], { author, state }: ProposalFilter): readonly Item[] =>
  list.filter(
    item =>
      (author === '' || authorOf(item) === author) &&
      (state === 'all' || (state === 'open') === isOpen(item)),
  )

/** The id of the one so many further on, from the chosen one; wraps around. Null where there is none. */
export function stepFrom(ids: readonly string[], chosen: string | null, by: number): string | null {
  if (ids.length === 0) return null
  const at = chosen === null ? -1 : ids.indexOf(chosen)
  if (at < 0) return (by > 0 ? ids[0] : ids.at(-1)) ?? null
  return ids[(at + by + ids.length) % ids.length] ?? null
}
