import type { BlockId } from '../../report/ids'
import type { Audience } from '../record'
import type { Annotation, Proposal } from '../review'

/** What a list of a review can show. */
export type ListedItem = Annotation | Proposal

/** Which of it is shown; null: whichever. */
export interface ReviewFilter {
  readonly kind: ListedItem['kind'] | null
  /** `done`: resolved, or decided in any way. */
  readonly status: 'open' | 'done' | null
  /** A member who said something in it. */
  readonly person: string | null
  /** Where such a member works. */
  readonly unit: string | null
  /** Its heading; what stands in inner sections belongs to it. */
  readonly section: BlockId | null
  /** A member who is named in it. */
  readonly mention: string | null
  readonly audience: Audience | null
}

export const everything: ReviewFilter = {
  kind: null,
  status: null,
  person: null,
  unit: null,
  section: null,
  mention: null,
  audience: null,
}

/** What the filter cannot see in the item itself. */
export interface FilterContext {
  /** The headings it stands under, outermost first. */
  readonly headings: readonly BlockId[]
  readonly unitOf: (member: string) => string
}

export function passesFilter(
  item: ListedItem,
  { kind, status, person, unit, section, mention, audience }: ReviewFilter,
  { headings, unitOf }: FilterContext,
): boolean {
  return (
    (kind === null || item.kind === kind) &&
    (status === null || isOpen(item) === (status === 'open')) &&
    (person === null || speakersOf(item).includes(person)) &&
    (unit === null || speakersOf(item).some(speaker => unitOf(speaker) === unit)) &&
    (section === null || headings.includes(section)) &&
    (mention === null || mentionsIn(item).includes(mention)) &&
    (audience === null || item.audience === audience)
  )
}

export const isOpen = (item: ListedItem): boolean =>
  item.kind === 'annotation' ? item.resolved === null : item.state === 'open'

/** Who said something in it, whoever decided it aside. */
export const speakersOf = (item: ListedItem): readonly string[] =>
  item.kind === 'annotation' ? [item.author, ...item.replies.map(({ author }) => author)] : [item.author]

const mentionsIn = (item: ListedItem): readonly string[] =>
  item.kind === 'annotation' ? [...item.mentions, ...item.replies.flatMap(({ mentions }) => mentions)] : []
