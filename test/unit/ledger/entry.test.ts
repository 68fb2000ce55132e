import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { brokenEntries, Entry, noEntry, replay } from '../../../shared/ledger/entry'
import { canonicalJson } from '../../../shared/util/canonical-json'
import { committee, invite, tomorrow } from '../../support/ledger-fixture'

function someEntries() {
  const at = committee()
  at.ask(invite('secretary', 'Một'))
  at.ask(invite('drafter', 'Hai'))
  at.ask({ kind: 'member.inviteAgain', member: [...at.ledger.members.keys()][0], expires: tomorrow })
  at.ask({ kind: 'section.lock', section: 's1' })
  return at
}

test('every command leaves who, when and what, and the record replayed is the ledger', () => {
  const { entries, ledger } = someEntries()
  expect(entries.map(({ seq, by, fact }) => [seq, by.kind, fact.kind])).toEqual([
    [1, 'operator', 'member.invite'],
    [2, 'operator', 'member.invite'],
    [3, 'operator', 'member.inviteAgain'],
    [4, 'operator', 'section.lock'],
  ])
  expect(replay(entries.map(entry => Entry.parse(JSON.parse(JSON.stringify(entry)))))).toEqual(ledger)
})

test('a second implementation comes to the same chain of hashes', () => {
  let before = noEntry
  for (const { hash, ...content } of someEntries().entries) {
    expect(content.prev).toBe(before)
    expect(hash).toBe(createHash('sha256').update(sorted(content)).digest('hex'))
    before = hash
  }
})

test('a changed, missing, moved or inserted entry shows', () => {
  const { entries } = someEntries()
  const [first, second, third, fourth] = entries as [Entry, Entry, Entry, Entry]
  expect(brokenEntries(entries)).toEqual([])
  expect(brokenEntries([first, { ...second, at: tomorrow }, third, fourth])).toEqual([2])
  expect(brokenEntries([first, third, fourth])).toEqual([3])
  expect(brokenEntries([second, first, third, fourth])).toEqual([2, 1, 3])
  expect(brokenEntries([first, second, second, third, fourth])).toEqual([2])
})

test('an entry about somebody who is missing changes nothing', () => {
  const { entries } = someEntries()
  expect([...replay(entries.slice(1)).members.values()].map(({ name }) => name)).toEqual(['Hai'])
})

test('canonical JSON does not depend on the order in which fields were written', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ớ' }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":"ớ","d":null}]}',
  )
})

/** Sorts through a replacer instead of by hand. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
