import { z } from 'zod'
import { hashOf } from '../util/canonical-json'
import { applyFact } from './apply-fact'
import { Fact } from './facts'
import { emptyLedger, type Ledger } from './ledger'
import { Hash, MemberId, Time } from './records'

/**
 * Who gave a command: a member; the operator, who may write the report's file anyway (its owner, or an administrator
 * at the command line); or the host itself, on behalf of someone who proved something to it.
 */
export const Caller = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('member'), id: MemberId }),
  z.strictObject({ kind: z.literal('operator') }),
  z.strictObject({ kind: z.literal('host') }),
])
export type Caller = z.infer<typeof Caller>

/** One line of the record of who did what when. Appended, never changed; each names the one before by its hash. */
export const Entry = z.strictObject({
  /** From 1, without a gap. */
  seq: z.int().positive(),
  at: Time,
  by: Caller,
  fact: Fact,
  prev: Hash,
  /** sha256 of the canonical JSON of the other fields. */
  hash: Hash,
})
export type Entry = z.infer<typeof Entry>

/** What the first entry names as the one before it. */
export const noEntry = '0'.repeat(64)

export function nextEntry(last: Entry | undefined, by: Caller, fact: Fact, at: string): Entry {
  const entry = { seq: (last?.seq ?? 0) + 1, at, by, fact, prev: last?.hash ?? noEntry }
  return { ...entry, hash: hashOf(entry) }
}

/** Numbers of the entries that were changed, or that do not follow the one before them. Empty for a sound record. */
export function brokenEntries(entries: readonly Entry[]): number[] {
  let last: Entry | undefined
  return entries.flatMap(entry => {
    const { hash, ...content } = entry
    const follows = entry.seq === (last?.seq ?? 0) + 1 && entry.prev === (last?.hash ?? noEntry)
    last = entry
    return follows && hash === hashOf(content) ? [] : [entry.seq]
  })
}

/** Whether the entry is what was once written, wherever it stands. */
export function isWhole({ hash, ...content }: Entry): boolean {
  return hash === hashOf(content)
}

export const replay = (entries: readonly Entry[]): Ledger => entries.reduce(applyFact, emptyLedger)
