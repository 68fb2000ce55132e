import { isOwnOnly, mayFollow } from '../fold/about'
import type { Kind } from '../fold/known'
import { rootOf } from '../fold/sources'
import type { ReviewRecord } from '../record'
import type { Annotation, Proposal, ReviewItem, TrackedChange } from '../review'
import { unreachable } from '../../util/exhaustive'
import { isLockedThere, mayThere, placeOf, unless, type Adding, type ReviewRefusal } from './adding'
import { mayEdit } from './new-record'

/** A record that says something about an earlier one. */
export type RecordAbout = Extract<ReviewRecord, { of: string }>

/** What stands is computed anew with each record about a thing, so nobody may say things about it without end. */
export const mostAboutOne = 500
/** But an end may always be put to it. */
const endless: readonly Kind[] = [
  'annotation.replied',
  'annotation.edited',
  'annotation.assigned',
  'annotation.reopened',
  'proposal.reopened',
]

export function refuseAbout(record: RecordAbout, adding: Adding): ReviewRefusal | null {
  const { sources, items } = adding.review
  const target = sources.records.get(record.of)
  if (!target) return 'unknown-record'
  if (target.audience !== adding.audience) return 'wrong-audience'
  if (!mayFollow(record.kind, target.record.kind)) return 'wrong-kind'
  if (isOwnOnly(record.kind) && record.author !== target.record.author) return 'not-own'
  const said = sources.about.get(record.of)?.length ?? 0
  if (endless.includes(record.kind) && said >= mostAboutOne) return 'too-many'
  const item = items.get(rootOf(sources, target.record) ?? '')
  return item ? refuseOn(item, record, adding) : 'unknown-record'
}

function refuseOn(item: ReviewItem, record: RecordAbout, adding: Adding): ReviewRefusal | null {
  switch (item.kind) {
    case 'annotation':
      return refuseOnAnnotation(item, record, adding)
    case 'proposal':
      return refuseOnProposal(item, record, adding)
    case 'tracked':
      return refuseOnTracked(item, record, adding)
    default:
      return unreachable(item)
  }
}

function refuseOnAnnotation(
  annotation: Annotation,
  record: RecordAbout,
  adding: Adding,
): ReviewRefusal | null {
  const mayAnnotate = mayThere(adding, 'annotate', placeOf(annotation.anchor))
  const { resolved } = annotation
  switch (record.kind) {
    case 'annotation.edited':
      return unless(mayAnnotate, 'no-right') ?? unless(stands(annotation, record.of), 'no-change')
    case 'annotation.removed':
      return unless(stands(annotation, record.of), 'no-change')
    case 'annotation.assigned':
      return unless(maySettle(annotation, record.author, adding), 'no-right')
    case 'annotation.resolved':
      return (
        unless(maySettle(annotation, record.author, adding), 'no-right') ??
        unless(resolved === null, 'no-change')
      )
    // Opening it again loses nothing, so whoever may say why is free to.
    case 'annotation.reopened':
      return (
        unless(mayAnnotate || maySettle(annotation, record.author, adding), 'no-right') ??
        unless(resolved !== null, 'no-change')
      )
    default:
      return unless(mayAnnotate, 'no-right')
  }
}

const stands = ({ id, removed, replies }: Annotation, of: string): boolean =>
  of === id ? !removed : replies.some(reply => reply.id === of)

/** Its author, whoever is asked to see to it, and whoever may change the words it is about. */
const maySettle = ({ author, assigned, anchor }: Annotation, who: string, adding: Adding): boolean =>
  author === who || assigned === who || mayThere(adding, 'edit', placeOf(anchor))

function refuseOnProposal(proposal: Proposal, record: RecordAbout, adding: Adding): ReviewRefusal | null {
  const place = placeOf(proposal.anchor)
  const { state } = proposal
  switch (record.kind) {
    // What was rejected meanwhile is no hindrance: the edit is in the text by now.
    case 'proposal.accepted':
      return mayEdit(adding, place) ?? unless(state !== 'accepted', 'no-change')
    case 'proposal.rejected':
      return unless(mayThere(adding, 'edit', place), 'no-right') ?? unless(state === 'open', 'no-change')
    case 'proposal.withdrawn':
      return unless(state === 'open', 'no-change')
    default:
      return refuseReopening(proposal, record.author, adding)
  }
}

function refuseReopening(
  { state, decided, anchor }: Proposal,
  who: string,
  adding: Adding,
): ReviewRefusal | null {
  switch (state) {
    case 'open':
      return 'no-change'
    case 'withdrawn':
      return unless(decided?.by === who, 'not-own')
    case 'rejected':
      return unless(decided?.by === who || mayThere(adding, 'edit', placeOf(anchor)), 'no-right')
    case 'accepted':
      return mayEdit(adding, placeOf(anchor))
    default:
      return unreachable(state)
  }
}

function refuseOnTracked(tracked: TrackedChange, record: RecordAbout, adding: Adding): ReviewRefusal | null {
  const place = placeOf(tracked.anchor)
  const takesBack = record.kind === 'change.settled' && !record.kept
  const may =
    mayThere(adding, 'edit', place) || (!takesBack && mayThere(adding, 'approve', place)) ? null : 'no-right'
  return (
    may ??
    unless(!takesBack || !isLockedThere(adding, place), 'locked') ??
    unless(tracked.settled === null, 'no-change')
  )
}
