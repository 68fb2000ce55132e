import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { Tray } from '../../electron/host/tray/tray'
import { keptInMemory } from './tray-desk'
import type { Writer } from './writers'

export interface WriterDesk {
  readonly tray: Tray
  /** The replica of the local host, which keeps nothing for undo. */
  readonly body: Doc
  readonly receive: (update: Uint8Array) => void
}

/** A writer's window with the local host behind it, to which it hands every change at once. */
export function deskOfWriter({ body: window }: Writer): WriterDesk {
  const body = new Doc()
  applyUpdate(body, encodeStateAsUpdate(window))
  const tray = new Tray(keptInMemory())
  const watched = tray.watch(body)
  window.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'host') watched.receive(update, { origin: 'window', isWindow: true })
  })
  body.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'network') applyUpdate(window, update, 'host')
  })
  return { tray, body, receive: update => watched.receive(update, { origin: 'network', isWindow: false }) }
}

/** As `meet` in writers.ts, by way of the local hosts. */
export function meetAtDesks(desks: readonly WriterDesk[]): void {
  for (let round = 0; round < 2; round++)
    for (const from of desks)
      for (const to of desks)
        if (from !== to) to.receive(encodeStateAsUpdate(from.body, encodeStateVector(to.body)))
}
