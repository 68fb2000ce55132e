import { WebSocket } from 'ws'
import { applyUpdate, Doc, encodeStateVector, type XmlElement, type XmlText } from 'yjs'
import { schemaVersion } from '../../shared/report/schema-version'
import { textOf } from '../../shared/sync/report-doc'
import { restFrame, stateFrame, updateFrame } from '../../shared/sync/sync-frames'

/** A machine at the other end of a socket that counts what it hears, and keeps no report. */
export interface Typist {
  readonly socket: WebSocket
  /** One key; the frame as y-websocket would send it. */
  readonly key: () => Uint8Array
  heard: number
}

/** Connects; resolves when the answer to "what do I lack" has come (a relay gives none). */
export function connectTypist(
  port: number,
  name: string,
  state: Uint8Array,
  isHost: boolean,
): Promise<Typist> {
  const doc = new Doc()
  applyUpdate(doc, state)
  const socket = new WebSocket(
    `ws://127.0.0.1:${port}/bao-cao/body?schema=${schemaVersion}&session=${name}`,
    { perMessageDeflate: false },
  )
  let frame = new Uint8Array()
  doc.on('update', update => (frame = Uint8Array.from(updateFrame(update))))
  const words = firstWords(doc)
  const typist: Typist = {
    socket,
    heard: 0,
    key: () => {
      words.insert(words.length, 'x')
      return frame
    },
  }
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => {
      if (!isHost) resolve(typist)
      else socket.send(stateFrame(doc))
    })
    socket.on('message', data => {
      const [kind, step] = data as Buffer
      if (kind === 0 && step === 0) socket.send(restFrame(doc, encodeStateVector(doc)))
      else if (kind === 0 && step === 1) resolve(typist)
      else if (kind === 0 && step === 2) typist.heard++
    })
  })
}

/** The first words of the report that can be typed on. */
export function firstWords(doc: Doc): XmlText {
  for (const sheet of textOf(doc).toArray() as XmlElement[])
    for (const block of sheet.toArray() as XmlElement[])
      if (block.nodeName === 'paragraph' && block.length > 0) return block.get(0) as XmlText
  throw new Error('No words')
}
