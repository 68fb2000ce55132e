import type { Approval, Delegation, Editorial, SectionWork } from '../ledger/work'
import type { Ledger } from '../ledger/ledger'
import type { LedgerView } from '../ipc/ledger-view'
import { wholeReport } from '../permissions/member'

/** What the ledger says about approvals; `Ledger` is one. */
export type ApprovalBook = Pick<Ledger, 'approvers' | 'delegations' | 'rules' | 'work' | 'locks'>

/** The same of what a window is told. */
export const bookOf = (view: LedgerView): ApprovalBook => ({
  approvers: new Map(view.approvers.map(one => [one.section, one])),
  delegations: view.delegations,
  rules: view.rules,
  work: new Map(view.work.map(one => [one.section, one])),
  locks: new Map(view.locks.map(section => [section, ''])),
})

/**
 * Who must approve a section with these headings, outermost first and its own last, in this order. Empty: anyone who has
 * the right, and one is enough.
 */
export function requiredApprovers(
  { approvers }: Pick<ApprovalBook, 'approvers'>,
  headings: readonly string[],
): readonly string[] {
  for (let at = headings.length - 1; at >= 0; at--) {
    const set = approvers.get(headings[at] ?? '')
    if (set && (set.subtree || at === headings.length - 1)) return set.members
  }
  return approvers.get(wholeReport)?.members ?? []
}

/** An approval that covers a section: its own, or one of a section around it. */
export interface Covering {
  readonly approval: Approval
  /** The section that was approved. */
  readonly of: string
  /** The fingerprint of the section in question as it was then. */
  readonly fingerprint: string
}

/** Every approval that was ever about this section, whether or not the words are still the same. */
export function coveringOf(
  { work }: Pick<ApprovalBook, 'work'>,
  headings: readonly string[],
): readonly Covering[] {
  const section = headings.at(-1)
  return headings.flatMap(of =>
    (work.get(of)?.approvals ?? []).flatMap(approval => {
      const { fingerprint } =
        of === section ? approval : (approval.parts.find(part => part.section === section) ?? {})
      return fingerprint === undefined ? [] : [{ approval, of, fingerprint }]
    }),
  )
}

/**
 * The declarations through which an approval of one content holds for another: none where they are the same, undefined
 * where it does not hold.
 */
export function heldBy(
  approved: string,
  now: string,
  { editorial }: Pick<SectionWork, 'editorial'>,
): readonly Editorial[] | undefined {
  const through: Editorial[] = []
  let fingerprint = now
  while (fingerprint !== approved) {
    const declared = editorial.find(one => one.after === fingerprint && !through.includes(one))
    if (!declared) return undefined
    through.unshift(declared)
    fingerprint = declared.before
  }
  return through
}

/** In whose place a member may approve under these headings on that day (2026-03-31). */
export function placesTaken(
  { delegations }: Pick<ApprovalBook, 'delegations'>,
  member: string,
  { headings, day }: { readonly headings: readonly string[]; readonly day: string },
): readonly string[] {
  const isGood = ({ to, section, until }: Delegation): boolean =>
    to === member &&
    (section === wholeReport || headings.includes(section)) &&
    (until === null || day <= until)
  return delegations.filter(isGood).map(({ from }) => from)
}
