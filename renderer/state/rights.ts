import { create } from 'zustand'
import { noCommittee } from '../../shared/ipc/committee'
import { noLedgerView } from '../../shared/ipc/ledger-view'
import { isReader, type Permissions } from '../../shared/permissions/closed'
import type { BlockId } from '../../shared/report/ids'
import { rightsOf, type Refusal } from '../editor/rights/rights'
import { listen } from '../host/events'
import { vi } from '../wording/vi'
import { useOpenReport } from './open-report'
import { permissionsFor } from './permissions-for'
import type { ReportSession } from './report-session'
import { say } from './window-state'

interface RightsHere {
  readonly locks: ReadonlySet<BlockId>
  /** The person only reads this report. */
  readonly isReader: boolean
}

const nothing: RightsHere = { locks: new Set(), isReader: false }

/** What panels show of the rights in the open report. */
export const useRights = create<RightsHere>(() => nothing)

/** Keeps the rights in the open report as the committee has them, until the returned function is called. */
export function hearRights(): () => void {
  let committee = noCommittee
  let ledger = noLedgerView
  let given = ''
  let session: ReportSession | null = null
  let stopTelling = (): void => undefined
  const give = (): void => {
    const permissions = permissionsFor(committee, ledger)
    // The state of the connection changes often, the rights seldom.
    const words = JSON.stringify([committee.part, committee.self, committee.connection === 'revoked', ledger])
    if (words === given) return
    given = words
    useRights.setState(shown(permissions))
    if (session) rightsOf(session.body).change(permissions)
  }
  const meet = ({ session: next }: { readonly session: ReportSession | null }): void => {
    if (next === session) return
    stopTelling()
    session = next
    given = ''
    if (session) stopTelling = tellRefusals(session)
    give()
  }
  const stops = [
    listen('committee.changed', next => {
      committee = next
      give()
    }),
    listen('ledger.changed', next => {
      ledger = next
      give()
    }),
    useOpenReport.subscribe(meet),
    () => stopTelling(),
  ]
  meet(useOpenReport.getState())
  return () => stops.forEach(stop => stop())
}

const shown = (permissions: Permissions | null): RightsHere =>
  permissions ? { locks: permissions.locks.sections, isReader: isReader(permissions) } : nothing

const tellRefusals = (session: ReportSession): (() => void) =>
  rightsOf(session.body).onRefusal(closed => say(wordsOf(closed, session)))

function wordsOf({ code, section, steps }: Refusal, session: ReportSession): string {
  if (steps !== undefined) return vi.rights.skipped(steps)
  const title = session.outline().items.find(({ id }) => id === section)?.title ?? ''
  if (code === 'locked') return vi.rights.locked(title)
  return section === undefined ? vi.rights.noRightHere : vi.rights.noRight(title)
}
