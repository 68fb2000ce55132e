import { CircleCheck, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract'
import { ask } from '../../host/ask'
import { useVersions } from '../../state/versions'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { useActing } from '../committee/use-acting'
import { nameOf } from './version-words'

const words = vi.versions

type Faults = Output<'version.verify'>['faults']

/** Has every stored byte looked at, and says in words whether all is as it was. */
export function Verify({ count }: { count: number }) {
  const [faults, setFaults] = useState<Faults | null>(null)
  const { act, isBusy, failure } = useActing()
  const look = () =>
    void act(async () => {
      setFaults(null)
      setFaults((await ask('version.verify', {})).faults)
    })
  return (
    <>
      <Button icon={ShieldCheck} disabled={isBusy} onClick={look}>
        {isBusy ? words.verifying : words.verify}
      </Button>
      <span className="verified" role="status">
        {faults?.length === 0 && (
          <>
            <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
            {words.sound(count)}
          </>
        )}
        {failure}
      </span>
      {faults !== null && faults.length > 0 && <FaultList faults={faults} />}
    </>
  )
}

function FaultList({ faults }: { faults: Faults }) {
  const all = useVersions(state => state.all)
  return (
    <Notice kind="bad" title={words.faults(faults.length)}>
      <ul>
        {faults.map(({ version, message }, index) => {
          const known = all.find(({ id }) => id === version)
          return <li key={index}>{known ? `${nameOf(known)}: ${message}` : message}</li>
        })}
      </ul>
    </Notice>
  )
}
