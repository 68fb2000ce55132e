import { useState } from 'react'
import type { MemberView } from '../../../shared/ipc/ledger-view'
import { roles } from '../../../shared/permissions/rights'
import { colourOfMember } from '../../../shared/sync/member-colour'
import { command, useCommittee } from '../../state/committee'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { vi } from '../../wording/vi'
import { dayInWords } from '../../wording/window'
import { AskFirst } from './AskFirst'
import type { PartProps } from './CommitteeParts'
import { MemberRights } from './MemberRights'

const words = vi.committee.members
const roleChoices = roles.map(value => ({ value, label: vi.committee.roles[value] }))

interface MembersPartProps extends PartProps {
  readonly onInvite: (member: MemberView) => void
}

export function MembersPart(props: MembersPartProps) {
  const members = useCommittee(({ ledger }) => ledger.members)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <ul className="rows" aria-label={words.list}>
      {members.map(member => (
        <li key={member.id} className={member.revoked === null ? 'row' : 'row gone'}>
          <Member
            {...props}
            member={member}
            isOpen={open === member.id}
            onRights={() => setOpen(open === member.id ? null : member.id)}
          />
          {open === member.id && <MemberRights {...props} member={member} />}
        </li>
      ))}
    </ul>
  )
}

interface MemberProps extends MembersPartProps {
  readonly member: MemberView
  readonly isOpen: boolean
  readonly onRights: () => void
}

function Member({ member, isOpen, onRights, ...props }: MemberProps) {
  const isSelf = useCommittee(({ state }) => state.self?.id === member.id)
  const { id, name, unit, role } = member
  const { act } = props.acting
  const state = useStateInWords(member)
  return (
    <div className="member">
      <Avatar name={name} colour={colourOfMember(id)} />
      <span className="who">
        <strong>
          {name}
          {isSelf && <span className="quiet"> ({words.self})</span>}
        </strong>
        <span>{[unit, state].filter(Boolean).join(' · ')}</span>
      </span>
      {props.mayChange ? (
        <Select
          aria-label={words.roleOf(name)}
          value={role}
          disabled={member.revoked !== null}
          choices={roleChoices}
          onChoose={value => {
            const chosen = roles.find(known => known === value) ?? role
            void act(() => command({ kind: 'member.change', member: id, role: chosen }))
          }}
        />
      ) : (
        <span className="chip">{vi.committee.roles[role]}</span>
      )}
      <Button size="small" aria-label={words.rightsOf(name)} aria-expanded={isOpen} onClick={onRights}>
        {words.rights}
      </Button>
      {props.mayChange && <Presence {...props} {...{ member, isSelf }} />}
    </div>
  )
}

type PresenceProps = MembersPartProps & { member: MemberView; isSelf: boolean }

/** Coming in once more, going, coming back. */
function Presence({ member, isSelf, acting, onInvite }: PresenceProps) {
  const { id, name, revoked } = member
  if (revoked !== null)
    return (
      <Button
        size="small"
        aria-label={words.restoreOf(name)}
        onClick={() => void acting.act(() => command({ kind: 'member.restore', member: id }))}
      >
        {words.restore}
      </Button>
    )
  return (
    <>
      <Button size="small" aria-label={words.againOf(name)} onClick={() => onInvite(member)}>
        {words.again}
      </Button>
      {!isSelf && (
        <AskFirst
          label={words.revoke}
          name={words.revokeOf(name)}
          title={words.revokeTitle(name)}
          body={words.revokeBody}
          yes={words.revokeYes}
          onYes={() => void acting.act(() => command({ kind: 'member.revoke', member: id }))}
        />
      )}
    </>
  )
}

function useStateInWords({ id, joined, revoked }: MemberView): string {
  const visit = useCommittee(({ sharing }) => sharing?.people.find(({ member }) => member === id))
  const isSelf = useCommittee(({ state }) => state.self?.id === id)
  const now = new Date()
  if (revoked !== null) return words.revoked(dayInWords(revoked, now))
  if (joined === null) return words.invited
  if (isSelf || visit?.here) return words.here
  return visit ? words.seen(dayInWords(visit.seen, now)) : words.joined(dayInWords(joined, now))
}
