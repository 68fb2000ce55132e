import { ask } from '../../host/ask'
import { useCommittee } from '../../state/committee'
import { vi } from '../../wording/vi'
import { AskFirst } from './AskFirst'
import type { PartProps } from './CommitteeParts'

const words = vi.committee.connection

/** How this computer is reached, and how sharing ends. */
export function ConnectionPart({ acting }: PartProps) {
  const sharing = useCommittee(state => state.sharing)
  const message = useCommittee(({ state }) => state.message)
  if (!sharing)
    return (
      <div className="connection-part">
        <p>{words.elsewhere}</p>
        {message !== null && <p>{message}</p>}
      </div>
    )
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
