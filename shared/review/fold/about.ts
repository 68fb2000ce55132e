import type { KnownRecord } from '../../ipc/review'
import type { Kind } from './known'
import { byTime } from '../record-order'
import type { ReviewSources } from '../review'

/** What may be said about a record of each kind. Everything else says nothing. */
const follows: Partial<Record<Kind, readonly Kind[]>> = {
  'annotation.added': [
    'annotation.replied',
    'annotation.edited',
    'annotation.removed',
    'annotation.assigned',
    'annotation.resolved',
    'annotation.reopened',
  ],
  'annotation.replied': ['annotation.edited', 'annotation.removed'],
  'proposal.added': ['proposal.accepted', 'proposal.rejected', 'proposal.withdrawn', 'proposal.reopened'],
  'change.tracked': ['change.settled'],
}

/** What only the author of a record may say about it. */
const ownOnly: readonly Kind[] = ['annotation.edited', 'annotation.removed', 'proposal.withdrawn']

export const mayFollow = (kind: Kind, target: Kind): boolean => follows[target]?.includes(kind) ?? false
export const isOwnOnly = (kind: Kind): boolean => ownOnly.includes(kind)

/** The records about one that count, in order. */
export type About = (target: KnownRecord) => readonly KnownRecord[]

/**
 * The host checks each record before it takes it. What it could not have taken counts for nothing here all the same, so
 * that a file or a host that was tampered with cannot put words into somebody's mouth.
 */
export const aboutIn =
  ({ records, about }: ReviewSources): About =>
  target =>
    (about.get(target.record.id) ?? [])
      .flatMap(id => records.get(id) ?? [])
      .filter(one => counts(one, target))
      .sort((a, b) => byTime(a.record, b.record))

const counts = ({ record, audience }: KnownRecord, target: KnownRecord): boolean =>
  audience === target.audience &&
  mayFollow(record.kind, target.record.kind) &&
  (!isOwnOnly(record.kind) || record.author === target.record.author)
