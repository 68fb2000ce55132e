import { ask } from '../../host/ask'
import { useCommittee } from '../../state/committee'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import { AskFirst } from './AskFirst'
import type { PartProps } from './CommitteeParts'

const words = vi.committee.connection

/** How this computer is reached, and how sharing ends. */
export function ConnectionPart({ acting }: Pick<PartProps, 'acting'>) {
  const sharing = useCommittee(state => state.sharing)
  if (!sharing) return <Elsewhere acting={acting} />
  return (
    <div className="connection-part">
      <h3>{words.addresses}</h3>
      <ul className="addresses">
        {sharing.urls.map(url => (
          <li key={url}>
            <code>{url}</code>
          </li>
        ))}
      </ul>
      <p className="quiet">{words.addressesHint}</p>
      <p className="quiet">{words.port(sharing.port)}</p>
      <div>
        <AskFirst
          label={words.stop}
          name={words.stop}
          title={words.stopTitle}
          body={words.stopBody}
          yes={words.stopYes}
          onYes={() => void acting.act(() => ask('committee.stopSharing', {}))}
        />
      </div>
    </div>
  )
}

/** Where another machine is the host: how it stands, and how to leave. */
function Elsewhere({ acting }: Pick<PartProps, 'acting'>) {
  const { connection, message, unsent } = useCommittee(({ state }) => state)
  const leave = async () => {
    if (await acting.act(() => ask('committee.leave', {}))) showDialog(null)
  }
  return (
    <div className="connection-part">
      <p>{words.elsewhere}</p>
      {message !== null && <p>{message}</p>}
      <div className="buttons">
        {connection === 'offline' && (
          <Button size="small" onClick={() => void acting.act(() => ask('committee.tryNow', {}))}>
            {words.tryNow}
          </Button>
        )}
        <AskFirst
          label={words.leave}
          name={words.leave}
          title={words.leaveTitle}
          body={words.leaveBody(unsent)}
          yes={words.leaveYes}
          onYes={() => void leave()}
        />
      </div>
    </div>
  )
}
