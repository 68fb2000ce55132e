import { CloudOff, LoaderCircle, Share2, TriangleAlert, Wifi, type LucideIcon } from 'lucide-react'
import type { CommitteeState } from '../../../shared/ipc/committee'
import { useConnection } from '../../state/presence-connection'
import { vi } from '../../wording/vi'

type Told = Exclude<CommitteeState['connection'], 'none'>

const looks: Readonly<Record<Told, readonly [LucideIcon, 'good' | 'wait' | 'bad' | 'calm']>> = {
  sharing: [Share2, 'good'],
  connecting: [LoaderCircle, 'calm'],
  connected: [Wifi, 'good'],
  offline: [CloudOff, 'wait'],
  refused: [TriangleAlert, 'bad'],
  revoked: [TriangleAlert, 'bad'],
  'other-version': [TriangleAlert, 'bad'],
}

/** How this computer stands with the committee's host, in words, with the edits that wait here. */
export function ConnectionState() {
  const { connection, unsent, message } = useConnection(state => state.committee)
  if (connection === 'none') return null
  const [Icon, look] = looks[connection]
  return (
    <span className={`connection ${look}`} title={message ?? undefined}>
      <Icon size={13} strokeWidth={2} aria-hidden />
      {/* The figure is not read aloud: it changes while the person types. */}
      <span role="status">{vi.connection.states[connection]}</span>
      {unsent > 0 && <span className="tabular">{`: ${vi.connection.unsent(unsent)}`}</span>}
    </span>
  )
}
