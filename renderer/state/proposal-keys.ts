import { closedUnder } from '../../shared/permissions/closed'
import { rightsOf } from '../editor/rights/rights'
import { blocksShowing } from '../editor/rights/blocks-showing'
import { useOpenReport } from './open-report'
import { mayPropose, proposeHere, targetHere } from './proposing'
import type { ReportSession } from './report-session'
import { stepProposals } from './step-proposals'
import { toggleTracking } from './tracking'
import { useWindow } from './window-state'

/** Keys of proposals and tracked changes, until the returned function is called. */
export function hearProposalKeys(): () => void {
  const hear = (event: KeyboardEvent): void => {
    const { session } = useOpenReport.getState()
    const { dialog, importing } = useWindow.getState()
    if (!session || dialog !== null || importing !== null || event.isComposing) return
    if (!act(session, event) && !typedInstead(session, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  // Before the editor, which would turn the letter away.
  window.addEventListener('keydown', hear, { capture: true })
  return () => window.removeEventListener('keydown', hear, { capture: true })
}

function act(session: ReportSession, event: KeyboardEvent): boolean {
  const { key, altKey, shiftKey } = event
  const ctrlKey = event.ctrlKey || event.metaKey
  const isE = key.toLowerCase() === 'e'
  if (isE && ctrlKey && altKey && !shiftKey) proposeHere(session)
  else if (isE && ctrlKey && shiftKey && !altKey) toggleTracking()
  else if (altKey && !ctrlKey && !shiftKey && key === 'PageDown') stepProposals(1)
  else if (altKey && !ctrlKey && !shiftKey && key === 'PageUp') stepProposals(-1)
  else return false
  return true
}

/** Who types where they may only propose gets the editor for that, with what they typed. */
function typedInstead(
  session: ReportSession,
  { key, ctrlKey, altKey, metaKey, target }: KeyboardEvent,
): boolean {
  if (!/^.$/u.test(key) || ctrlKey || altKey || metaKey) return false
  const isInText = target === document.body || target === session.editor()?.dom
  const isSelected = session.editor()?.dom.contains(document.getSelection()?.anchorNode ?? null) === true
  if (!isInText || !isSelected) return false
  const here = targetHere(session)
  const permissions = rightsOf(session.body).permissions()
  if (!here || here.kind !== 'block' || !permissions) return false
  const path = blocksShowing(session.text(), here.block)[0] ?? []
  if (closedUnder(path, permissions)?.code !== 'no-right' || !mayPropose(session, here)) return false
  return proposeHere(session, key)
}
