import { approvalText } from '../approvals/approval-text'
import { applyFact } from './apply-fact'
import { Entry, isWhole, noEntry } from './entry'
import { emptyLedger, type Ledger } from './ledger'

/** Something that is wrong with a record. `seq`: the number of the entry that it is about. */
export type Finding =
  /** The row at that place (from 1) is no entry. */
  | { readonly kind: 'unreadable'; readonly seq: number }
  /** Its content is not what its hash says, or what the entry behind it says it was. */
  | { readonly kind: 'changed'; readonly seq: number }
  /** Entries from `seq` to `last` are not there. */
  | { readonly kind: 'missing'; readonly seq: number; readonly last: number }
  /** It stands behind one with the same number or a later one. */
  | { readonly kind: 'moved'; readonly seq: number }
  /** An approval that its signature does not bear out, or by a key that is not its signer's. */
  | { readonly kind: 'unsigned'; readonly seq: number }
  /** From this one on, another copy says something else. */
  | { readonly kind: 'differs'; readonly seq: number; readonly copy: string }
  /** Another copy goes on to `last`. */
  | { readonly kind: 'cut-off'; readonly seq: number; readonly last: number; readonly copy: string }

/** Another copy of the record: the room in the same file, a member's replica. */
export interface OtherRecord {
  readonly name: string
  readonly entries: readonly Entry[]
}

export interface Checked {
  /** What could be read, in the order in which it lies there. */
  readonly entries: readonly Entry[]
  readonly findings: readonly Finding[]
  /** After the last entry. */
  readonly ledger: Ledger
}

interface Evidence {
  /** The report's id. */
  readonly report: string
  readonly isSigned: (text: string, signature: string, key: string) => boolean
  readonly others: readonly OtherRecord[]
}

/**
 * Everything about a record that can be known from it and its copies. Whoever rewrites the whole chain in one file is
 * found out by any copy; entries cut off at the end, by any copy that still has them.
 */
export function checkRecord(rows: readonly string[], evidence: Evidence): Checked {
  const read = rows.map(readEntry)
  const entries = read.filter(entry => entry !== undefined)
  const findings: Finding[] = read.flatMap((entry, index) =>
    entry ? [] : [{ kind: 'unreadable', seq: index + 1 } as const],
  )
  findings.push(...breaksIn(entries))
  let ledger = emptyLedger
  for (const entry of entries) {
    if (!isBorneOut(entry, ledger, evidence)) findings.push({ kind: 'unsigned', seq: entry.seq })
    ledger = applyFact(ledger, entry)
  }
  for (const other of evidence.others) findings.push(...against(entries, other))
  return { entries, findings, ledger }
}

function breaksIn(entries: readonly Entry[]): Finding[] {
  const bySeq = new Map(entries.map(entry => [entry.seq, entry]))
  const changed = new Set(entries.filter(entry => !isWhole(entry)).map(({ seq }) => seq))
  const missing: Finding[] = []
  const moved: Finding[] = []
  let furthest = 0
  for (const { seq, prev } of entries) {
    if (seq <= furthest) moved.push({ kind: 'moved', seq })
    furthest = Math.max(furthest, seq)
    const before = seq === 1 ? noEntry : bySeq.get(seq - 1)?.hash
    if (before === undefined) missing.push({ kind: 'missing', seq: lastBelow(seq, bySeq) + 1, last: seq - 1 })
    // It names another one than stands before it: that was put in its place.
    else if (prev !== before) changed.add(Math.max(1, seq - 1))
  }
  return [...[...changed].map(seq => ({ kind: 'changed', seq }) as const), ...missing, ...moved]
}

const lastBelow = (seq: number, bySeq: ReadonlyMap<number, Entry>): number =>
  Math.max(0, ...[...bySeq.keys()].filter(other => other < seq))

function isBorneOut({ fact, by }: Entry, { members }: Ledger, { report, isSigned }: Evidence): boolean {
  if (fact.kind !== 'section.approve') return true
  const { section, fingerprint, at, key, signature } = fact
  const signer = by.kind === 'member' ? members.get(by.id) : undefined
  return (
    signer?.keys.includes(key) === true &&
    isSigned(approvalText({ report, section, fingerprint, at }), signature, key)
  )
}

function against(entries: readonly Entry[], { name, entries: theirs }: OtherRecord): Finding[] {
  const bySeq = new Map(entries.map(entry => [entry.seq, entry.hash]))
  const last = Math.max(0, ...bySeq.keys())
  const differing = theirs.find(({ seq, hash }) => bySeq.has(seq) && bySeq.get(seq) !== hash)
  const end = theirs.at(-1)?.seq ?? 0
  return [
    ...(differing ? [{ kind: 'differs', seq: differing.seq, copy: name } as const] : []),
    ...(end > last ? [{ kind: 'cut-off', seq: last + 1, last: end, copy: name } as const] : []),
  ]
}

function readEntry(row: string): Entry | undefined {
  try {
    return Entry.safeParse(JSON.parse(row)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
