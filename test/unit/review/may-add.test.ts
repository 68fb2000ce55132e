import { describe, expect, test } from 'vitest'
import type { Member } from '../../../shared/permissions/member'
import { wholeReport } from '../../../shared/permissions/member'
import type { Right, Role } from '../../../shared/permissions/rights'
import type { BlockId } from '../../../shared/report/ids'
import { mayAdd, refusedOf } from '../../../shared/review/may-add'
import { audiences, ReviewRecord, selfAuthor } from '../../../shared/review/record'
import { reviewOf } from '../../../shared/review/review-of'
import type { Adding } from '../../../shared/review/rules/adding'
import { mostAboutOne } from '../../../shared/review/rules/record-about'
import { known, knownAll, minute, noOwner, recordOf } from '../../support/review-records'

/*
 * Nine people look at one section: its secretary, the author of all that stands there ("an", a drafter), whoever is
 * asked to see to it, a drafter who may edit it, one who may not, a leader, a leader of another section, one who may
 * only annotate, and a reader.
 */
const member = (id: string, role: Role, here?: readonly Right[]): Member => ({
  id,
  role,
  grants: new Map(here ? [['A' as BlockId, here]] : []),
})
const people = {
  S: member('secretary', 'secretary'),
  O: member('an', 'drafter'),
  T: member('asked', 'drafter'),
  E: member('editor', 'drafter', ['read', 'annotate', 'propose', 'edit']),
  D: member('drafter', 'drafter'),
  L: member('leader', 'leader'),
  M: member('leader-elsewhere', 'leader', ['read']),
  N: member('noter', 'reader', ['read', 'annotate']),
  R: member('reader', 'reader'),
}
type Person = keyof typeof people

const stands = [
  recordOf('annotation.added', { id: 'remark-open' }),
  recordOf('annotation.assigned', { id: 'assigned-01', of: 'remark-open', member: 'asked' }),
  recordOf('annotation.replied', { id: 'reply-open0', of: 'remark-open' }),
  recordOf('annotation.added', { id: 'remark-done' }),
  recordOf('annotation.assigned', { id: 'assigned-02', of: 'remark-done', member: 'asked' }),
  recordOf('annotation.resolved', { id: 'resolved-01', of: 'remark-done' }),
  recordOf('annotation.added', { id: 'remark-gone' }),
  recordOf('annotation.removed', { id: 'removed-001', of: 'remark-gone' }),
  recordOf('proposal.added', { id: 'proposal-open' }),
  recordOf('proposal.added', { id: 'proposal-taken' }),
  recordOf('proposal.accepted', { id: 'accepted-01', of: 'proposal-taken', author: 'editor' }),
  recordOf('proposal.added', { id: 'proposal-refused' }),
  recordOf('proposal.rejected', { id: 'rejected-01', of: 'proposal-refused', author: 'drafter' }),
  recordOf('proposal.added', { id: 'proposal-back' }),
  recordOf('proposal.withdrawn', { id: 'withdrawn-1', of: 'proposal-back' }),
  recordOf('change.tracked', { id: 'change-open' }),
  recordOf('change.tracked', { id: 'change-done' }),
  recordOf('change.settled', { id: 'settled-001', of: 'change-done' }),
]
const review = reviewOf(knownAll(...stands), noOwner)

const adding = (given: Partial<Adding> = {}): Adding => ({
  audience: 'all',
  member: people.S,
  review,
  headingsOf: () => ['A' as BlockId],
  locks: new Set(),
  now: Date.parse(minute(0)),
  ...given,
})

const id = 'new-record0'
const about = (kind: Extract<ReviewRecord, { of: string }>['kind'], of: string): ReviewRecord =>
  recordOf(kind, { id, of })
const settle = (of: string, kept: boolean) => recordOf('change.settled', { id, of, kept })

const ask = (record: ReviewRecord, person: Person, given: Partial<Adding> = {}) =>
  mayAdd({ ...record, author: people[person].id }, adding({ member: people[person], ...given }))

/** Those who may, of all nine. */
const allowed = (record: ReviewRecord, given: Partial<Adding> = {}): string =>
  (Object.keys(people) as Person[]).filter(person => ask(record, person, given) === null).join('')

