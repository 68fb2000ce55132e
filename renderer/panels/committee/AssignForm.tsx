import { useState } from 'react'
import type { LedgerView } from '../../../shared/ipc/ledger-view'
import type { LedgerCommand } from '../../../shared/ledger/commands'
import { command, useCommittee } from '../../state/committee'
import { Button } from '../../ui/Button'
import { Check } from '../../ui/Check'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { vi } from '../../wording/vi'
import type { PartProps } from './CommitteeParts'
import { useSections } from './use-sections'

const words = vi.committee.work

export type Assignment = LedgerView['assignments'][number]
export const nothingAssigned: Assignment = { section: '', members: [], due: null }

interface AssignFormProps {
  readonly start: Assignment
  readonly acting: PartProps['acting']
  readonly onDone: () => void
}

/** A section, the people who write it, and the day on which it is due. */
export function AssignForm({ start, acting, onDone }: AssignFormProps) {
  const { choices } = useSections()
  const locks = useCommittee(({ ledger }) => ledger.locks)
  const [form, setForm] = useState(start)
  const { section, members, due } = form
  const change = (part: Partial<Assignment>) => setForm({ ...form, ...part })
  const assign = async () => {
    const asked: LedgerCommand = { kind: 'section.assign', section, members: [...members], due }
    if (!(await acting.act(() => command(asked)))) return
    setForm(nothingAssigned)
    onDone()
  }
  const lock = () => void acting.act(() => command({ kind: 'section.lock', section }))
  return (
    <form
      className="assign"
      aria-label={words.assign}
      onSubmit={event => {
        event.preventDefault()
        void assign()
      }}
    >
      <Field label={words.section}>
        {id => (
          <Select
            {...{ id, value: section }}
            choices={[{ value: '', label: vi.committee.grants.choose }, ...choices]}
            onChoose={value => change({ section: value })}
          />
        )}
      </Field>
      <Writers chosen={members} onChoose={chosen => change({ members: chosen })} />
      <DueField due={due} onChange={day => change({ due: day })} />
      <div className="buttons">
        <Button disabled={section === '' || locks.includes(section) || acting.isBusy} onClick={lock}>
          {words.lock}
        </Button>
        <Button type="submit" look="primary" disabled={!section || !members.length || acting.isBusy}>
          {words.assign}
        </Button>
      </div>
    </form>
  )
}

interface WritersProps {
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: string[]) => void
}

function Writers({ chosen, onChoose }: WritersProps) {
  const members = useCommittee(({ ledger }) => ledger.members)
  const writers = members.filter(
    ({ revoked, role }) => revoked === null && (role === 'drafter' || role === 'secretary'),
  )
  const pick = (id: string, isPicked: boolean) => {
    const others = chosen.filter(other => other !== id)
    onChoose(isPicked ? [...others, id] : others)
  }
  return (
    <fieldset className="checks">
      <legend>{words.people}</legend>
      {writers.length === 0 && <p className="quiet">{words.noPeople}</p>}
      {writers.map(({ id, name }) => (
        <Check
          {...{ key: id, label: name, checked: chosen.includes(id) }}
          onChange={isPicked => pick(id, isPicked)}
        />
      ))}
    </fieldset>
  )
}

const DueField = ({ due, onChange }: { due: string | null; onChange: (due: string | null) => void }) => (
  <Field label={words.due}>
    {id => (
      <input
        id={id}
        type="date"
        className="input"
        value={due ?? ''}
        onChange={event => onChange(event.target.value || null)}
      />
    )}
  </Field>
)
