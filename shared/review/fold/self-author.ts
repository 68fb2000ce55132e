import type { KnownRecord } from '../../ipc/review'
import { selfAuthor, type ReviewRecord } from '../record'
import type { ReviewOwner } from '../review'

/**
 * The record with members in place of `self`: what was written before there was a committee is its founder's. What only
 * its author may see lies in the author's own file, so there it is the member at this program.
 */
export function withMembers(known: KnownRecord, { self, founder }: ReviewOwner): KnownRecord {
  const member = known.audience === 'own' ? (self ?? founder) : founder
  const record = member === null ? known.record : memberFor(known.record, member)
  return record === known.record ? known : { ...known, record }
}

function memberFor(record: ReviewRecord, member: string): ReviewRecord {
  const author = record.author === selfAuthor ? { author: member } : undefined
  const named = mentioned(record, member)
  return author || named ? { ...record, ...author, ...named } : record
}

function mentioned(record: ReviewRecord, member: string): object | undefined {
  if (record.kind === 'annotation.assigned' && record.member === selfAuthor) return { member }
  if (!('mentions' in record) || !record.mentions.includes(selfAuthor)) return undefined
  return { mentions: record.mentions.map(one => (one === selfAuthor ? member : one)) }
}
