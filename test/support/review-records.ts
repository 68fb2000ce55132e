import type { KnownRecord } from '../../shared/ipc/review'
import type { Anchor } from '../../shared/review/anchor'
import type { Change } from '../../shared/review/change'
import type { Audience, RecordOf, ReviewRecord } from '../../shared/review/record'
import type { ReviewOwner } from '../../shared/review/review'

type Kind = ReviewRecord['kind']
type Given<Wanted extends Kind> = Partial<RecordOf<Wanted>> & { id: string }

export const noOwner: ReviewOwner = { self: null, founder: null }

/** Minutes after nine on a fixed day. */
export const minute = (minutes: number): string =>
  new Date(Date.UTC(2026, 2, 31, 9) + Math.round(minutes * 60_000)).toISOString()

export const anchorAt = (section: string, target: Anchor['target'] = { kind: 'section' }): Anchor => ({
  ...{ section, sectionTitle: 'I- Mở đầu', target, quote: '', before: '', after: '' },
})

export const wordsChange: Change = { kind: 'words', was: 'một', now: 'hai' }

const plain: { readonly [Wanted in Kind]: Omit<RecordOf<Wanted>, 'id' | 'author' | 'at' | 'kind'> } = {
  'annotation.added': { anchor: anchorAt('A'), text: 'Xem lại', mentions: [] },
  'annotation.replied': { of: '', text: 'Đã xem', mentions: [] },
  'annotation.edited': { of: '', text: 'Viết lại', mentions: [] },
  'annotation.removed': { of: '' },
  'annotation.assigned': { of: '', member: 'an' },
  'annotation.resolved': { of: '' },
  'annotation.reopened': { of: '' },
  'proposal.added': { anchor: anchorAt('A'), change: wordsChange, reason: '', counters: null, group: null },
  'proposal.accepted': { of: '' },
  'proposal.rejected': { of: '', reason: 'Không cần' },
  'proposal.withdrawn': { of: '' },
  'proposal.reopened': { of: '' },
  'preference.given': { options: 'O', wording: 'w1', reason: '' },
  'options.decided': { options: 'O', wording: 'w1', reason: '', rejected: [] },
  'change.tracked': { anchor: anchorAt('A'), was: 'trước', after: null },
  'change.settled': { of: '', kept: true },
}

/** A record of that kind, by "an" at nine unless it says otherwise. */
export const recordOf = <Wanted extends Kind>(kind: Wanted, given: Given<Wanted>): RecordOf<Wanted> =>
  ({ author: 'an', at: minute(0), ...plain[kind], ...given, kind }) as unknown as RecordOf<Wanted>

export const known = (record: ReviewRecord, audience: Audience = 'all', sent = true): KnownRecord => ({
  ...{ record, audience, sent },
})

/** Records known to all. */
export const knownAll = (...records: ReviewRecord[]): KnownRecord[] => records.map(record => known(record))

export const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] => {
  const rest = [...items]
  return items.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0] as Item)
}
