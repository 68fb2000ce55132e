import { create } from 'zustand'
import type { LedgerCommand } from '../../shared/ledger/commands'
import { noCommittee, type CommitteeState } from '../../shared/ipc/committee'
import { noLedgerView, type LedgerView } from '../../shared/ipc/ledger-view'
import type { CommitteeDetails, SharingView } from '../../shared/ipc/sharing'
import { ask } from '../host/ask'
import { listen } from '../host/events'

interface Committee {
  readonly state: CommitteeState
  readonly ledger: LedgerView
  /** Null unless this program shares the report. */
  readonly sharing: SharingView | null
}

/** Who else writes the report of this window, as the main process tells it. */
export const useCommittee = create<Committee>(() => ({
  state: noCommittee,
  ledger: noLedgerView,
  sharing: null,
}))

/** Hears of it until the returned function is called. */
export function hearCommittee(): () => void {
  const stops = [
    listen('committee.changed', state => useCommittee.setState({ state })),
    listen('ledger.changed', ledger => useCommittee.setState({ ledger })),
    listen('sharing.changed', sharing => useCommittee.setState({ sharing })),
  ]
  return () => stops.forEach(stop => stop())
}

/** Whether the person may invite, assign and give rights: the secretary, and the owner of a report without one. */
export const mayAdminister = ({ state }: Committee): boolean =>
  state.self === null || state.self.role === 'secretary'

/** As the person signed the last time. */
export async function lastSignature(): Promise<CommitteeDetails['person']> {
  return (await ask('committee.state', {})).person
}

/** Gives the ledger a command. Throws a Failure with the reason where it is refused. */
export async function command(asked: LedgerCommand): Promise<void> {
  await ask('committee.command', { command: asked })
}
