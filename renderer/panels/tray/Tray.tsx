import type { BlockId, NoteId } from '../../../shared/report/ids'
import type { TrayEntry } from '../../../shared/tray/entry'
import { useCommittee } from '../../state/committee'
import type { ReportSession } from '../../state/report-session'
import { discard, settle } from '../../state/tray'
import { useSession } from '../../state/use-session'
import { changeSettings, say } from '../../state/window-state'
import { vi } from '../../wording/vi'
import { withSentence } from './keep-sentence'
import { wayBack } from './put-back'
import type { TrayActs } from './TrayCard'
import { TrayPanel } from './TrayPanel'
import { useTrayGroups } from './use-tray-groups'

/** The tray of the open report. */
export function Tray() {
  const session = useSession()
  const groups = useTrayGroups()
  const members = useCommittee(({ ledger }) => ledger.members)
  const self = useCommittee(({ state }) => state.self?.id ?? null)
  const nameOf = (member: string | null): string | null => {
    if (member === self) return null
    return members.find(({ id }) => id === member)?.name ?? ''
  }
  return <TrayPanel {...{ groups, nameOf }} readOnly={session.readOnly} acts={actsOf(session)} />
}

function actsOf(session: ReportSession): TrayActs {
  return {
    onPutBack: entry => {
      if (!wayBack(session, entry).go()) return
      say(vi.tray.putBackDone)
      void settle(entry.id)
    },
    onCopy: entry => void copy(entry.mine),
    onDiscard: entry => void discard(entry.id),
    onKeep: (entry, which) => {
      if (which === 'merged' || keep(session, entry, which)) void settle(entry.id)
    },
    onGo: entry => goTo(session, entry),
    isOpen: entry => wayBack(session, entry).isOpen,
  }
}

async function copy(words: string): Promise<void> {
  await navigator.clipboard.writeText(words)
  say(vi.tray.copied)
}

function keep(session: ReportSession, entry: TrayEntry, which: 'mine' | 'theirs'): boolean {
  const words = which === 'mine' ? entry.mine : (entry.theirs ?? '')
  return session.run((state, dispatch) => {
    const tr = withSentence(state, entry, words)
    if (tr) dispatch?.(tr.scrollIntoView())
    return tr !== null
  })
}

function goTo(session: ReportSession, { place }: TrayEntry): void {
  if (place.kind === 'block') session.goToBlock(place.id as BlockId)
  else if (place.kind === 'note') {
    changeSettings({ notesOpen: true })
    session.goTo({ kind: 'note', id: place.id as NoteId })
  }
}