const table: [string, ReviewRecord, string][] = [
  ['annotates', recordOf('annotation.added', { id }), 'SOTEDLN'],
  ['proposes', recordOf('proposal.added', { id }), 'SOTEDL'],
  ['counters', recordOf('proposal.added', { id, counters: 'proposal-open' }), 'SOTEDL'],
  ['counters what was rejected', recordOf('proposal.added', { id, counters: 'proposal-refused' }), 'SOTEDL'],
  ['tracks a change', recordOf('change.tracked', { id }), 'SE'],
  ['prefers a wording', recordOf('preference.given', { id }), 'LM'],
  ['decides on a wording', recordOf('options.decided', { id }), 'SL'],

  ['replies', about('annotation.replied', 'remark-open'), 'SOTEDLN'],
  ['replies to what is resolved', about('annotation.replied', 'remark-done'), 'SOTEDLN'],
  ['replies to what was taken back', about('annotation.replied', 'remark-gone'), 'SOTEDLN'],
  ['edits an annotation', about('annotation.edited', 'remark-open'), 'O'],
  ['edits a reply', about('annotation.edited', 'reply-open0'), 'O'],
  ['edits in a resolved thread', about('annotation.edited', 'remark-done'), 'O'],
  ['edits what was taken back', about('annotation.edited', 'remark-gone'), ''],
  ['takes an annotation back', about('annotation.removed', 'remark-open'), 'O'],
  ['takes a reply back', about('annotation.removed', 'reply-open0'), 'O'],
  ['takes back what was taken back', about('annotation.removed', 'remark-gone'), ''],
  ['assigns', about('annotation.assigned', 'remark-open'), 'SOTE'],
  ['assigns a reply', about('annotation.assigned', 'reply-open0'), ''],
  ['resolves', about('annotation.resolved', 'remark-open'), 'SOTE'],
  ['resolves what is resolved', about('annotation.resolved', 'remark-done'), ''],
  ['resolves a reply', about('annotation.resolved', 'reply-open0'), ''],
  ['resolves a proposal', about('annotation.resolved', 'proposal-open'), ''],
  ['reopens', about('annotation.reopened', 'remark-done'), 'SOTEDLN'],
  ['reopens what is open', about('annotation.reopened', 'remark-open'), ''],

  ['accepts', about('proposal.accepted', 'proposal-open'), 'SE'],
  ['accepts what is accepted', about('proposal.accepted', 'proposal-taken'), ''],
  ['accepts what was rejected meanwhile', about('proposal.accepted', 'proposal-refused'), 'SE'],
  ['accepts what was withdrawn meanwhile', about('proposal.accepted', 'proposal-back'), 'SE'],
  ['accepts an annotation', about('proposal.accepted', 'remark-open'), ''],
  ['rejects', about('proposal.rejected', 'proposal-open'), 'SE'],
  ['rejects what is accepted', about('proposal.rejected', 'proposal-taken'), ''],
  ['rejects what is rejected', about('proposal.rejected', 'proposal-refused'), ''],
  ['rejects what is withdrawn', about('proposal.rejected', 'proposal-back'), ''],
  ['withdraws', about('proposal.withdrawn', 'proposal-open'), 'O'],
  ['withdraws what is accepted', about('proposal.withdrawn', 'proposal-taken'), ''],
  ['withdraws what is rejected', about('proposal.withdrawn', 'proposal-refused'), ''],
  ['withdraws what is withdrawn', about('proposal.withdrawn', 'proposal-back'), ''],
  ['reopens what is open', about('proposal.reopened', 'proposal-open'), ''],
  ['reopens what is accepted', about('proposal.reopened', 'proposal-taken'), 'SE'],
  ['reopens what is rejected', about('proposal.reopened', 'proposal-refused'), 'SED'],
  ['reopens what is withdrawn', about('proposal.reopened', 'proposal-back'), 'O'],

  ['keeps a tracked change', settle('change-open', true), 'SEL'],
  ['takes a tracked change back', settle('change-open', false), 'SE'],
  ['keeps what is settled', settle('change-done', true), ''],
  ['takes back what is settled', settle('change-done', false), ''],
]

test.each(table)('who %s', (_, record, who) => {
  expect(allowed(record)).toBe(who)
})

test('the table asks about every kind of record', () => {
  const asked = new Set(table.map(([, record]) => record.kind))
  expect(asked).toEqual(new Set(ReviewRecord.options.map(({ shape }) => shape.kind.value)))
})

const changesTextOnly = ['tracks', 'decides', 'accepts', 'reopens what is accepted', 'takes a tracked']
test.each(table.filter(([, , who]) => who !== ''))(
  'in a locked section only what would change its text is refused: who %s',
  (name, record, who) => {
    const isRefused = changesTextOnly.some(begin => name.startsWith(begin))
    expect(allowed(record, { locks: new Set(['A' as BlockId]) })).toBe(isRefused ? '' : who)
    expect(allowed(record, { locks: new Set(['B' as BlockId]) })).toBe(who)
  },
)

test.each(table)('a report without a committee belongs to whoever has it: %s', (_, record, who) => {
  const mine = reviewOf(knownAll(...stands.map(one => ({ ...one, author: selfAuthor }))), noOwner)
  const refusal = mayAdd({ ...record, author: selfAuthor }, adding({ member: null, review: mine }))
  expect(refusal === null).toBe(who !== '')
})

