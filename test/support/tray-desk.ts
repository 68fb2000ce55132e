import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, type XmlElement, XmlText } from 'yjs'
import type { TrayStore } from '../../electron/host/tray/kept'
import { Tray } from '../../electron/host/tray/tray'
import { textOf } from '../../shared/sync/report-doc'
import type { Report } from '../../shared/report/report'
import { writeReport } from '../../shared/sync/write-report'

/** A computer with its replica of a report and its tray. What is changed in `body` directly, its own window changed. */
export interface Desk {
  readonly body: Doc
  readonly tray: Tray
  readonly store: TrayStore
  /** Takes in what came over the network. */
  readonly receive: (update: Uint8Array) => void
}

/** A file in memory. */
export function keptInMemory(): TrayStore {
  const rows = new Map<string, Uint8Array>()
  return {
    kept: () => rows,
    keep: (_subject, change) => {
      for (const [name, bytes] of change) {
        if (bytes === null) rows.delete(name)
        else rows.set(name, bytes)
      }
    },
  }
}

/** Several computers that have the same report; their client ids are given. */
export function desks(report: Report, clients: readonly number[]): Desk[] {
  const seed = new Doc()
  seed.clientID = 99
  writeReport(seed, report)
  const state = encodeStateAsUpdate(seed)
  return clients.map(client => {
    const body = new Doc()
    applyUpdate(body, state)
    body.clientID = client
    return deskOf(body)
  })
}

/** A computer that opens a replica now. */
export function deskOf(body: Doc): Desk {
  const store = keptInMemory()
  const tray = new Tray(store)
  tray.people = { memberOf: typist => `m${typist}`, self: () => null }
  const { receive } = tray.watch(body)
  return { body, store, tray, receive: update => receive(update, { origin: 'network', isWindow: false }) }
}

/** Hands over what the other one lacks. */
export const send = (from: Desk, to: Desk): void =>
  to.receive(encodeStateAsUpdate(from.body, encodeStateVector(to.body)))

/** Two that meet as y-websocket does: both say what they have, then both answer. */
export function meetAtOnce(one: Desk, other: Desk): void {
  const forOther = encodeStateAsUpdate(one.body, encodeStateVector(other.body))
  const forOne = encodeStateAsUpdate(other.body, encodeStateVector(one.body))
  other.receive(forOther)
  one.receive(forOne)
}

/** The element of the block that begins with these words, with its sheet. */
export function findElement(
  body: Doc,
  words: string,
): { sheet: XmlElement; element: XmlElement; index: number } {
  for (const sheet of textOf(body).toArray() as XmlElement[])
    for (const [index, element] of (sheet.toArray() as XmlElement[]).entries())
      if (lineOf(element).startsWith(words)) return { sheet, element, index }
  throw new Error(`No block begins with “${words}”`)
}

export const lineOf = (element: XmlElement): string =>
  element
    .toArray()
    .map(child =>
      child instanceof XmlText
        ? (child.toDelta() as { insert: string }[]).map(run => run.insert).join('')
        : '',
    )
    .join('')

/** Types at the end of a block. */
export function typeAtEnd(body: Doc, block: string, words: string): void {
  const { element } = findElement(body, block)
  const last: unknown = element.toArray().at(-1)
  if (last instanceof XmlText) last.insert(last.length, words)
  else element.insert(element.length, [new XmlText(words)])
}

export function deleteBlock(body: Doc, block: string): void {
  const { sheet, index } = findElement(body, block)
  sheet.delete(index)
}
