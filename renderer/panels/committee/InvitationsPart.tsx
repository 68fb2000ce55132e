import type { InvitationView } from '../../../shared/ipc/ledger-view'
import { command, useCommittee } from '../../state/committee'
import { vi } from '../../wording/vi'
import { moment } from '../../wording/window'
import { AskFirst } from './AskFirst'
import type { PartProps } from './CommitteeParts'

const words = vi.committee.invitations

export function InvitationsPart({ acting, mayChange }: PartProps) {
  const { invitations, members } = useCommittee(({ ledger }) => ledger)
  const nameOf = (id: string): string => members.find(member => member.id === id)?.name ?? ''
  if (invitations.length === 0) return <p className="empty">{words.none}</p>
  return (
    <ul className="rows" aria-label={words.list}>
      {invitations.toReversed().map(invitation => {
        const name = nameOf(invitation.member)
        return (
          <li key={invitation.id} className={isOpen(invitation) ? 'row line' : 'row line gone'}>
            <span className="who">
              <strong>{name}</strong>
              <span>{stateInWords(invitation)}</span>
            </span>
            {mayChange && isOpen(invitation) && (
              <AskFirst
                label={words.withdraw}
                name={words.withdrawOf(name)}
                title={words.withdrawTitle(name)}
                body={words.withdrawBody}
                yes={words.withdrawYes}
                onYes={() =>
                  void acting.act(() => command({ kind: 'invitation.withdraw', invitation: invitation.id }))
                }
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

const isOpen = ({ used, withdrawn, expires }: InvitationView): boolean =>
  !used && !withdrawn && Date.parse(expires) > Date.now()

function stateInWords({ used, withdrawn, expires }: InvitationView): string {
  const now = new Date()
  if (used) return words.used
  if (withdrawn) return words.withdrawn
  return Date.parse(expires) > now.getTime()
    ? words.open(moment(expires, now))
    : words.expired(moment(expires, now))
}
