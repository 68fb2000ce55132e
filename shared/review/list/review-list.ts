import { outlineOf } from '../../outline/outline'
import { numberStyleOf } from '../../print/number-style-of'
import type { BlockId } from '../../report/ids'
import type { Report } from '../../report/report'
import type { Anchor } from '../anchor'
import { placesIn } from '../places'
import type { Audience } from '../record'
import { byTime } from '../record-order'
import type { Annotation, Proposal, ProposalState, Review } from '../review'
import { changeWords, type ChangeWords } from './change-words'
import { peopleIn, type Person, type PersonOf } from './people'
import { passesFilter, type ListedItem, type ReviewFilter } from './review-filter'

/** One line of a list that is printed or saved as a table. Everything in it is decided but the words around it. */
export interface ReviewRow {
  readonly id: string
  /** 1, 2, 3, … */
  readonly number: number
  readonly audience: Audience
  readonly section: ListedSection
  /** The words it is about, as they were; empty where it is about a whole section or block. */
  readonly quote: string
  readonly author: Person
  readonly at: string
  /** The remark, or the reason of a proposal. */
  readonly text: string
  /** Of a proposal. */
  readonly change: ChangeWords | null
  readonly state: 'resolved' | ProposalState
  /** Who resolved or decided it; the reason of a rejection may be empty. */
  readonly decided: { readonly by: Person; readonly at: string; readonly reason: string } | null
  readonly assigned: Person | null
  readonly replies: readonly { readonly by: Person; readonly at: string; readonly text: string }[]
}

export interface ListedSection {
  /** Null before the first heading, and where it is gone. */
  readonly id: BlockId | null
  /** "Phần thứ nhất / A / I"; empty where there is none. */
  readonly path: string
  /** Where the section is gone: number and title as they were. */
  readonly title: string
  readonly isGone: boolean
}

/** Where the report shows an anchor now, for who knows better than the ids in it (`resolveAnchor`). */
export type AnchorNow = (item: ListedItem) => Anchor

interface Sources {
  readonly review: Pick<Review, 'annotations' | 'proposals'>
  readonly report: Report
  readonly ledger: { readonly members: readonly Person[] }
  readonly anchorNow?: AnchorNow
}

/** What passes the filter, in the order of the text; about one place by time. What is gone comes last. */
export function reviewList(
  { review, report, ledger, anchorNow = item => item.anchor }: Sources,
  filter: ReviewFilter,
): ReviewRow[] {
  const places = placesIn(report.text)
  const personOf = peopleIn(ledger)
  const sectionOf = sectionsIn(report)
  return [...review.annotations, ...review.proposals]
    .map(item => {
      const anchor = anchorNow(item)
      const headings = places.headingsOf({ kind: 'anchor', anchor })
      return { item, headings, order: places.orderOf(anchor) }
    })
    .filter(({ item, headings }) =>
      passesFilter(item, filter, { headings: headings ?? [], unitOf: id => personOf(id).unit }),
    )
    .sort((a, b) => a.order - b.order || byTime(a.item, b.item))
    .map(({ item, headings }, index) => ({
      number: index + 1,
      section: sectionOf(headings, item.anchor),
      ...(item.kind === 'annotation' ? annotationRow(item, personOf) : proposalRow(item, personOf, report)),
    }))
}

function sectionsIn({ text, fields }: Report) {
  const items = outlineOf(text, numberStyleOf(fields)).items
  const known = new Map(items.map(item => [item.id, item]))
  return (headings: readonly BlockId[] | null, { sectionTitle }: Anchor): ListedSection => {
    if (!headings) return { id: null, path: '', title: sectionTitle, isGone: true }
    const inner = headings.at(-1)
    const item = inner === undefined ? undefined : known.get(inner)
    return { id: item?.id ?? null, path: item?.path ?? '', title: item?.title ?? '', isGone: false }
  }
}

type Row = Omit<ReviewRow, 'number' | 'section'>

function annotationRow(annotation: Annotation, personOf: PersonOf): Row {
  const { id, audience, anchor, author, at, text, resolved, assigned, replies } = annotation
  return {
    ...{ id, audience, at, text, quote: anchor.quote, author: personOf(author), change: null },
    state: resolved ? 'resolved' : 'open',
    decided: resolved && { by: personOf(resolved.by), at: resolved.at, reason: '' },
    assigned: assigned === null ? null : personOf(assigned),
    replies: replies.map(reply => ({ by: personOf(reply.author), at: reply.at, text: reply.text })),
  }
}

function proposalRow(proposal: Proposal, personOf: PersonOf, report: Report): Row {
  const { id, audience, anchor, author, at, reason, change, state, decided } = proposal
  return {
    ...{ id, audience, at, text: reason, quote: anchor.quote, author: personOf(author), state },
    change: changeWords(change, report),
    decided: decided && { ...decided, by: personOf(decided.by) },
    ...{ assigned: null, replies: [] },
  }
}
