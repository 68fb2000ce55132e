import { unreachable } from '../util/exhaustive'
import type { Fact, FactOf } from './facts'
import type { InvitationRecord, Ledger, MemberRecord } from './ledger'

/**
 * The ledger after a fact of that time (ISO). A fact about somebody unknown changes nothing: after damage to a file
 * there may be holes, and what is left must still be readable.
 */
export function applyFact(ledger: Ledger, fact: Fact, at: string): Ledger {
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
      return applyToSection(ledger, fact)
    default:
      return unreachable(fact)
  }
}

type SectionFact = Extract<Fact, { kind: `section.${string}` }>

function applyToSection(ledger: Ledger, fact: SectionFact): Ledger {
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
    case 'section.unlock':
      return { ...ledger, locks: withKey(ledger.locks, section, null) }
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

/** A copy of the map with one value set, or taken away where it is null. */
function withKey<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | null,
): ReadonlyMap<string, Value> {
  const copy = new Map(map)
  if (value === null) copy.delete(key)
  else copy.set(key, value)
  return copy
}
