import { applyUpdate, decodeUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { reviewRooms, type ReviewRoom, type ReviewRow } from './review-rows'

/** The rooms of a report's review as this instance knows them. A change is judged first, then written, then in here. */
export class ClusterReview {
  readonly docs: Readonly<Record<ReviewRoom, Doc>> = { all: new Doc(), leaders: new Doc() }
  /** Who has written under which client id. */
  readonly owners = new Map<number, string>()
  /** The last change that is in. */
  seq = 0

  /** Takes in what was written. */
  take(rows: readonly ReviewRow[], origin: unknown): void {
    for (const { room, bytes, member } of rows) {
      this.seq++
      if (member !== '') for (const { id } of decodeUpdate(bytes).structs) this.owners.set(id.client, member)
      applyUpdate(this.docs[room], bytes, origin)
    }
  }

  /** As a report's file keeps them (host/review/kept-series.ts). */
  rows(): ReadonlyMap<string, Uint8Array> {
    const filled = reviewRooms.filter(room => this.docs[room].store.clients.size > 0)
    return new Map(filled.map(room => [`${room}:0`, encodeStateAsUpdate(this.docs[room])]))
  }
}
