import type { KnownRecord } from '../../ipc/review'
import { audiences, type ReviewRecord } from '../record'
import type { ReviewOwner, ReviewSources } from '../review'
import { withMembers } from './self-author'

/** Sources while records are put into a copy of them. */
export interface GrowingSources extends ReviewSources {
  readonly records: Map<string, KnownRecord>
  readonly about: Map<string, readonly string[]>
  readonly choices: string[]
}

export const noSources = (owner: ReviewOwner): ReviewSources => ({
  owner,
  records: new Map(),
  about: new Map(),
  choices: [],
})

export const growing = ({ owner, records, about, choices }: ReviewSources): GrowingSources => ({
  owner,
  records: new Map(records),
  about: new Map(about),
  choices: [...choices],
})

/** Puts one record in and says which are touched: it and what it took the place of; none where it says nothing new. */
export function put(sources: GrowingSources, added: KnownRecord): ReviewRecord[] {
  const known = withMembers(added, sources.owner)
  const { record } = known
  const before = sources.records.get(record.id)
  if (before && !goesBefore(known, before)) return []
  if (before) unlink(sources, before.record)
  sources.records.set(record.id, known)
  link(sources, record)
  return before ? [record, before.record] : [record]
}

/**
 * Which of two records with one id is meant. The host lets no id be used twice, so this is for damage and forgery: what
 * the host has goes before what waits for it, what all may read before what few may, and otherwise any rule does that is
 * the same everywhere.
 */
function goesBefore(one: KnownRecord, other: KnownRecord): boolean {
  if (one.sent !== other.sent) return one.sent
  const rank = audiences.indexOf(one.audience) - audiences.indexOf(other.audience)
  if (rank !== 0) return rank < 0
  return one.record !== other.record && JSON.stringify(one.record) < JSON.stringify(other.record)
}

const isChoice = ({ kind }: ReviewRecord): boolean =>
  kind === 'preference.given' || kind === 'options.decided'

function link({ about, choices }: GrowingSources, record: ReviewRecord): void {
  if ('of' in record) about.set(record.of, [...(about.get(record.of) ?? []), record.id])
  else if (isChoice(record)) choices.push(record.id)
}

function unlink({ about, choices }: GrowingSources, record: ReviewRecord): void {
  const without = (ids: readonly string[] = []): string[] => ids.filter(id => id !== record.id)
  if ('of' in record) about.set(record.of, without(about.get(record.of)))
  else if (isChoice(record)) choices.splice(choices.indexOf(record.id), 1)
}

/**
 * The annotation, proposal or tracked change that a record belongs to; undefined while what it is about is unknown. An
 * annotation's replies are about the annotation itself, never about a reply, so two steps lead there.
 */
export function rootOf({ records }: ReviewSources, record: ReviewRecord): string | undefined {
  if (!('of' in record)) return isChoice(record) ? undefined : record.id
  const target = records.get(record.of)?.record
  if (!target || !('of' in target)) return target?.id
  const root = records.get(target.of)?.record
  return root && !('of' in root) ? root.id : undefined
}
