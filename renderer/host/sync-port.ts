import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { applyUpdate, Doc } from 'yjs'
import { openedMessage } from '../../shared/ipc/channels'
import type { EventPayload } from '../../shared/ipc/contract'
import type { AwarenessChange } from '../../shared/sync/presence'
import {
  awarenessFrame,
  flushFrame,
  readFrame,
  restFrame,
  stateFrame,
  updateFrame,
} from '../../shared/sync/sync-frames'
import { unreachable } from '../../shared/util/exhaustive'
import { bridge } from './bridge'
import { createBetweenLetters, type BetweenLetters } from './between-letters'
import { gather } from './gather'

export type OpenedReport = EventPayload<'report.opened'> & { readonly port: MessagePort }

/** Hears of the report that this window shows, with the port of its sync stream (for `connectReport`). */
export function onReportOpened(handler: (opened: OpenedReport) => void): () => void {
  const hear = (event: MessageEvent<{ kind?: unknown } | null>): void => {
    const port = event.ports[0]
    if (event.source !== window || event.data?.kind !== openedMessage || !port) return
    const { path, readOnly } = event.data as unknown as EventPayload<'report.opened'>
    handler({ path, readOnly, port })
  }
  window.addEventListener('message', hear)
  // The main process hands the report over only to a page that listens, and again after a reload.
  bridge().ready()
  return () => window.removeEventListener('message', hear)
}

export interface ConnectedReport {
  /** The window's replica of the report; every change made to it is sent to the host at once. */
  readonly body: Doc
  /** Who else is here and where; what this window shows of itself (nothing yet) is its local state. */
  readonly awareness: Awareness
  /** When to show what others did. */
  readonly between: BetweenLetters
  readonly close: () => void
  /** Others' changes wait from now on, as long as somebody composes a word (Telex, VNI). Calls nest. */
  readonly hold: () => void
  /** Ends one `hold`; with the last, what waited is let in. */
  readonly release: () => void
  /** Called before a message of the host's is read or let in: it must find everything that is on the screen. */
  readonly beforeMessages: (settle: () => void) => void
}

/** Changes that came over the port carry this origin, so that undo and the sender below leave them alone. */
export const fromHost = Symbol('from host')

/** Joins the host's report. Resolves when everything the host has is here. */
export function connectReport(port: MessagePort): Promise<ConnectedReport> {
  const body = new Doc()
  const send = (frame: Uint8Array): void => port.postMessage(frame)
  const between = createBetweenLetters()
  const sendUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === fromHost) return
    send(updateFrame(update))
    between.letter()
  }
  body.on('update', sendUpdate)
  const awareness = awarenessOver(body, send)
  const close = (): void => {
    body.off('update', sendUpdate)
    // Says that this window has gone, so before the port closes.
    awareness.destroy()
    port.close()
  }
  let settle = (): void => undefined
  const beforeMessages = (act: () => void): void => void (settle = act)
  const gate = gateTo(body, () => settle(), between)
  return new Promise(resolve => {
    port.onmessage = (event: MessageEvent<Uint8Array>) => {
      const answer = receive(body, event.data, {
        awareness,
        settle,
        letIn: gate.letIn,
        onSynced: () => resolve({ body, awareness, between, close, beforeMessages, ...gate }),
      })
      if (answer) send(answer)
    }
    send(stateFrame(body))
  })
}

/** Sends what this window shows of itself; what it hears of others is theirs to send. */
function awarenessOver(body: Doc, send: (frame: Uint8Array) => void): Awareness {
  const awareness = new Awareness(body)
  const { clientID } = awareness
  awareness.setLocalState(null)
  awareness.on('update', ({ added, updated, removed }: AwarenessChange) => {
    // Also where the host lost sight of this window: the answer says that it is still here.
    if ([...added, ...updated, ...removed].includes(clientID))
      send(awarenessFrame(encodeAwarenessUpdate(awareness, [clientID])))
  })
  return awareness
}

interface Receiving {
  readonly awareness: Awareness
  readonly letIn: (update: Uint8Array) => void
  readonly settle: () => void
  readonly onSynced: () => void
}

/** Where others' changes come in, unless somebody holds it shut. */
function gateTo(body: Doc, settle: () => void, between: BetweenLetters) {
  const waiting: Uint8Array[] = []
  let holds = 0
  const gathered = gather(updates => {
    if (holds > 0) {
      waiting.push(...updates)
      return
    }
    settle()
    // Together they are one change of the editors.
    body.transact(() => {
      for (const update of updates) applyUpdate(body, update, fromHost)
    }, fromHost)
  }, between)
  return {
    hold: (): void => {
      holds++
    },
    release: (): void => {
      holds = Math.max(0, holds - 1)
      if (holds > 0) return
      for (const update of waiting.splice(0)) gathered.add(update)
      gathered.flush()
    },
    letIn: (update: Uint8Array): void => {
      if (holds > 0) waiting.push(update)
      else gathered.add(update)
    },
  }
}

/** Takes one message of the host's in; the frame to answer with, or none. */
function receive(
  body: Doc,
  bytes: Uint8Array,
  { awareness, letIn, settle, onSynced }: Receiving,
): Uint8Array | null {
  const frame = readFrame(bytes)
  // What only comes in waits for company, and what is on the screen with it.
  if (frame.kind !== 'update' && frame.kind !== 'awareness') settle()
  switch (frame.kind) {
    case 'state':
      return restFrame(body, frame.vector)
    case 'rest':
      applyUpdate(body, frame.update, fromHost)
      onSynced()
      return null
    case 'update':
      letIn(frame.update)
      return null
    case 'flush':
      // The port keeps the order: once this answer is there, so is every change made before it.
      return flushFrame(frame.round)
    case 'awareness':
      applyAwarenessUpdate(awareness, frame.update, fromHost)
      return null
    default:
      return unreachable(frame)
  }
}
