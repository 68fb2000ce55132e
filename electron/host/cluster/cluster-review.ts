import { applyUpdate, decodeUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import {
  reviewRooms,
  type ReviewPart,
  type ReviewRoom,
  type ReviewRow,
  type ReviewState,
} from './review-rows'

/** The rooms of a report's review as this instance knows them. A change is judged first, then written, then in here. */
export class ClusterReview {
  readonly docs: Readonly<Record<ReviewRoom, Doc>> = { all: new Doc(), leaders: new Doc() }
  /** Who has written under which client id. */
  readonly owners = new Map<number, string>()
  /** The last change that is in. */
  seq = 0

  /** Takes in what was read. */
  take({ seq, owners, rows }: ReviewPart, origin: unknown): void {
    for (const [client, member] of owners) this.owners.set(client, member)
    for (const row of rows) this.put(row, origin)
    this.seq = seq
  }

  /** Takes in what was written behind the last change. */
  add(rows: readonly ReviewRow[], origin: unknown): void {
    for (const row of rows) this.put(row, origin)
    this.seq += rows.length
  }

  /** Everything, with one change more, which is in none of the documents yet. */
  with(row: ReviewRow): ReviewState {
    const stateOf = (room: ReviewRoom): Uint8Array => {
      const copy = new Doc()
      applyUpdate(copy, encodeStateAsUpdate(this.docs[room]))
      if (room === row.room) applyUpdate(copy, row.bytes)
      return encodeStateAsUpdate(copy)
    }
    return {
      states: { all: stateOf('all'), leaders: stateOf('leaders') },
      owners: new Map([...this.owners, ...ownersOf(row)]),
    }
  }

  /** As a report's file keeps them (host/review/kept-series.ts). */
  rows(): ReadonlyMap<string, Uint8Array> {
    const filled = reviewRooms.filter(room => this.docs[room].store.clients.size > 0)
    return new Map(filled.map(room => [`${room}:0`, encodeStateAsUpdate(this.docs[room])]))
  }

  private put(row: ReviewRow, origin: unknown): void {
    for (const [client, member] of ownersOf(row)) this.owners.set(client, member)
    applyUpdate(this.docs[row.room], row.bytes, origin)
  }
}

/** Whose the client ids of a change are. */
const ownersOf = ({ bytes, member }: ReviewRow): readonly (readonly [number, string])[] =>
  member === '' ? [] : decodeUpdate(bytes).structs.map(({ id }) => [id.client, member] as const)
