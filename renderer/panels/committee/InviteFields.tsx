import { roles } from '../../../shared/permissions/rights'
import { Check } from '../../ui/Check'
import { Field } from '../../ui/Field'
import { Segments } from '../../ui/Segments'
import { Select } from '../../ui/Select'
import { vi } from '../../wording/vi'
import { isBySection, spans, type Guest } from './guest'
import { TextField } from './TextField'
import { useSections } from './use-sections'

const words = vi.committee.invite
const roleChoices = roles.map(value => ({ value, label: vi.committee.roles[value] }))
const spanChoices = spans.map(value => ({ value, label: words.spans[value] }))

interface Changing {
  readonly guest: Guest
  readonly change: (part: Partial<Guest>) => void
}

interface InviteFieldsProps {
  readonly guest: Guest
  /** A member whose name and rights are known. */
  readonly isAgain: boolean
  readonly onChange: (guest: Guest) => void
}

export function InviteFields({ guest, isAgain, onChange }: InviteFieldsProps) {
  const change = (part: Partial<Guest>) => onChange({ ...guest, ...part })
  return (
    <>
      {!isAgain && <Who guest={guest} change={change} />}
      <div className="field">
        <span className="field-label">{words.expires}</span>
        <Segments
          {...{ label: words.expires, value: guest.span, choices: spanChoices }}
          onChoose={span => change({ span })}
        />
      </div>
      <p className="quiet">{words.once}</p>
    </>
  )
}

function Who({ guest, change }: Changing) {
  return (
    <>
      <TextField
        {...{ label: words.name, value: guest.name, maxLength: 120, isFirst: true }}
        onType={name => change({ name })}
      />
      <TextField
        {...{ label: words.unit, value: guest.unit, maxLength: 200 }}
        onType={unit => change({ unit })}
      />
      <Field label={words.role} hint={words.roleHints[guest.role]}>
        {id => (
          <Select
            {...{ id, value: guest.role, choices: roleChoices }}
            onChoose={value => change({ role: roles.find(known => known === value) ?? guest.role })}
          />
        )}
      </Field>
      {isBySection(guest.role) && <Where guest={guest} change={change} title={words.where[guest.role]} />}
    </>
  )
}

function Where({ guest: { sections }, change, title }: Changing & { title: string }) {
  const { choices } = useSections()
  const pick = (value: string, isPicked: boolean) => {
    const others = (sections ?? []).filter(other => other !== value)
    change({ sections: isPicked ? [...others, value] : others })
  }
  return (
    <div className="field">
      <span className="field-label">{title}</span>
      <Segments
        label={title}
        value={sections === null ? 'whole' : 'some'}
        choices={[
          { value: 'whole', label: words.whole },
          { value: 'some', label: words.some },
        ]}
        onChoose={value => change({ sections: value === 'whole' ? null : [] })}
      />
      {sections !== null && (
        <div className="section-list" role="group" aria-label={words.sections}>
          {choices.map(({ value, label }) => (
            <Check
              {...{ key: value, label, checked: sections.includes(value) }}
              onChange={isPicked => pick(value, isPicked)}
            />
          ))}
        </div>
      )}
    </div>
  )
}
