import { useEffect, useState } from 'react'
import { ask } from '../../host/ask'
import { attempt } from '../../state/attempt'
import { lastSignature, useCommittee } from '../../state/committee'
import { vi } from '../../wording/vi'
import { FormDialog } from './FormDialog'
import { Refusal } from './Refusal'
import { TextField } from './TextField'
import { useActing } from './use-acting'

const words = vi.committee.start
const usualPort = '4711'

/** What sharing means, and as whom and where the person shares. */
export function StartSharing({ onClose }: { onClose: () => void }) {
  const message = useCommittee(({ state }) => state.message)
  const { form, change } = useSignature()
  const [fault, setFault] = useState<string | null>(null)
  const { isBusy, failure, act } = useActing()
  const go = () => {
    const found = faultIn(form)
    setFault(found)
    const { name, unit, port } = form
    if (found === null) void act(() => ask('committee.share', { name, unit, port: Number(port) }))
  }
  return (
    <FormDialog title={vi.committee.title} go={words.go} {...{ isBusy, onClose }} onGo={go}>
      <p className="lead">{words.lead}</p>
      <ul className="explained">
        {words.how.map(how => (
          <li key={how}>{how}</li>
        ))}
      </ul>
      <TextField
        {...{ label: words.name, value: form.name, maxLength: 120, isFirst: true }}
        onType={name => change({ name })}
      />
      <TextField
        {...{ label: words.unit, value: form.unit, maxLength: 200 }}
        onType={unit => change({ unit })}
      />
      <TextField
        {...{ label: words.port, hint: words.portHint, value: form.port, maxLength: 5, look: 'short' }}
        inputMode="numeric"
        onType={port => change({ port })}
      />
      <Refusal title={words.failed} words={fault ?? failure ?? message} />
    </FormDialog>
  )
}

interface Form {
  readonly name: string
  readonly unit: string
  readonly port: string
}

/** Begins as the person signed the last time. */
function useSignature() {
  const [form, setForm] = useState<Form>({ name: '', unit: '', port: usualPort })
  useEffect(() => {
    void attempt(async () => {
      const last = await lastSignature()
      // What was typed meanwhile counts.
      setForm(now => ({ ...now, name: now.name || last.name, unit: now.unit || last.unit }))
    })
  }, [])
  return { form, change: (part: Partial<Form>) => setForm(now => ({ ...now, ...part })) }
}

function faultIn({ name, port }: Form): string | null {
  if (name.trim() === '') return words.nameMissing
  const number = Number(port)
  return /^\d{1,5}$/.test(port) && number >= 1 && number <= 65_535 ? null : words.badPort
}
