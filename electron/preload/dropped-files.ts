import type { WebUtils } from 'electron'

/** The little of the DOM that the preload script touches; its types stay out of the Node side. */
interface DropEvent {
  readonly dataTransfer: { readonly types: readonly string[]; readonly files: ArrayLike<DroppedFile> } | null
  preventDefault(): void
}
type DroppedFile = Parameters<WebUtils['getPathForFile']>[0]

declare global {
  var window: {
    postMessage(message: object, targetOrigin: string, transfer: readonly object[]): void
    addEventListener(type: 'dragover' | 'drop', listener: (event: DropEvent) => void, capture: true): void
  }
}

/** Files dragged from outside onto the window, one call a file. Text dragged within the page is left alone. */
export function onFileDropped(handler: (file: DroppedFile) => void): void {
  const hasFiles = (event: DropEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  window.addEventListener('dragover', event => hasFiles(event) && event.preventDefault(), true)
  window.addEventListener(
    'drop',
    event => {
      if (!hasFiles(event)) return
      event.preventDefault()
      for (const file of Array.from(event.dataTransfer?.files ?? [])) handler(file)
    },
    true,
  )
}
