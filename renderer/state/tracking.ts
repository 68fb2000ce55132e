import { create } from 'zustand'
import { vi } from '../wording/vi'
import { useCommittee } from './committee'
import { say } from './window-state'

/** Whether the person at this window has their own edits tracked. */
export const useOwnTracking = create<{ readonly isOn: boolean }>(() => ({ isOn: false }))

/** On by oneself, or by the secretary for everyone. */
export const isTracking = (): boolean =>
  useOwnTracking.getState().isOn || useCommittee.getState().ledger.tracking

export function toggleTracking(): void {
  if (useCommittee.getState().ledger.tracking) {
    say(vi.proposals.tracking.forAll)
    return
  }
  const isOn = !useOwnTracking.getState().isOn
  useOwnTracking.setState({ isOn })
  say(isOn ? vi.proposals.tracking.on : vi.proposals.tracking.off)
}
