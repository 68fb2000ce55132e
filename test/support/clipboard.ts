import type { Writer } from './writers'

/** What a paste event tells of the clipboard. */
export function pasteEvent(html: string, plain = ''): ClipboardEvent {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  const clipboardData = { getData: (type: string) => (type === 'text/html' ? html : plain), files: [] }
  return Object.assign(event, { clipboardData }) as unknown as ClipboardEvent
}

/** Pastes what `copied` gave, or any HTML. */
export const paste = ({ view }: Writer, html: string, plain = ''): unknown =>
  view.dom.dispatchEvent(pasteEvent(html, plain))

/** The HTML that the clipboard would hold of the selection. */
export const copied = ({ view }: Writer): string =>
  view.serializeForClipboard(view.state.selection.content()).dom.innerHTML
