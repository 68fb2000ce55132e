import type { Doc } from 'yjs'
import type { FieldName, Fields } from '../../../shared/report/fields'
import { setField } from '../../editor/records/fields'
import { profileOf, profiles } from '../../../shared/print/profiles'
import { useFields } from '../../state/use-fields'
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
export function FieldsDialog({ body, readOnly }: FieldsDialogProps) {
  const fields = useFields(body)
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
                  <TextField key={name} name={name} fields={fields} body={body} />
                ))}
              </div>
            </section>
          ))}
          <LayoutFields fields={fields} body={body} />
        </fieldset>
        <div className="fields-preview" role="img" aria-label={vi.fields.preview}>
          <div className="preview-paper">
            <HeaderBlock fields={fields} profile={profile} />
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

function TextField({ name, fields, body }: { name: FieldName; fields: Fields; body: Doc }) {
  const hint = hints[name]
  const change = (event: { target: { value: string } }) => setField(body, name, event.target.value)
  return (
    <div className={wide.has(name) ? 'wide' : ''}>
      <Field label={names[name]} {...(hint ? { hint } : {})}>
        {id =>
          long.has(name) ? (
            <textarea id={id} className="input" rows={3} value={fields[name]} onChange={change} />
          ) : (
            <input
              id={id}
              className="input"
              data-first={name === 'superiorBody' || undefined}
              value={fields[name]}
              onChange={change}
            />
          )
        }
      </Field>
    </div>
  )
}

/** Profile and numbering: data of resources/profiles, and the report's own choice against it. */
function LayoutFields({ fields, body }: { fields: Fields; body: Doc }) {
  const styles = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  return (
    <section aria-label={vi.fields.groups.layout}>
      <h3>{vi.fields.groups.layout}</h3>
      <div className="fields-grid">
        <div className="wide">
          <ProfileField fields={fields} body={body} />
        </div>
        <div className="field">
          <span className="field-label">{names.partStyle}</span>
          <Segments
            label={names.partStyle}
            value={fields.partStyle}
            choices={styles(vi.fields.partStyles)}
            onChoose={value => setField(body, 'partStyle', value)}
          />
        </div>
        <div className="field">
          <span className="field-label">{names.markStyle}</span>
          <Segments
            label={names.markStyle}
            value={fields.markStyle}
            choices={styles(vi.fields.markStyles)}
            onChoose={value => setField(body, 'markStyle', value)}
          />
        </div>
      </div>
    </section>
  )
}

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
