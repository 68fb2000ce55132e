import { useId, type SyntheticEvent } from 'react'
import { words as paper } from '../../../shared/print/words'
import { Button } from '../../ui/Button'
import { Check } from '../../ui/Check'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { vi } from '../../wording/vi'
import { useStandsOpen } from './stands-open'
import type { FreezeFields } from './use-freeze-form'

const words = vi.versions.freeze

interface FreezeFormProps {
  readonly title: string
  readonly form: FreezeFields
  readonly onClose: () => void
  readonly onStart: () => void
}

export function FreezeForm({ title, form, onClose, onStart }: FreezeFormProps) {
  const formId = useId()
  const { refusal, values } = form
  const foot = (
    <>
      <span className="foot-note" role="status">
        {refusal}
      </span>
      <Button onClick={onClose}>{vi.cancel}</Button>
      <Button type="submit" form={formId} look="primary" disabled={refusal !== null}>
        {words.start(values.number)}
      </Button>
    </>
  )
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (refusal === null) onStart()
  }
  return (
    <Dialog title={title} closeLabel={vi.close} onClose={onClose} foot={foot}>
      <form id={formId} className="dialog-body" onSubmit={submit}>
        <Values form={form} />
        <Mark form={form} />
        <OpenList />
      </form>
    </Dialog>
  )
}

function Values({ form: { values, change } }: { form: FreezeFields }) {
  return (
    <div className="fields-grid">
      <Field label={words.number}>
        {id => (
          <input
            id={id}
            className="input"
            type="number"
            min={1}
            max={999}
            value={values.number || ''}
            onChange={event => change({ number: Number(event.target.value) })}
          />
        )}
      </Field>
      <Field label={words.date}>
        {id => (
          <input
            id={id}
            className="input"
            type="date"
            value={values.date}
            onChange={event => change({ date: event.target.value })}
          />
        )}
      </Field>
      <div className="wide">
        <Field label={words.label}>
          {id => (
            <input
              id={id}
              className="input"
              maxLength={200}
              value={values.label}
              onChange={event => change({ label: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="wide">
        <Field label={words.purpose} hint={words.purposeHint}>
          {id => (
            <textarea
              id={id}
              className="input"
              data-first
              rows={2}
              maxLength={2000}
              value={values.purpose}
              onChange={event => change({ purpose: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  )
}

/** Where a person wrote the draft mark, the program offers to say it from now on. */
function Mark({ form: { values, change, writtenMark } }: { form: FreezeFields }) {
  if (writtenMark === null) return null
  return (
    <div className="freeze-mark">
      <Check
        label={words.mark(values.number + 1)}
        checked={values.letsMarkFollow}
        onChange={letsMarkFollow => change({ letsMarkFollow })}
      />
      <p className="quiet">{words.markHint(paper.draftMark(writtenMark))}</p>
    </div>
  )
}

function OpenList() {
  const list = useStandsOpen()
  return (
    <section className="stands-open" aria-label={words.standsOpen}>
      <h3>{words.standsOpen}</h3>
      {list.length === 0 ? (
        <p className="quiet">{words.nothingOpen}</p>
      ) : (
        <>
          <ul>
            {list.map(({ words: what, see }) => (
              <li key={what}>
                <span className="grow">{what}</span>
                <Button size="small" look="quiet" aria-label={words.seeLong(what)} onClick={see}>
                  {words.see}
                </Button>
              </li>
            ))}
          </ul>
          <p className="quiet">{words.openHint}</p>
        </>
      )}
    </section>
  )
}
