import type { Doc, Item } from 'yjs'
import { forge, type Content, type Id, type Struct } from '../forge-update'
import { blockIn, wordsIn } from '../shared-blocks'

/** Updates that no honest program writes, for a report like `gateReport()` in which the section "L" is locked. */
export interface Forgery {
  readonly what: string
  /** How the gate answers the last one; those before it are let in. */
  readonly code: string
  /** `client`: an id that nobody has written under. */
  readonly updates: (body: Doc, client: number) => readonly Uint8Array[]
}

export const idOf = (item: Item | null): Id => ({ client: item!.id.client, clock: item!.id.clock })
export const wordsItem = (body: Doc, id: string): Item => wordsIn(body, id)._item!
export const firstLetter = (body: Doc, id: string): Id => idOf(wordsIn(body, id)._start)
export const blockItem = (body: Doc, id: string): Item => blockIn(body, id).item
/** The item under an attribute of a block. */
export const attribute = (body: Doc, id: string, name: string): Item =>
  blockIn(body, id).element._map.get(name)!

export const words = (text = 'xen'): Content => ({ kind: 'words', words: text })
export const deleted: Content = { kind: 'deleted', length: 1 }
export const item = (place: Omit<Extract<Struct, { kind: 'item' }>, 'kind'>): Struct => ({
  kind: 'item',
  ...place,
})

/** One update of a client, its first structs. */
export const first = (client: number, ...structs: Struct[]): Uint8Array =>
  forge([{ client, clock: 0, structs }])
