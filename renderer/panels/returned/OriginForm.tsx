import type { SourceGuess, SourceName } from '../../state/returned/guess-source'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { vi } from '../../wording/vi'

const words = vi.returned

interface SenderWords {
  readonly name: string
  readonly unit: string
}

interface OriginFormProps {
  readonly sources: readonly SourceGuess[]
  readonly source: SourceName
  readonly sender: SenderWords
  readonly onSource: (source: SourceName) => void
  readonly onSender: (sender: SenderWords) => void
}

/** Which draft the file was made from, and who sent it. */
export function OriginForm({ sources, source, sender, onSource, onSender }: OriginFormProps) {
  const choices = sources.map(({ source: value, label, likeness }) => ({
    value,
    label: likeness === null ? label : `${label}, ${words.alike(likeness)}`,
  }))
  return (
    <>
      <Field label={words.source} hint={words.sourceHint}>
        {id => <Select id={id} data-first value={source} choices={choices} onChoose={onSource} />}
      </Field>
      <Field label={words.unit}>
        {id => (
          <input
            id={id}
            className="input"
            maxLength={200}
            value={sender.unit}
            onChange={({ target }) => onSender({ ...sender, unit: target.value })}
          />
        )}
      </Field>
      <Field label={words.name} hint={words.nameHint}>
        {id => (
          <input
            id={id}
            className="input"
            maxLength={200}
            value={sender.name}
            onChange={({ target }) => onSender({ ...sender, name: target.value })}
          />
        )}
      </Field>
    </>
  )
}
