import { useEffect, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

interface OnPaperProps {
  /** Called once what is to be printed stands in the page. */
  readonly onReady: () => void
  readonly children: ReactNode
}

/** What printing shows in place of the window (styles/on-paper.css). Invisible on the screen; there only to print. */
export function OnPaper({ onReady, children }: OnPaperProps) {
  useEffect(() => {
    onReady()
    // Printed once for each time that it appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return createPortal(<div className="on-paper">{children}</div>, document.body)
}
