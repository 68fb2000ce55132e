import { applyFact } from './apply-fact'
import { LedgerCommand } from './commands'
import { decide } from './decide'
import { nextEntry, type Caller, type Entry } from './entry'
import type { OpenCounts } from '../approvals/section-states'
import type { ReadCopy, SectionCopy } from '../approvals/section-copy'
import type { BlockId } from '../report/ids'
import type { FactOf } from './facts'
import type { Ledger } from './ledger'
import { refused, type LedgerRefusal } from './refusal'

/** What a command needs to know beyond the ledger. */
export interface LedgerContext {
  /** The host's clock, ISO. */
  readonly now: string
  readonly newId: () => string
  /** The hash of a fresh secret, for commands that write an invitation. */
  readonly secretHash: string
  /** The headings of a section, outermost first and its own last; undefined where the report has none of that id. */
  readonly headingsOf: (section: string) => readonly BlockId[] | undefined
  /** The shared element of a section's heading, "client:clock". */
  readonly elementOf: (section: string) => string | undefined
  /** The report's id. */
  readonly report: string
  /** Whether the holder of the key (Ed25519, raw, base64url) signed this text. */
  readonly isSigned: (text: string, signature: string, key: string) => boolean
  /** A section as it stands at this moment; undefined where the report has none of that id. */
  readonly contentOf: (section: string) => SectionContent | undefined
  /** A section as it was approved once; undefined where that is not kept. */
  readonly approvedCopy: (fingerprint: string) => ReadCopy | undefined
  /** What is open in a section and those inside it. */
  readonly openIn: (section: string) => OpenCounts
  /** What the host has ready to be frozen; undefined where it has nothing. */
  readonly frozen?: FrozenContent | undefined
}

export type FrozenContent = Pick<FactOf<'version.freeze'>, 'manifest' | 'frozen' | 'counts' | 'files'>

export interface SectionContent {
  readonly copy: SectionCopy
  readonly read: ReadCopy
}

export type LedgerChange =
  | { readonly ok: true; readonly ledger: Ledger; readonly entry: Entry }
  /** Asked for once more, and done already: nothing to write. */
  | { readonly ok: true; readonly ledger: Ledger; readonly entry: null }
  | LedgerRefusal

/**
 * Carries out a command, unchecked as it came in, for a caller whom the host has recognised. Changes nothing by itself:
 * the host writes the entry, and only then is the new ledger the ledger.
 */
export function changeLedger(
  ledger: Ledger,
  asked: { readonly command: unknown; readonly caller: Caller; readonly last: Entry | undefined },
  context: LedgerContext,
): LedgerChange {
  const command = LedgerCommand.safeParse(asked.command)
  if (!command.success) return refused('invalid-input')
  const decision = decide(ledger, command.data, asked.caller, context)
  if (decision.kind === 'refused') return refused(decision.code)
  if (decision.kind === 'done-already') return { ok: true, ledger, entry: null }
  const entry = nextEntry(asked.last, asked.caller, decision.fact, context.now)
  return { ok: true, ledger: applyFact(ledger, entry), entry }
}
