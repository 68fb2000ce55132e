import type { SectionActs } from '../../../shared/board/section-acts'
import type { LedgerCommand } from '../../../shared/ledger/commands'
import type { SectionStatus } from '../../../shared/approvals/section-states'

/** What needs more words than a press of a button. */
export type FormKind = 'return' | 'withdraw' | 'unlock' | 'editorial' | 'delegate'
/** What is done at once. */
export type QuickKind = 'ready' | 'comment' | 'resume' | 'lock'

export interface FormValues {
  readonly reason: string
  /** Who acts in one's place; empty: nobody any more. */
  readonly to: string
  readonly until: string
}
export const emptyForm: FormValues = { reason: '', to: '', until: '' }

export const allowedForms = (acts: SectionActs): readonly FormKind[] => [
  ...(acts.mayReturn ? (['return'] as const) : []),
  ...(acts.mayWithdraw ? (['withdraw'] as const) : []),
  ...(acts.mayUnlock ? (['unlock'] as const) : []),
  ...(acts.mayDeclareEditorial ? (['editorial'] as const) : []),
  ...(acts.mayDelegate ? (['delegate'] as const) : []),
]

export const allowedQuick = (acts: SectionActs): readonly QuickKind[] => [
  ...(acts.mayHandIn ? (['ready'] as const) : []),
  ...(acts.mayAskForComment ? (['comment'] as const) : []),
  ...(acts.mayResume ? (['resume'] as const) : []),
  ...(acts.mayLock ? (['lock'] as const) : []),
]

/** A return and an unlocking say why; the others may. */
export const needsReason = (kind: FormKind): boolean => kind === 'return' || kind === 'unlock'

export const quickCommand = (kind: QuickKind, section: string): LedgerCommand =>
  ({
    ready: { kind: 'section.ready', section },
    comment: { kind: 'section.openForComment', section },
    resume: { kind: 'section.resumeWriting', section },
    lock: { kind: 'section.lock', section },
  })[kind] as LedgerCommand

/** `fingerprint`: of the section as the person sees it. */
export function formCommand(
  kind: FormKind,
  { section, lapsed }: SectionStatus,
  { reason, to, until, fingerprint }: FormValues & { readonly fingerprint: string },
): LedgerCommand {
  const before = lapsed.filter(({ of }) => of === section).at(-1)?.fingerprint ?? ''
  switch (kind) {
    case 'return':
      return { kind: 'section.return', section, reason }
    case 'withdraw':
      return { kind: 'approval.withdraw', section, reason }
    case 'unlock':
      return { kind: 'section.unlock', section, reason }
    case 'delegate':
      return { kind: 'approval.delegate', section, to: to || null, until: to && until ? until : null }
    case 'editorial':
      return {
        kind: 'change.editorial',
        section,
        fingerprintBefore: before,
        fingerprintAfter: fingerprint,
        note: reason,
      }
  }
}
