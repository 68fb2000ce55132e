import type { Doc } from 'yjs'
import type { FieldName, Fields } from '../../../shared/report/fields'
import { setField } from '../../editor/records/fields'
import { profileOf, profiles } from '../../../shared/print/profiles'
import type { OpenStep } from '../../editor/undo/open-step'
import { useFields } from '../../state/use-fields'
import { useMarked } from '../../state/versions'
import { useTyped } from '../../state/use-typed'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Segments } from '../../ui/Segments'
import { Select } from '../../ui/Select'
import { vi } from '../../wording/vi'
import { HeaderBlock, SignatureBlock } from '../paper/HeaderBlock'

interface FieldsDialogProps {
  readonly body: Doc
  readonly readOnly: boolean
  /** A step of undo that stays open while one field is typed in. */
  readonly openStep: () => OpenStep
}

const names = vi.fields.names
const groups: readonly { title: string; fields: readonly FieldName[] }[] = [
  {
    title: vi.fields.groups.head,
    fields: ['superiorBody', 'issuingBody', 'number', 'draftNumber', 'place', 'date', 'circulation'],
  },
  { title: vi.fields.groups.title, fields: ['type', 'title'] },
  { title: vi.fields.groups.end, fields: ['authority', 'position', 'signer', 'recipients'] },
]

/** Everything above and below the text, beside the paper as it will be printed. */
export function FieldsDialog({ body, readOnly, openStep }: FieldsDialogProps) {
  const fields = useFields(body)
  const shown = useMarked(fields)
  const profile = profileOf(fields.profile)
  const close = () => showDialog(null)
  const foot = (
    <>
      <span className="foot-note">{vi.fields.saved}</span>
      <Button look="primary" onClick={close}>
        {vi.fields.done}
      </Button>
    </>
  )
  return (
    <Dialog title={vi.fields.title} closeLabel={vi.close} size="wide tall" onClose={close} foot={foot}>
      <div className="fields">
        <fieldset className="fields-form" disabled={readOnly}>
          {groups.map(group => (
            <section key={group.title} aria-label={group.title}>
              <h3>{group.title}</h3>
              <div className="fields-grid">
                {group.fields.map(name => (
                  <TextField key={name} {...{ name, fields, body, openStep }} computed={shown[name]} />
                ))}
              </div>
            </section>
          ))}
          <LayoutFields fields={fields} body={body} />
        </fieldset>
        <div className="fields-preview" role="img" aria-label={vi.fields.preview}>
          <div className="preview-paper">
            <HeaderBlock fields={shown} profile={profile} />
            <span className="preview-text" />
            <SignatureBlock fields={fields} profile={profile} />
          </div>
        </div>
      </div>
    </Dialog>
  )
}

const long: ReadonlySet<FieldName> = new Set(['title', 'recipients'])
const wide: ReadonlySet<FieldName> = new Set(['circulation', 'type', 'title', 'signer', 'recipients'])
const hints: Partial<Record<FieldName, string>> = vi.fields.hints

type TextFieldProps = Pick<FieldsDialogProps, 'body' | 'openStep'> & {
  name: FieldName
  fields: Fields
  /** What the program says where nobody wrote anything. */
  computed: string
}

function TextField({ name, fields, body, openStep, computed }: TextFieldProps) {
  const hint = hints[name]
  const typed = useTyped({ value: fields[name], write: words => setField(body, name, words), openStep })
  const field = {
    className: 'input',
    value: typed.words,
    placeholder: computed,
    onChange: (event: { target: { value: string } }) => typed.type(event.target.value),
    onBlur: typed.leave,
  }
  return (
    <div className={wide.has(name) ? 'wide' : ''}>
      <Field label={names[name]} {...(hint ? { hint } : {})}>
        {id =>
          long.has(name) ? (
            <textarea id={id} rows={3} {...field} />
          ) : (
            <input id={id} data-first={name === 'superiorBody' || undefined} {...field} />
          )
        }
      </Field>
    </div>
  )
}

/** Profile and numbering: data of resources/profiles, and the report's own choice against it. */
function LayoutFields({ fields, body }: { fields: Fields; body: Doc }) {
  return (
    <section aria-label={vi.fields.groups.layout}>
      <h3>{vi.fields.groups.layout}</h3>
      <div className="fields-grid">
        <div className="wide">
          <ProfileField fields={fields} body={body} />
        </div>
        <StyleField name="partStyle" choices={vi.fields.partStyles} {...{ fields, body }} />
        <StyleField name="markStyle" choices={vi.fields.markStyles} {...{ fields, body }} />
      </div>
    </section>
  )
}

interface StyleFieldProps {
  readonly name: 'partStyle' | 'markStyle'
  readonly choices: Readonly<Record<string, string>>
  readonly fields: Fields
  readonly body: Doc
}

const StyleField = ({ name, choices, fields, body }: StyleFieldProps) => (
  <div className="field">
    <span className="field-label">{names[name]}</span>
    <Segments
      label={names[name]}
      value={fields[name]}
      choices={Object.entries(choices).map(([value, label]) => ({ value, label }))}
      onChoose={value => setField(body, name, value)}
    />
  </div>
)

export function ProfileField({ fields, body }: { fields: Fields; body: Doc }) {
  return (
    <Field label={names.profile} hint={profileOf(fields.profile).source}>
      {id => (
        <Select
          id={id}
          value={profileOf(fields.profile).id}
          choices={profiles.map(profile => ({ value: profile.id, label: profile.name }))}
          onChoose={value => setField(body, 'profile', value)}
        />
      )}
    </Field>
  )
}
