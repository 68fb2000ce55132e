import { useState } from 'react'
import type { WordingId } from '../../../../shared/report/ids'
import {
  sendProposal,
  stopProposing,
  type Proposing,
  type ProposeTarget,
  type Wanted,
} from '../../../state/proposing'
import { useSession, useSnapshot } from '../../../state/use-session'
import { Field } from '../../../ui/Field'
import { Select } from '../../../ui/Select'
import { vi } from '../../../wording/vi'
import { SendRow } from './SendRow'

const words = vi.proposals.editor

interface FieldsProps<Kind extends ProposeTarget['kind']> {
  readonly proposing: Proposing
  readonly target: Extract<ProposeTarget, { kind: Kind }>
}

/** Another value for a cell of a table of indicators. */
export function ProposeCell({ proposing, target }: FieldsProps<'cell'>) {
  const table = useSnapshot(session => session.indicators().get(target.table))
  const row = table?.rows.find(({ id }) => id === target.row)
  const [typed, setTyped] = useState(proposing.typed || (row?.[target.column] ?? ''))
  return (
    <>
      <Field label={words.cell(table?.columns[target.column] ?? '')}>
        {id => (
          <textarea
            id={id}
            data-first
            rows={2}
            value={typed}
            onChange={event => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Sending proposing={proposing} wanted={{ kind: 'cell', words: typed.normalize('NFC') }} />
    </>
  )
}

/** Another choice among alternative wordings. */
export function ProposeChoice({ proposing, target }: FieldsProps<'options'>) {
  const options = useSnapshot(session => session.options().get(target.options))
  const [chosen, setChosen] = useState<string>(options?.chosen ?? '')
  const choices = (options?.wordings ?? []).map(({ id }, index) => ({
    value: id,
    label: vi.options.wording(options?.name ?? '', index + 1),
  }))
  return (
    <>
      <Field label={words.options}>
        {id => (
          <Select
            id={id}
            value={chosen}
            choices={[{ value: '', label: words.noChoice }, ...choices]}
            onChoose={setChosen}
          />
        )}
      </Field>
      <Sending proposing={proposing} wanted={{ kind: 'choice', chosen: chosen as WordingId | '' }} />
    </>
  )
}

function Sending({ proposing, wanted }: { proposing: Proposing; wanted: Wanted }) {
  const session = useSession()
  const [reason, setReason] = useState('')
  const send = async (): Promise<void> => {
    if (await sendProposal(session, proposing, wanted, reason)) stopProposing()
  }
  return (
    <SendRow
      hint=""
      reason={reason}
      onReason={setReason}
      onSend={() => void send()}
      onLeave={stopProposing}
    />
  )
}
