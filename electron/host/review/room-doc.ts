import type { Doc, Map as YMap } from 'yjs'
import { ReviewRecord } from '../../../shared/review/record'

/*
 * A document of the review: root `records`, record id → the record as JSON. Records are put there once. The same document
 * may show the host's tray under another root (shared/tray/room.ts).
 */
export const recordsRoot = 'records'

export const recordsIn = (doc: Doc): YMap<string> => doc.getMap(recordsRoot)

/** Undefined for what is none; a newer program may know more kinds. */
export function readRecord(json: unknown): ReviewRecord | undefined {
  try {
    return typeof json === 'string' ? ReviewRecord.safeParse(JSON.parse(json)).data : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Puts records into a document, as one change. */
export function putRecords(doc: Doc, records: readonly ReviewRecord[]): void {
  const root = recordsIn(doc)
  doc.transact(() => {
    for (const record of records) root.set(record.id, JSON.stringify(record))
  })
}
