import { expect } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { putRecords, readRecord, recordsIn } from '../../electron/host/review/room-doc'
import type { ReviewRecord } from '../../shared/review/record'
import { eventually, type Peer } from './network-peer'

export const recordsOf = (doc: Doc): ReviewRecord[] =>
  [...recordsIn(doc).values()].flatMap(json => readRecord(json) ?? [])

export const idsOf = (doc: Doc): string[] => [...recordsIn(doc).keys()].sort()

export const say = ({ doc }: Pick<Peer, 'doc'>, ...records: ReviewRecord[]): void => putRecords(doc, records)

/** A change that puts values under keys of a root, as a program of one's own could make it. */
export function forged(
  values: Readonly<Record<string, unknown>>,
  at: { root?: string; client?: number } = {},
) {
  const doc = new Doc()
  if (at.client !== undefined) doc.clientID = at.client
  const root = doc.getMap(at.root ?? 'records')
  doc.transact(() => {
    for (const [key, value] of Object.entries(values)) root.set(key, value)
  })
  return encodeStateAsUpdate(doc)
}

export const forgedRecord = (
  record: Readonly<Record<string, unknown>> & { readonly id: string },
  client?: number,
): Uint8Array => forged({ [record.id]: JSON.stringify(record) }, client === undefined ? {} : { client })

/** Waits until all of them have the same records as the host, these among them. */
export const haveAll = (host: Doc, peers: readonly Pick<Peer, 'doc'>[], ...ids: string[]): Promise<void> =>
  eventually(() => {
    for (const { doc } of peers) expect(idsOf(doc)).toEqual(idsOf(host))
    expect(idsOf(host)).toEqual(expect.arrayContaining(ids))
  })
