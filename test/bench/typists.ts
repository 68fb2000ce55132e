import { WebSocket } from 'ws'
import { applyUpdate, decodeUpdate, Doc, encodeStateVector, Item, type XmlElement, type XmlText } from 'yjs'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { schemaVersion } from '../../shared/report/schema-version'
import { textOf } from '../../shared/sync/report-doc'
import { awarenessFrame, readFrame, restFrame, stateFrame, updateFrame } from '../../shared/sync/sync-frames'

/** A machine at the other end of a socket that counts what it hears, and keeps no report. */
export interface Typist {
  readonly socket: WebSocket
  /** One key; the frame as y-websocket would send it. */
  readonly key: () => Uint8Array
  /** The caret behind the last key, likewise. */
  readonly caret: () => Uint8Array
  /** Keys of others that arrived. */
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
  const awareness = new Awareness(doc)
  const typist: Typist = {
    socket,
    heard: 0,
    key: () => {
      words.insert(words.length, 'x')
      return frame
    },
    caret: () => {
      const place = { type: null, tname: 'text', item: { client: doc.clientID, clock: 1 }, assoc: 0 }
      awareness.setLocalState({ cursor: { anchor: place, head: place }, user: { name } })
      return Uint8Array.from(awarenessFrame(encodeAwarenessUpdate(awareness, [doc.clientID])))
    },
  }
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => awareness.destroy())
    socket.on('open', () => {
      if (!isHost) resolve(typist)
      else socket.send(stateFrame(doc))
    })
    socket.on('message', data => {
      const [kind, step] = data as Buffer
      if (kind === 0 && step === 0) socket.send(restFrame(doc, encodeStateVector(doc)))
      else if (kind === 0 && step === 1) resolve(typist)
      else if (kind === 0 && step === 2) typist.heard += keysOfOthers(data as Buffer, doc.clientID)
    })
  })
}

const counted = new Map<string, ReadonlyMap<number, number>>()

/** A host may put several people's keys in one message. All machines here hear the same ones, so each is read once. */
function keysOfOthers(message: Buffer, own: number): number {
  const name = message.toString('latin1')
  let keys = counted.get(name)
  if (!keys) {
    if (counted.size > 1000) counted.clear()
    counted.set(name, (keys = keysIn(message)))
  }
  let sum = 0
  for (const [client, count] of keys) if (client !== own) sum += count
  return sum
}

function keysIn(message: Buffer): ReadonlyMap<number, number> {
  const keys = new Map<number, number>()
  const frame = readFrame(message)
  if (frame.kind !== 'update') return keys
  for (const struct of decodeUpdate(frame.update).structs)
    if (struct instanceof Item) keys.set(struct.id.client, (keys.get(struct.id.client) ?? 0) + struct.length)
  return keys
}

/** The first words of the report that can be typed on. */
export function firstWords(doc: Doc): XmlText {
  for (const sheet of textOf(doc).toArray() as XmlElement[])
    for (const block of sheet.toArray() as XmlElement[])
      if (block.nodeName === 'paragraph' && block.length > 0) return block.get(0) as XmlText
  throw new Error('No words')
}
