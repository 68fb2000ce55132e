import { X } from 'lucide-react'
import type { MemberView } from '../../../shared/ipc/ledger-view'
import { wholeReport } from '../../../shared/permissions/member'
import { rights, rightsOfRole, type Right } from '../../../shared/permissions/rights'
import { command } from '../../state/committee'
import { Check } from '../../ui/Check'
import { Select } from '../../ui/Select'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import type { PartProps } from './CommitteeParts'
import { useSections } from './use-sections'

const words = vi.committee.grants

/** What a member may do where: the role's rights, and in some sections others in their place. */
export function MemberRights({ member, acting, mayChange }: PartProps & { member: MemberView }) {
  const { choices, nameOf } = useSections()
  const { grants, name } = member
  const give = (section: string, given: readonly Right[] | null) =>
    void acting.act(() =>
      command({ kind: 'member.grant', member: member.id, section, rights: given && [...given] }),
    )
  const free = [{ value: wholeReport, label: words.whole }, ...choices].filter(
    ({ value }) => !grants.some(({ section }) => section === value),
  )
  return (
    <div className="member-rights" role="group" aria-label={vi.committee.members.rightsOf(name)}>
      <p className="quiet">
        {vi.committee.roles[member.role]}: {inWords(rightsOfRole[member.role])}.{' '}
        {grants.length > 0 ? words.byRole : words.none}
      </p>
      <ul>
        {grants.map(({ section, rights: given }) => (
          <li key={section}>
            <span className="section-name">{nameOf(section)}</span>
            {rights.map(right => (
              <Check
                key={right}
                label={vi.committee.rights[right]}
                name={words.rightIn(vi.committee.rights[right], nameOf(section))}
                disabled={!mayChange}
                checked={given.includes(right)}
                onChange={checked =>
                  give(section, checked ? [...given, right] : given.filter(other => other !== right))
                }
              />
            ))}
            {mayChange && (
              <ToolButton
                label={words.removeIn(nameOf(section))}
                icon={X}
                onClick={() => give(section, null)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Select
          aria-label={words.section}
          value=""
          choices={[{ value: '', label: words.choose }, ...free]}
          onChoose={section => give(section, rightsOfRole[member.role])}
        />
      )}
    </div>
  )
}

const inWords = (given: readonly Right[]): string =>
  given.map(right => vi.committee.rights[right].toLowerCase()).join(', ')
