import type { SectionStatus } from '../../../shared/approvals/section-states'
import { useCommittee } from '../../state/committee'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { vi } from '../../wording/vi'
import { needsReason, type FormKind, type FormValues } from './section-forms'

const words = vi.approvals.section

interface SectionFormProps {
  readonly id: string
  readonly kind: FormKind
  readonly status: SectionStatus
  readonly values: FormValues
  /** Sent without a reason that must be given. */
  readonly isMissing: boolean
  readonly onChange: (values: FormValues) => void
  readonly onSend: () => void
}

/** A reason, or whom one lets act in one's place. */
export function SectionForm({ id, kind, values, isMissing, onChange, onSend }: SectionFormProps) {
  return (
    <form
      id={id}
      className="form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        onSend()
      }}
    >
      <p className="lead">{words.hints[kind]}</p>
      {kind === 'delegate' ? (
        <Deputy values={values} onChange={onChange} />
      ) : (
        <Field
          label={needsReason(kind) ? words.reason : words.note}
          {...(isMissing ? { hint: words.reasonMissing } : {})}
        >
          {fieldId => (
            <textarea
              id={fieldId}
              className="input"
              rows={3}
              maxLength={2000}
              autoFocus
              data-first
              aria-invalid={isMissing}
              value={values.reason}
              onChange={event => onChange({ ...values, reason: event.target.value })}
            />
          )}
        </Field>
      )}
    </form>
  )
}

function Deputy({ values, onChange }: Pick<SectionFormProps, 'values' | 'onChange'>) {
  const { ledger, state } = useCommittee()
  const deputies = ledger.members.filter(
    ({ id, revoked, joined, role }) =>
      id !== state.self?.id &&
      revoked === null &&
      joined !== null &&
      (role === 'leader' || role === 'secretary'),
  )
  return (
    <>
      <Field label={words.deputy}>
        {id => (
          <Select
            id={id}
            autoFocus
            value={values.to}
            choices={[
              { value: '', label: words.noDeputy },
              ...deputies.map(({ id: value, name }) => ({ value, label: name })),
            ]}
            onChoose={to => onChange({ ...values, to })}
          />
        )}
      </Field>
      {values.to !== '' && (
        <Field label={words.until}>
          {id => (
            <input
              id={id}
              type="date"
              className="input short-date"
              value={values.until}
              onChange={event => onChange({ ...values, until: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
