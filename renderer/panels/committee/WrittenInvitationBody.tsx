import { Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { WrittenInvitation } from '../../../shared/ipc/sharing'
import { ask } from '../../host/ask'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { moment } from '../../wording/window'
import { useActing } from './use-acting'

const words = vi.committee.invite

interface WrittenInvitationBodyProps {
  readonly name: string
  readonly expires: string
  readonly invitation: WrittenInvitation
}

/** An invitation as it is given to a person: link, code, file. */
export function WrittenInvitationBody({ name, expires, invitation }: WrittenInvitationBodyProps) {
  const [said, setSaid] = useState('')
  const body = useRef<HTMLDivElement>(null)
  // The form that had the focus is gone.
  useEffect(() => body.current?.querySelector<HTMLElement>('[data-first]')?.focus(), [])
  const { failure, act } = useActing()
  const { link, code, file } = invitation
  const copy = (text: string) =>
    void act(async () => {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    })
  const save = () =>
    void act(async () => {
      const { path } = await ask('committee.saveInvitation', { name, file })
      setSaid(path === null ? '' : words.saved(path))
    })
  return (
    <div ref={body} className="dialog-body">
      <Notice kind="wait" title={words.until(moment(expires, new Date()))}>
        <p>{words.once}</p>
      </Notice>
      <Copied label={words.link} button={words.copyLink} value={link} isFirst onCopy={copy} />
      {code !== null && <Copied label={words.code} button={words.copyCode} value={code} onCopy={copy} />}
      <div>
        <Button onClick={save}>{words.save}</Button>
      </div>
      <p role="status">{said}</p>
      {failure !== null && <Notice kind="bad" title={failure} />}
    </div>
  )
}

interface CopiedProps {
  readonly label: string
  readonly button: string
  readonly value: string
  readonly isFirst?: boolean
  readonly onCopy: (value: string) => void
}

function Copied({ label, button, value, isFirst = false, onCopy }: CopiedProps) {
  return (
    <Field label={label}>
      {id => (
        <span className="copied">
          <textarea
            {...{ id, rows: 2, readOnly: true, className: 'input code', value }}
            onFocus={event => event.target.select()}
          />
          <Button icon={Copy} {...(isFirst ? { 'data-first': true } : {})} onClick={() => onCopy(value)}>
            {button}
          </Button>
        </span>
      )}
    </Field>
  )
}
