import { vi } from '../wording/vi'
import { useCommittee } from './committee'
import { changeSettings, say, useWindow } from './window-state'

/** Whether the person has their own edits tracked, in whatever report they write. */
export const isTrackingOwn = (): boolean => useWindow.getState().settings.tracking

/** On by oneself, or by the secretary for everyone. */
export const isTracking = (): boolean => isTrackingOwn() || useCommittee.getState().ledger.tracking

export function toggleTracking(): void {
  if (useCommittee.getState().ledger.tracking) {
    say(vi.proposals.tracking.forAll)
    return
  }
  const tracking = !isTrackingOwn()
  changeSettings({ tracking })
  say(tracking ? vi.proposals.tracking.on : vi.proposals.tracking.off)
}
