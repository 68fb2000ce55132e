import { grantsFor } from '../../../shared/ledger/grants-for'
import type { InvitationWish } from '../../../shared/ipc/sharing'
import type { Role } from '../../../shared/permissions/rights'
import { vi } from '../../wording/vi'

/** Somebody who is about to be invited, as the form has them. */
export interface Guest {
  readonly name: string
  readonly unit: string
  readonly role: Role
  /** Where a drafter may write, and a leader approve; null: everywhere. */
  readonly sections: readonly string[] | null
  /** Days. */
  readonly span: Span
}

export const spans = ['1', '7', '30', '90'] as const
export type Span = (typeof spans)[number]

export const newGuest: Guest = { name: '', unit: '', role: 'drafter', sections: null, span: '7' }

/** Roles that may be given for some sections only. */
export const isBySection = (role: Role): role is 'drafter' | 'leader' =>
  role === 'drafter' || role === 'leader'

/** What is missing, in words; null where nothing is. */
export function faultIn({ name, role, sections }: Guest): string | null {
  if (name.trim() === '') return vi.committee.start.nameMissing
  return isBySection(role) && sections?.length === 0 ? vi.committee.invite.noSections : null
}

/** `member`: who is invited again; then only the time counts. */
export function wishOf(
  { name, unit, role, sections, span }: Guest,
  member: string | null,
  now: number,
): InvitationWish {
  // A minute less than the longest time that the ledger allows: its clock is the host's.
  const expires = new Date(now + Number(span) * 86_400_000 - 60_000).toISOString()
  if (member !== null) return { member, expires }
  return { name, unit, role, grants: grantsFor(role, isBySection(role) ? sections : null), expires }
}
