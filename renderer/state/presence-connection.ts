import { create } from 'zustand'
import { noCommittee, type CommitteeState } from '../../shared/ipc/committee'
import { listen } from '../host/events'
import { settleConnection } from './settle-connection'

/** How this window stands with the committee's host, as the status bar shows it. */
export const useConnection = create<{ readonly committee: CommitteeState }>(() => ({
  committee: noCommittee,
}))

/** Hears of it until the returned function is called. */
export function hearConnection(): () => void {
  const settled = settleConnection(committee => useConnection.setState({ committee }))
  const stop = listen('committee.changed', settled.hear)
  return () => {
    settled.stop()
    stop()
  }
}
