import type { Right, Role } from '../permissions/rights'
import { usualRules, type ApprovalRules, type Approvers, type Delegation, type SectionWork } from './work'

/** A member of the committee as the ledger knows one. Members are never removed: their edits and opinions stay theirs. */
export interface MemberRecord {
  readonly id: string
  readonly name: string
  /** Where the member works; may be empty. */
  readonly unit: string
  readonly role: Role
  /** The public keys of the member's computers; empty until the first invitation is redeemed. */
  readonly keys: readonly string[]
  /** When the first key was bound (ISO), or null. */
  readonly joined: string | null
  /** Since when the member is shut out (ISO), or null. */
  readonly revoked: string | null
  /** Rights by section id (or "report"), in place of the role's. */
  readonly grants: ReadonlyMap<string, readonly Right[]>
}

export interface Assignment {
  readonly section: string
  readonly members: readonly string[]
  /** A day, or null where none was set. */
  readonly due: string | null
}

export interface InvitationRecord {
  readonly id: string
  readonly member: string
  /** Only the hash: whoever reads the ledger cannot redeem what it lists. */
  readonly secretHash: string
  readonly expires: string
  readonly withdrawn: boolean
  /** The key that it was redeemed with, or null. */
  readonly usedBy: string | null
}

/** Everything about the committee at one moment: the facts, replayed. */
export interface Ledger {
  readonly members: ReadonlyMap<string, MemberRecord>
  readonly invitations: ReadonlyMap<string, InvitationRecord>
  readonly assignments: ReadonlyMap<string, Assignment>
  /** Section id → its heading's shared element. */
  readonly locks: ReadonlyMap<string, string>
  readonly approvers: ReadonlyMap<string, Approvers>
  readonly delegations: readonly Delegation[]
  readonly rules: ApprovalRules
  /** Whether tracking is on for everyone. */
  readonly tracking: boolean
  /** By section; of those about which there is something to say. */
  readonly work: ReadonlyMap<string, SectionWork>
  /** Of all approvals that ever were, so that none counts twice. */
  readonly signatures: ReadonlySet<string>
  /** In the order of their numbers. */
  readonly drafts: readonly FrozenDraft[]
}

/** A numbered draft that was frozen; `manifest` is the version's id. */
export interface FrozenDraft {
  readonly number: number
  readonly manifest: string
}

export const emptyLedger: Ledger = {
  members: new Map(),
  invitations: new Map(),
  assignments: new Map(),
  locks: new Map(),
  approvers: new Map(),
  delegations: [],
  rules: usualRules,
  tracking: false,
  work: new Map(),
  signatures: new Set(),
  drafts: [],
}

/** The member who holds this key, revoked or not. */
export function memberOfKey({ members }: Ledger, key: string): MemberRecord | undefined {
  return [...members.values()].find(member => member.keys.includes(key))
}

export const isActive = (member: MemberRecord): boolean => member.revoked === null && member.keys.length > 0
