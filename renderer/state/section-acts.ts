import type { SectionStatus } from '../../shared/approvals/section-states'
import { alone, sectionActs, waitingFor, type SectionActs } from '../../shared/board/section-acts'
import type { Member } from '../../shared/permissions/member'
import { useApprovals } from './approvals'
import { useCommittee } from './committee'
import { memberAt } from './permissions-for'

type Committee = ReturnType<typeof useCommittee.getState>

/** A day in the office's calendar: the Swedish way of writing one is ISO's, in this computer's own time. */
export const today = (): string => new Date().toLocaleDateString('sv-SE')

/** What the person at this window may do with a section now. */
export const actsHere =
  ({ state, ledger }: Committee) =>
  (status: SectionStatus): SectionActs => {
    const memberOf = (id: string): Member | null => memberAt(ledger, id)
    const isAlone = state.part === 'none' && ledger.members.length === 0
    const known = state.connection === 'revoked' || !state.self ? null : memberOf(state.self.id)
    const member = isAlone ? alone : known
    return sectionActs(status, { member, memberOf, ledger, today: today() })
  }

/** The sections that wait for the person at this window. */
export const waitingNow = (): readonly SectionStatus[] =>
  waitingFor(useApprovals.getState().states, actsHere(useCommittee.getState()))

/** Their number, for a mark on a button. */
export function useWaitingCount(): number {
  const states = useApprovals(state => state.states)
  return useCommittee(committee => waitingFor(states, actsHere(committee)).length)
}