describe('nobody may', () => {
  const remark = recordOf('annotation.added', { id })

  test('write in another’s name, the secretary included', () => {
    expect(mayAdd(remark, adding())).toBe('wrong-author')
    expect(mayAdd({ ...remark, author: selfAuthor }, adding())).toBe('wrong-author')
    expect(mayAdd(remark, adding({ member: null }))).toBe('wrong-author')
  })

  test('write from the future, though clocks may differ a little', () => {
    expect(ask({ ...remark, at: minute(5) }, 'S')).toBeNull()
    expect(ask({ ...remark, at: minute(5.01) }, 'S')).toBe('in-future')
  })

  test('use an id again', () => {
    expect(ask({ ...remark, id: 'remark-open' }, 'O')).toBe('known-id')
    expect(ask(recordOf('preference.given', { id: 'resolved-01' }), 'L')).toBe('known-id')
  })

  test('speak among leaders, unless a leader', () => {
    expect(allowed(remark, { audience: 'leaders' })).toBe('L')
    expect(mayAdd({ ...remark, author: selfAuthor }, adding({ member: null, audience: 'leaders' }))).toBe(
      'wrong-audience',
    )
  })

  test.each(table.filter(([, record, who]) => 'of' in record && who !== ''))(
    'answer where others read than those who read what is answered: %s',
    (_, record) => {
      for (const audience of audiences)
        for (const other of audiences) {
          const moved = reviewOf(
            stands.map(one => known(one, audience)),
            noOwner,
          )
          const answers = allowed(record, { audience: other, review: moved })
          if (audience !== other) expect(answers).toBe('')
        }
    },
  )

  test('answer what is not there, or answer a reply', () => {
    expect(ask(about('annotation.replied', 'nothing-000'), 'S')).toBe('unknown-record')
    expect(ask(recordOf('proposal.added', { id, counters: 'nothing-000' }), 'S')).toBe('unknown-record')
    expect(ask(recordOf('proposal.added', { id, counters: 'remark-open' }), 'S')).toBe('wrong-kind')
    expect(ask(about('annotation.replied', 'reply-open0'), 'S')).toBe('wrong-kind')
    const orphan = reviewOf(knownAll(recordOf('annotation.replied', { id: 'reply-lost0', of: 'x' })), noOwner)
    expect(ask(about('annotation.edited', 'reply-lost0'), 'O', { review: orphan })).toBe('unknown-record')
  })
})

test('to oneself one may say anything, a reader too', () => {
  const own = reviewOf(
    stands.map(one => known({ ...one, author: 'reader' }, 'own')),
    noOwner,
  )
  const given = { audience: 'own', review: own } as const
  expect(ask(recordOf('annotation.added', { id }), 'R', given)).toBeNull()
  expect(ask(about('annotation.resolved', 'remark-open'), 'R', given)).toBeNull()
  expect(ask(about('annotation.reopened', 'remark-open'), 'R', given)).toBe('no-change')
})

test('where a place is gone, a right anywhere is enough, so that nothing said about it is lost', () => {
  const remark = recordOf('annotation.added', { id })
  expect(allowed(remark, { headingsOf: () => null })).toBe('SOTEDLMN')
  expect(allowed(about('proposal.rejected', 'proposal-open'), { headingsOf: () => null })).toBe('SE')
  const nothing = member('shut', 'drafter')
  const shut = { ...nothing, grants: new Map([[wholeReport, ['read']]]) as Member['grants'] }
  const refusal = mayAdd({ ...remark, author: 'shut' }, adding({ member: shut, headingsOf: () => null }))
  expect(refusal).toBe('no-right')
})

describe('of several records', () => {
  const remark = recordOf('annotation.added', { id: 'remark-new0', author: 'secretary' })
  const mine = { author: 'secretary', of: remark.id }

  test('each may be about those before it', () => {
    const reply = recordOf('annotation.replied', { ...mine, id: 'reply-new00' })
    const edited = recordOf('annotation.edited', { ...mine, id: 'edit-new000', of: reply.id })
    expect(refusedOf([remark, reply, edited], adding())).toBeNull()
    expect(refusedOf([reply, remark], adding())).toEqual({ record: reply, refusal: 'unknown-record' })
  })

  test('none may repeat what one before it did', () => {
    const first = recordOf('annotation.resolved', { ...mine, id: 'resolve-new' })
    const second = { ...first, id: 'resolve-two' }
    expect(refusedOf([remark, first, second], adding())?.refusal).toBe('no-change')
    const twice = { ...first, of: 'remark-open' }
    expect(refusedOf([twice, { ...twice, id: 'resolve-two' }], adding())?.refusal).toBe('no-change')
    expect(refusedOf([remark, remark], adding())?.refusal).toBe('known-id')
  })
})

test('about one thing five hundred things may be said, and then still that it is done', () => {
  const replies = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      recordOf('annotation.replied', { id: `reply-${at}-many`, of: 'remark-open', author: 'secretary' }),
    )
  const before = review.sources.about.get('remark-open')?.length ?? 0
  expect(refusedOf(replies(mostAboutOne - before), adding())).toBeNull()
  expect(refusedOf(replies(mostAboutOne), adding())?.refusal).toBe('too-many')
  const done = recordOf('annotation.resolved', { id, of: 'remark-open', author: 'secretary' })
  expect(refusedOf([...replies(mostAboutOne - before), done], adding())).toBeNull()
})
