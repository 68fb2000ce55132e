import type { Page } from '@playwright/test'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { openedMessage } from '../../shared/ipc/channels'
import { readFrame, stateFrame, updateFrame } from '../../shared/sync/sync-frames'

declare global {
  interface Window {
    /** The window's end of its report's channel. */
    reportPort: MessagePort
    /** Everything the window has said over it. */
    saidToHost: Uint8Array[]
  }
}

/** Somebody at another computer, as a window meets them: in what comes over the port of its report's host. */
export interface PortColleague {
  /** What they have before them. */
  readonly body: Doc
  /** Makes a change of theirs, and has it reach the window and its host. */
  readonly change: (edit: (body: Doc) => void) => Promise<void>
  /** Has what the window has. */
  readonly catchUp: () => Promise<void>
}

/** Loads the window's page again, so that its port can be had. */
export async function joinWindow(page: Page): Promise<PortColleague> {
  await page.addInitScript(keepPort, openedMessage)
  await page.reload()
  await page.waitForFunction(() => 'reportPort' in window)
  const body = new Doc()
  const catchUp = async (): Promise<void> => {
    for (const frame of (await ask(page, stateFrame(body))).map(readFrame))
      if (frame.kind === 'rest' || frame.kind === 'update') applyUpdate(body, frame.update)
  }
  await catchUp()
  return {
    body,
    catchUp,
    async change(edit) {
      const before = encodeStateVector(body)
      edit(body)
      await page.evaluate(deliver, [[...updateFrame(encodeStateAsUpdate(body, before))]])
    },
  }
}

function keepPort(openedMessage: string): void {
  window.saidToHost = []
  window.addEventListener('message', event => {
    const port = event.ports[0]
    if ((event.data as { kind?: unknown } | null)?.kind !== openedMessage || !port) return
    const post = port.postMessage.bind(port)
    port.postMessage = (frame: Uint8Array) => {
      window.saidToHost.push(frame)
      post(frame)
    }
    window.reportPort = port
  })
}

async function ask(page: Page, question: Uint8Array): Promise<Uint8Array[]> {
  const frames = await page.evaluate(
    bytes => {
      const data = Uint8Array.from(bytes)
      window.reportPort.dispatchEvent(new MessageEvent('message', { data }))
      return window.saidToHost.splice(0).map(frame => [...frame])
    },
    [...question],
  )
  return frames.map(frame => Uint8Array.from(frame))
}

/** As the host would: to the window, and into the host's own replica, so that what the window adds to it has a place. */
function deliver(frames: number[][]): void {
  for (const frame of frames) {
    const data = Uint8Array.from(frame)
    window.reportPort.dispatchEvent(new MessageEvent('message', { data }))
    MessagePort.prototype.postMessage.call(window.reportPort, data)
  }
}
