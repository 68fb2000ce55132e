import type { Page } from '@playwright/test'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import {
  applyUpdate,
  createRelativePositionFromTypeIndex,
  Doc,
  relativePositionToJSON,
  type XmlElement,
  type XmlFragment,
  XmlText,
} from 'yjs'
import type { Presence } from '../../shared/sync/presence'
import { textOf } from '../../shared/sync/report-doc'
import {
  awarenessFrame,
  flushFrame,
  readFrame,
  restFrame,
  stateFrame,
  updateFrame,
} from '../../shared/sync/sync-frames'
import { unreachable } from '../../shared/util/exhaustive'

/** Somebody else in the report that a window shows: another peer of the window's own host, without a window. */
export interface Colleague {
  readonly body: Doc
  readonly awareness: Awareness
  /** The words of the block that begins so. */
  readonly words: (start: string) => XmlText
  /** The words of all paragraphs and headings. */
  readonly blocks: () => readonly string[]
  /** Puts the caret into the block that begins so; with `to`, selects from `at`. */
  readonly goTo: (start: string, at: number, to?: number) => void
  /** Shows the person elsewhere: in a note, a cell. */
  readonly enter: (place: string, within: Presence['within']) => void
  /** Types at the caret. */
  readonly type: (typed: string) => void
  readonly leave: () => Promise<void>
}

declare global {
  interface Window {
    hostPorts?: MessagePort[]
    /** The next port of the host's is for a colleague, not for the page. */
    expectsColleague?: boolean
    toColleague?: (port: number, bytes: number[]) => Promise<void>
  }
}

const receivers: ((frame: Uint8Array) => void)[] = []

/** Lets colleagues come in beside the window of this page; loads the page again. */
export async function admitColleagues(page: Page): Promise<void> {
  receivers.length = 0
  await page.exposeFunction('toColleague', (port: number, bytes: number[]) =>
    receivers[port]?.(new Uint8Array(bytes)),
  )
  await page.addInitScript(() => {
    window.hostPorts = []
    window.addEventListener(
      'message',
      event => {
        const port = event.ports[0]
        if (!window.expectsColleague || !port || !window.hostPorts) return
        event.stopImmediatePropagation()
        window.expectsColleague = false
        const index = window.hostPorts.push(port) - 1
        port.onmessage = (message: MessageEvent<Uint8Array>) =>
          void window.toColleague?.(index, [...message.data])
      },
      { capture: true },
    )
  })
  await page.reload()
}

/** One of them comes. */
export async function joinAsColleague(page: Page, user: { id: string; name: string }): Promise<Colleague> {
  const body = new Doc()
  const awareness = new Awareness(body)
  awareness.setLocalState(null)
  const index = receivers.length
  // One after the other: the order of the frames is the order of the words.
  let sending = Promise.resolve()
  const send = (frame: Uint8Array): void => {
    sending = sending.then(() =>
      page.evaluate(([port, bytes]) => window.hostPorts?.[port]?.postMessage(new Uint8Array(bytes)), [
        index,
        [...frame],
      ] as const),
    )
  }
  const synced = new Promise<void>(done =>
    receivers.push(frame => receive(frame, { body, awareness, send, done })),
  )
  await page.evaluate(() => {
    window.expectsColleague = true
    ;(window as unknown as { host: { ready: () => void } }).host.ready()
  })
  await page.waitForFunction(count => window.hostPorts?.length === count, index + 1)
  send(stateFrame(body))
  await synced
  body.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'host') send(updateFrame(update))
  })
  awareness.on('update', (_change: unknown, origin: unknown) => {
    if (origin === 'local') send(awarenessFrame(encodeAwarenessUpdate(awareness, [body.clientID])))
  })
  let isHere = true
  const leave = async (): Promise<void> => {
    if (!isHere) return
    isHere = false
    awareness.destroy()
    await sending
    await page.evaluate(port => window.hostPorts?.[port]?.close(), index)
  }
  return { body, awareness, leave, ...acts(body, awareness, user) }
}

interface Receiving {
  readonly body: Doc
  readonly awareness: Awareness
  readonly send: (frame: Uint8Array) => void
  readonly done: () => void
}

function receive(bytes: Uint8Array, { body, awareness, send, done }: Receiving): void {
  const frame = readFrame(bytes)
  switch (frame.kind) {
    case 'state':
      send(restFrame(body, frame.vector))
      break
    case 'rest':
      applyUpdate(body, frame.update, 'host')
      done()
      break
    case 'update':
      applyUpdate(body, frame.update, 'host')
      break
    case 'awareness':
      applyAwarenessUpdate(awareness, frame.update, 'host')
      break
    case 'flush':
      send(flushFrame(frame.round))
      break
    default:
      unreachable(frame)
  }
}

function acts(body: Doc, awareness: Awareness, user: { id: string; name: string }) {
  let caret: { words: XmlText; at: number } | null = null
  let moves = 0
  const show = (state: Presence): void => awareness.setLocalState({ user, moves: ++moves, ...state })
  const block = (start: string): XmlElement => {
    const found = blocksIn(textOf(body)).find(each => wordsOf(each).startsWith(start))
    if (!found) throw new Error(`No block begins with “${start}”`)
    return found
  }
  const position = (words: XmlText, at: number) =>
    relativePositionToJSON(createRelativePositionFromTypeIndex(words, at)) as never
  const words = (start: string): XmlText => block(start).get(0) as XmlText
  const goTo = (start: string, at: number, to = at): void => {
    caret = { words: words(start), at: to }
    const cursor = { anchor: position(caret.words, at), head: position(caret.words, to) }
    show({ cursor, place: idOf(block(start)) })
  }
  return {
    words,
    blocks: () => blocksIn(textOf(body)).map(wordsOf),
    goTo,
    enter: (place: string, within: Presence['within']) => show({ cursor: null, place, within }),
    type(typed: string) {
      if (!caret) throw new Error('The colleague has no caret yet')
      for (const letter of typed) caret.words.insert(caret.at++, letter)
      const here = position(caret.words, caret.at)
      show({
        cursor: { anchor: here, head: here },
        place: (caret.words.parent as XmlElement).getAttribute('id'),
      })
    },
  }
}

const blocksIn = (text: XmlFragment): XmlElement[] =>
  text.toArray().flatMap(sheet => (sheet as XmlElement).toArray() as XmlElement[])

const idOf = (block: XmlElement): string => block.getAttribute('id') ?? ''

const wordsOf = (block: XmlElement): string =>
  block
    .toArray()
    .map(part => (part instanceof XmlText ? part.toJSON() : ''))
    .join('')
