import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import { Doc, XmlElement, XmlText } from 'yjs'
import { schemaVersion } from '../../shared/report/schema-version'
import { readDenial, type Denial } from '../../shared/sync/denial'
import { textOf } from '../../shared/sync/report-doc'
import { readVarString, readVarUint } from 'lib0/decoding'

export interface PeerOptions {
  readonly port: number
  readonly reportId: string
  readonly room: string
  readonly session: string
  readonly schema: string
  readonly doc: Doc
  readonly url: string
  /** Another type of socket, such as one that pins a certificate. */
  readonly socket: new (url: string | URL) => WebSocket
}

/** A standard client: yjs and y-websocket as they are in the registry. */
export interface Peer {
  readonly doc: Doc
  readonly provider: WebsocketProvider
  /** What the host said before it closed, if anything. */
  readonly denial: () => Denial | null
  readonly inStep: () => Promise<void>
  /** The code of a final end. */
  readonly ended: Promise<number>
  /** How many messages arrived. */
  readonly heard: () => number
  readonly leave: () => void
}

type Wanted = Pick<PeerOptions, 'port' | 'reportId' | 'session'> & Partial<PeerOptions>

export function connectPeer(options: Wanted): Peer {
  const { port, reportId, session, room = 'body', schema = String(schemaVersion), doc = new Doc() } = options
  const { url = `ws://127.0.0.1:${port}`, socket = WebSocket } = options
  const provider = new WebsocketProvider(url, `${reportId}/${room}`, doc, {
    disableBc: true,
    params: { session, token: session, schema },
    // Node's own type for it differs in name only.
    WebSocketPolyfill: socket as unknown as typeof globalThis.WebSocket,
    maxBackoffTime: 400,
  })
  let denial: Denial | null = null
  let heard = 0
  provider.messageHandlers = provider.messageHandlers.map(handler => (...args) => {
    heard++
    handler(...args)
  })
  provider.messageHandlers[2] = (_encoder, decoder) => {
    readVarUint(decoder)
    denial = readDenial(readVarString(decoder))
  }
  const ended = new Promise<number>(resolve => provider.on('closed', ({ code }) => resolve(code)))
  return {
    doc,
    provider,
    ended,
    denial: () => denial,
    heard: () => heard,
    inStep: () =>
      new Promise(resolve => {
        if (provider.synced) resolve()
        else provider.once('sync', () => resolve())
      }),
    leave: () => provider.destroy(),
  }
}

/** A socket that says what it likes. */
export function rawSocket(port: number, path: string): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}${path}`)
}

/** Waits until it holds; long enough for a busy machine. */
export async function eventually(check: () => void): Promise<void> {
  // The bench uses these clients too, where there is no Vitest.
  const { vi } = await import('vitest')
  await vi.waitFor(check, 15_000)
}

const firstSheet = (doc: Doc): XmlElement => textOf(doc).get(0) as XmlElement

/** Types a paragraph of its own at the end of the first sheet. */
export function typeParagraph(doc: Doc, words: string): void {
  const paragraph = new XmlElement('paragraph')
  paragraph.setAttribute('id', `p${doc.clientID}-${Math.random()}`)
  paragraph.insert(0, [new XmlText(words)])
  firstSheet(doc).push([paragraph])
}

/** Types at the end of the first paragraph under the first heading. */
export function typeOn(doc: Doc, words: string): void {
  const text = (firstSheet(doc).get(1) as XmlElement).get(0) as XmlText
  text.insert(text.length, words)
}

export const wordsOf = (doc: Doc): string => textOf(doc).toJSON()
