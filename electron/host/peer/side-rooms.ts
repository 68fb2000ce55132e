import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { readRoom, writeRoom, type SideRoom } from './membership'
import { saveLater } from './save-later'
import type { ReportStore } from '../store/report-store'

export type RoomDocs = Readonly<Record<SideRoom, Doc>>

const names: readonly SideRoom[] = ['review', 'leaders', 'ledger']

/**
 * The rooms beside the text. What stands in them the host has let in, so they are fetched anew at every meeting: a copy
 * that is merged with those of a host whose file was brought back from an old one would say what never was. A copy stays
 * in the file for the days without a host. What the person adds goes its own way (member-review.ts).
 */
export class SideRooms {
  private docs: RoomDocs
  private readonly saving: Readonly<Record<SideRoom, ReturnType<typeof saveLater>>>

  constructor(
    private readonly store: Pick<ReportStore, 'kept' | 'keep'>,
    private readonly onChange: (room: SideRoom) => void,
  ) {
    const save = (room: SideRoom) =>
      saveLater(() => writeRoom(store, room, encodeStateAsUpdate(this.docs[room])))
    this.saving = { review: save('review'), leaders: save('leaders'), ledger: save('ledger') }
    this.docs = { review: this.open('review'), leaders: this.open('leaders'), ledger: this.open('ledger') }
  }

  get(room: SideRoom): Doc {
    return this.docs[room]
  }

  /** Takes what the host gave in place of what was there, and follows it. */
  take(docs: RoomDocs): void {
    this.docs = docs
    for (const name of names) {
      const changed = (): void => {
        if (this.docs[name] !== docs[name]) return
        this.saving[name].plan()
        this.onChange(name)
      }
      docs[name].on('update', changed)
      changed()
    }
  }

  /** Has nothing of a room any more, in the file neither. */
  forget(room: SideRoom): void {
    if (this.docs[room].store.clients.size === 0) return
    this.docs = { ...this.docs, [room]: new Doc() }
    this.saving[room].plan()
    this.saving[room].now()
  }

  save(): void {
    for (const name of names) this.saving[name].now()
  }

  private open(room: SideRoom): Doc {
    const doc = new Doc()
    const kept = readRoom(this.store, room)
    if (kept) applyUpdate(doc, kept)
    return doc
  }
}
