import { useLayoutEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { showBelow } from '../../../editor/review/propose-place'
import { stopProposing, useProposing, type Proposing } from '../../../state/proposing'
import { useSession } from '../../../state/use-session'
import { Dialog } from '../../../ui/Dialog'
import { vi } from '../../../wording/vi'
import { ProposeBox } from './ProposeBox'
import { ProposeCell, ProposeChoice } from './ProposeFields'

/** Where somebody writes a proposal: below its block in the text; for a note, a cell or a choice in a dialog. */
export function ProposePlace() {
  const now = useProposing(state => state.now)
  if (!now) return null
  if (now.target.kind === 'block') return <InText key={now.target.block} proposing={now} />
  return (
    <Dialog title={vi.proposals.editor.title} closeLabel={vi.close} onClose={stopProposing}>
      <div className="dialog-body">
        {now.target.kind === 'note' && <ProposeBox proposing={now} />}
        {now.target.kind === 'cell' && <ProposeCell proposing={now} target={now.target} />}
        {now.target.kind === 'options' && <ProposeChoice proposing={now} target={now.target} />}
      </div>
    </Dialog>
  )
}

function InText({ proposing }: { proposing: Proposing }) {
  const session = useSession()
  const dom = useMemo(() => document.createElement('div'), [])
  const block = proposing.target.kind === 'block' ? proposing.target.block : null
  // Before the box takes the focus, which it can only where it is shown.
  useLayoutEffect(() => {
    const view = session.editor()
    if (!view) return undefined
    dom.contentEditable = 'false'
    showBelow(view, block, dom)
    dom.scrollIntoView({ block: 'nearest' })
    return () => {
      showBelow(view, null, dom)
      view.focus()
    }
  }, [session, dom, block])
  return createPortal(<ProposeBox proposing={proposing} />, dom)
}
