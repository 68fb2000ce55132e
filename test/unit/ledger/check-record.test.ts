import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSigned } from '../../../electron/host/identity/identity'
import { checkRecord, type Finding, type OtherRecord } from '../../../shared/ledger/check-record'
import type { Entry } from '../../../shared/ledger/entry'
import { ApprovalRoom } from '../../support/approval-room'

const room = new ApprovalRoom()
const lan = room.join('leader', 'Nguyễn Thị Lan')
room.approve(lan, 'L')
room.ask({ kind: 'section.unlock', section: 'L', reason: 'Sửa số liệu' })
room.approve(lan, 'B')
/** 1 founded, 2 invited, 3 joined, 4 approved L, 5 unlocked, 6 approved B. */
const entries = [...room.ledger.record]
const json = (list: readonly unknown[]): string[] => list.map(entry => JSON.stringify(entry))

const findings = (rows: readonly string[], others: readonly OtherRecord[] = []): readonly Finding[] =>
  checkRecord(rows, { report: 'report-1', isSigned, others }).findings

/** The hash of an entry, by Node alone. */
const hashed = ({ hash: _hash, ...content }: Entry): Entry => {
  const sorted = JSON.stringify(content, (_name, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
  return { ...content, hash: createHash('sha256').update(sorted).digest('hex') }
}

/** As somebody would who can write the file: this entry, and every hash behind it made anew. */
function rewritten(index: number, change: (entry: Entry) => Entry): Entry[] {
  const list = [...entries]
  for (let at = index; at < list.length; at++) {
    const changed = at === index ? change(list[at]!) : list[at]!
    list[at] = hashed({ ...changed, prev: list[at - 1]?.hash ?? changed.prev })
  }
  return list
}

const unlockedBy = (reason: string) => (entry: Entry) =>
  ({ ...entry, fact: { kind: 'section.unlock', section: 'L', reason } }) as Entry

test('a record as it was written is sound, and a second implementation makes the same hashes', () => {
  expect(findings(json(entries))).toEqual([])
  expect(entries.map(hashed)).toEqual(entries)
})

test('every single entry that is changed, removed or put elsewhere is found', () => {
  for (const [index, entry] of entries.entries()) {
    const changed = json(
      entries.map(one => (one === entry ? { ...one, at: '2026-01-01T00:00:00.000Z' } : one)),
    )
    expect(findings(changed)).toContainEqual({ kind: 'changed', seq: entry.seq })
    if (index === entries.length - 1) continue
    const without = json(entries.filter(one => one !== entry))
    expect(findings(without)).toContainEqual({ kind: 'missing', seq: entry.seq, last: entry.seq })
    const swapped = [...entries]
    swapped.splice(index, 2, entries[index + 1]!, entry)
    expect(findings(json(swapped))).toContainEqual({ kind: 'moved', seq: entry.seq })
  }
})

test('several entries that are gone are one finding, and a row that is no entry is another', () => {
  const rows = json(entries)
  expect(findings([rows[0]!, rows[4]!, rows[5]!])).toContainEqual({ kind: 'missing', seq: 2, last: 4 })
  expect(findings([...rows.slice(0, 5), '{"seq":6', rows[5]!])).toEqual([{ kind: 'unreadable', seq: 6 }])
})

test('an entry that is changed with its own hash made anew is betrayed by the one behind it', () => {
  const list = [...entries]
  list[4] = hashed(unlockedBy('Lý do khác')(list[4]!))
  expect(findings(json(list))).toEqual([{ kind: 'changed', seq: 5 }])
})

test('a chain that is rewritten to its end is sound by itself, and any copy of it tells', () => {
  const forged = rewritten(4, unlockedBy('Lý do khác'))
  expect(findings(json(forged))).toEqual([])
  expect(findings(json(forged), [{ name: 'bản của Lan', entries }])).toEqual([
    { kind: 'differs', seq: 5, copy: 'bản của Lan' },
  ])
})

test('a tail that was cut off is known by a copy that still has it, and by nothing else', () => {
  const cut = json(entries.slice(0, 4))
  expect(findings(cut)).toEqual([])
  expect(findings(cut, [{ name: 'bản của Lan', entries: entries.slice(0, 4) }])).toEqual([])
  expect(findings(cut, [{ name: 'bản của Lan', entries }])).toEqual([
    { kind: 'cut-off', seq: 5, last: 6, copy: 'bản của Lan' },
  ])
})

test('an approval that was written into a chain made anew is betrayed by its signature', () => {
  const approvalOf = (change: object) =>
    rewritten(3, entry => ({ ...entry, fact: { ...entry.fact, ...change } }))
  const signature = 'A'.repeat(86)
  const forgeries = [
    { section: 'C' },
    { fingerprint: '0'.repeat(64) },
    { signature },
    { at: '2026-03-02T09:00:00.000Z' },
  ]
  for (const change of forgeries)
    expect(findings(json(approvalOf(change)))).toEqual([{ kind: 'unsigned', seq: 4 }])
  // Somebody else's name over what Lan signed.
  const other = rewritten(3, entry => ({ ...entry, by: { kind: 'member', id: room.secretary.id } }))
  expect(findings(json(other))).toEqual([{ kind: 'unsigned', seq: 4 }])
  expect(checkRecord(json(entries), { report: 'report-2', isSigned, others: [] }).findings).toEqual([
    { kind: 'unsigned', seq: 4 },
    { kind: 'unsigned', seq: 6 },
  ])
})
