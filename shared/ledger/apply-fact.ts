import { unreachable } from '../util/exhaustive'
import { applyWork, changeWork, nameOf, type Done } from './apply-work'
import type { FactOf } from './facts'
import type { InvitationRecord, Ledger, MemberRecord } from './ledger'
import { withKey } from './with-key'

/**
 * The ledger after a fact. `at`: ISO; `by`: who gave the command. A fact about somebody unknown changes nothing: after damage to a file
 * there may be holes, and what is left must still be readable.
 */
export function applyFact(ledger: Ledger, done: Done): Ledger {
  const { fact, at } = done
  switch (fact.kind) {
    case 'ledger.found':
      return withMember(ledger, founder(fact, at))
    case 'member.invite':
      return withInvitation(withMember(ledger, invited(fact)), fact.member, fact.invitation)
    case 'member.inviteAgain':
      return withInvitation(ledger, fact.member, fact.invitation)
    case 'invitation.withdraw':
      return changeInvitation(ledger, fact.invitation, { withdrawn: true })
    case 'invitation.redeem':
      return redeem(ledger, fact, at)
    case 'member.change':
      return changeMember(ledger, fact.member, () => ({ name: fact.name, unit: fact.unit, role: fact.role }))
    case 'member.grant':
      return changeMember(ledger, fact.member, ({ grants }) => ({
        grants: withKey(grants, fact.section, fact.rights),
      }))
    case 'member.revoke':
      return changeMember(ledger, fact.member, () => ({ revoked: at }))
    case 'member.restore':
      return changeMember(ledger, fact.member, () => ({ revoked: null }))
    case 'key.revoke':
      return changeMember(ledger, fact.member, ({ keys }) => ({ keys: keys.filter(key => key !== fact.key) }))
    case 'section.assign':
    case 'section.unassign':
    case 'section.lock':
    case 'section.unlock':
      return applyToSection(ledger, { ...done, fact })
    case 'report.export':
      return ledger
    case 'version.freeze':
      return { ...ledger, drafts: [...ledger.drafts, { number: fact.number, manifest: fact.manifest }] }
    default:
      return applyWork(ledger, { ...done, fact })
  }
}

type SectionFact = FactOf<'section.assign' | 'section.unassign' | 'section.lock' | 'section.unlock'>

function applyToSection(ledger: Ledger, { fact, at, by }: Done<SectionFact>): Ledger {
  const { section } = fact
  switch (fact.kind) {
    case 'section.assign':
      return {
        ...ledger,
        assignments: withKey(ledger.assignments, section, { section, members: fact.members, due: fact.due }),
      }
    case 'section.unassign':
      return { ...ledger, assignments: withKey(ledger.assignments, section, null) }
    case 'section.lock':
      return { ...ledger, locks: withKey(ledger.locks, section, fact.element) }
    case 'section.unlock': {
      const reason = fact.reason ?? ''
      const open = { ...ledger, locks: withKey(ledger.locks, section, null) }
      const unlocked = { by: nameOf(by), at, reason }
      return changeWork(open, section, () => ({ unlocked, lockedByApproval: false }))
    }
    default:
      return unreachable(fact)
  }
}

const founder = ({ member, name, unit, key }: FactOf<'ledger.found'>, at: string): MemberRecord => ({
  ...{ id: member, name, unit, role: 'secretary', keys: [key], joined: at, revoked: null },
  grants: new Map(),
})

const invited = ({ member, name, unit, role, grants }: FactOf<'member.invite'>): MemberRecord => ({
  ...{ id: member, name, unit, role, keys: [], joined: null, revoked: null },
  grants: new Map(grants.map(grant => [grant.section, grant.rights])),
})

function redeem(ledger: Ledger, { invitation, key }: FactOf<'invitation.redeem'>, at: string): Ledger {
  const found = ledger.invitations.get(invitation)
  if (!found) return ledger
  const used = changeInvitation(ledger, invitation, { usedBy: key })
  return changeMember(used, found.member, ({ keys, joined }) => ({
    keys: [...keys, key],
    joined: joined ?? at,
  }))
}

const withMember = (ledger: Ledger, member: MemberRecord): Ledger => ({
  ...ledger,
  members: withKey(ledger.members, member.id, member),
})

type NewInvitation = FactOf<'member.inviteAgain'>['invitation']

const withInvitation = (ledger: Ledger, member: string, invitation: NewInvitation): Ledger => ({
  ...ledger,
  invitations: withKey(ledger.invitations, invitation.id, {
    ...invitation,
    member,
    withdrawn: false,
    usedBy: null,
  }),
})

function changeInvitation(ledger: Ledger, id: string, change: Partial<InvitationRecord>): Ledger {
  const before = ledger.invitations.get(id)
  return before
    ? { ...ledger, invitations: withKey(ledger.invitations, id, { ...before, ...change }) }
    : ledger
}

function changeMember(
  ledger: Ledger,
  id: string,
  change: (member: MemberRecord) => Partial<MemberRecord>,
): Ledger {
  const before = ledger.members.get(id)
  return before ? withMember(ledger, { ...before, ...change(before) }) : ledger
}
