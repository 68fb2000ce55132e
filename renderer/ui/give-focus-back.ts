/**
 * Remembers who has the focus now; the returned function gives it back. Editable text also gets its selection back:
 * the browser would put the caret at its very start once a field elsewhere has been typed into.
 */
export function rememberFocus(): () => void {
  const element = document.activeElement
  const selection = document.getSelection()
  const spot =
    selection?.anchorNode && selection.focusNode && element?.contains(selection.anchorNode)
      ? ([selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset] as const)
      : null
  return () => {
    if (!(element instanceof HTMLElement) || !element.isConnected) return
    element.focus({ preventScroll: true })
    if (spot && element.isContentEditable && spot[0].isConnected && spot[2].isConnected)
      document.getSelection()?.setBaseAndExtent(...spot)
  }
}
