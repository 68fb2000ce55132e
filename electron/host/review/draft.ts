import { Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import type { ReviewRecord } from '../../../shared/review/record'
import { putRecords } from './room-doc'

/**
 * Makes the changes that bring new records to one document, beside the document they are for: a change can so be written to the file
 * before anybody sees it. Record ids are new, so it refers to nothing that stands there.
 */
export class Draft {
  private doc = new Doc()

  change(records: readonly ReviewRecord[]): Uint8Array {
    const before = encodeStateVector(this.doc)
    putRecords(this.doc, records)
    return encodeStateAsUpdate(this.doc, before)
  }

  /** The last change was not written: the next ones must not build on it. */
  drop(): void {
    this.doc = new Doc()
  }
}
