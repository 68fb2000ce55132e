import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useCommittee } from '../../state/committee'
import { Select } from '../../ui/Select'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { useNames } from '../board/use-board'

const words = vi.approvals.approvers

interface ApproverOrderProps {
  readonly members: readonly string[]
  readonly onChange: (members: string[]) => void
}

/** Approvers one after the other; each is moved, taken out or added from the keyboard. */
export function ApproverOrder({ members, onChange }: ApproverOrderProps) {
  const nameOf = useNames()
  const swap = (at: number, by: -1 | 1): void => {
    const moved = [...members]
    const [one] = moved.splice(at, 1)
    if (one !== undefined) moved.splice(at + by, 0, one)
    onChange(moved)
  }
  return (
    <>
      {members.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <ol className="approver-order" aria-label={words.list}>
          {members.map((id, at) => (
            <li key={id}>
              <span className="grow">{nameOf(id)}</span>
              {at > 0 && (
                <ToolButton
                  size="small"
                  icon={ArrowUp}
                  label={words.up(nameOf(id))}
                  onClick={() => swap(at, -1)}
                />
              )}
              {at < members.length - 1 && (
                <ToolButton
                  size="small"
                  icon={ArrowDown}
                  label={words.down(nameOf(id))}
                  onClick={() => swap(at, 1)}
                />
              )}
              <ToolButton
                size="small"
                icon={X}
                label={words.remove(nameOf(id))}
                onClick={() => onChange(members.filter(other => other !== id))}
              />
            </li>
          ))}
        </ol>
      )}
      <AddApprover members={members} onChange={onChange} />
    </>
  )
}

function AddApprover({ members, onChange }: ApproverOrderProps) {
  const all = useCommittee(({ ledger }) => ledger.members)
  const free = all.filter(
    ({ id, revoked, role, grants }) =>
      revoked === null &&
      !members.includes(id) &&
      (role === 'leader' || grants.some(({ rights }) => rights.includes('approve'))),
  )
  if (free.length === 0) return null
  const choices = free.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Select
      aria-label={words.add}
      value=""
      choices={[{ value: '', label: words.choose }, ...choices]}
      onChoose={id => id && onChange([...members, id])}
    />
  )
}
