import { createDecoder, readVarUint } from 'lib0/decoding'
import { nanoid } from 'nanoid'
import { applyUpdate, type Doc, type Transaction } from 'yjs'
import type { TrayEntry } from '../../../shared/tray/entry'
import { areKnown, joinLetters } from '../../../shared/tray/letters'
import { entriesOf, type FoundEntry, type NewEntry } from './entries-of'
import { buryDeleted, findLost, type Loss } from './find-lost'
import { Graveyard } from './graveyard'
import { Keeping, type TrayStore } from './kept'
import { clientsRow, entryRow, readRows, type ClosedEntry } from './rows'
import type { Wording } from './wording'

export interface TrayOptions {
  /** The member who writes under a Yjs client id, where it is known; asked for clients of other computers. */
  readonly memberOf?: (client: number) => string | null
  /** Who the person at this computer is; null where nobody has said. */
  readonly self?: () => string | null
  readonly clock?: () => Date
}

export interface Arrival {
  /** Origin of the transaction. */
  readonly origin: unknown
  /** From a window of this program. */
  readonly isWindow: boolean
}

/** Words that somebody typed and that did not come into the report, kept until a person has seen to them. */
export class Tray {
  private readonly open: Map<string, TrayEntry>
  private readonly closed: Map<string, ClosedEntry>
  private readonly own: Set<number>
  private readonly keeping: Keeping
  private readonly listeners = new Set<() => void>()
  private body: Doc
  private graves = new Graveyard()
  /** What is being applied now, and what it lost. */
  private incoming: Uint8Array | null = null
  private lost: readonly Loss[] = []
  /** Entries about a paragraph into which letters may still arrive, by author. */
  private growing = new WeakMap<Wording, Map<string | null, string>>()

  constructor(
    readonly store: TrayStore,
    private readonly options: TrayOptions = {},
  ) {
    const { open, closed, clients } = readRows(store.kept('tray'))
    this.open = new Map(open)
    this.closed = new Map(closed)
    this.own = new Set(clients)
    this.keeping = new Keeping(store)
    this.body = store.body
    this.body.on('beforeObserverCalls', this.watch)
  }

  /** What waits for a person, oldest first. */
  get entries(): readonly TrayEntry[] {
    return [...this.open.values()]
  }

  /** Hears of every change of `entries`, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Applies an update, which has been checked, to the report and keeps what is lost by it. */
  receive(update: Uint8Array, { origin, isWindow }: Arrival): void {
    if (isWindow) this.noteOwn(update)
    this.incoming = update
    try {
      applyUpdate(this.body, update, origin)
    } finally {
      this.incoming = null
    }
    if (this.lost.length === 0) return
    const lost = this.lost
    this.lost = []
    this.addLost(entriesOf(lost, client => this.authorOf(client)))
  }

  /** Adds entries that another part of the program, or the committee's host, has found. */
  add(entries: readonly (NewEntry | TrayEntry)[]): void {
    const fresh = entries.filter(({ letters }) => !this.isKnown(letters))
    for (const entry of fresh) this.put({ id: nanoid(10), at: this.now(), ...entry })
    if (fresh.length > 0) this.tell()
  }

  /** The person has seen to an entry, or does not want it: its words are forgotten. */
  close(id: string): void {
    const entry = this.open.get(id)
    if (!entry) return
    const closed = { id, closed: this.now(), letters: entry.letters }
    this.open.delete(id)
    this.closed.set(id, closed)
    this.keeping.keep(entryRow(closed))
    this.tell()
  }

  /** Writes what could not be written before; false where it still cannot. */
  flush(): boolean {
    return this.keeping.flush()
  }

  /** The report's document is another one now (`store.replace`). */
  restart(): void {
    this.stop()
    this.graves = new Graveyard()
    this.growing = new WeakMap()
    this.body = this.store.body
    this.body.on('beforeObserverCalls', this.watch)
  }

  /** Leaves the document alone. */
  stop(): void {
    this.body.off('beforeObserverCalls', this.watch)
  }

  // While the transaction ends, before what it deleted is forgotten.
  private readonly watch = (transaction: Transaction): void => {
    const update = transaction.local ? null : this.incoming
    if (update) this.lost = findLost(update, transaction, this.graves)
    else buryDeleted(transaction, this.graves)
  }

  private addLost(found: readonly FoundEntry[]): void {
    const isNew = found.map(one => this.addFound(one))
    if (isNew.includes(true)) this.tell()
  }

  private addFound({ entry, words }: FoundEntry): boolean {
    const before = this.sameParagraph(entry, words)
    if (!before && this.isKnown(entry.letters)) return false
    const id = before?.id ?? nanoid(10)
    const letters = joinLetters([...(before?.letters ?? []), ...entry.letters])
    this.put({ id, at: this.now(), ...entry, letters })
    if (words)
      this.growing.set(
        words,
        (this.growing.get(words) ?? new Map<string | null, string>()).set(entry.author, id),
      )
    return true
  }

  /** The open entry that more of the same paragraph, or a later value of the same cell, belongs to. */
  private sameParagraph(entry: NewEntry, words: Wording | null): TrayEntry | undefined {
    if (words) return this.open.get(this.growing.get(words)?.get(entry.author) ?? '')
    const place = JSON.stringify(entry.place)
    return this.entries.find(
      known =>
        known.kind === entry.kind && known.author === entry.author && JSON.stringify(known.place) === place,
    )
  }

  private isKnown(letters: TrayEntry['letters']): boolean {
    return [...this.open.values(), ...this.closed.values()].some(known => areKnown(letters, known.letters))
  }

  private put(entry: TrayEntry): void {
    this.open.set(entry.id, entry)
    this.keeping.keep(entryRow(entry))
  }

  private authorOf(client: number): string | null {
    if (this.own.has(client)) return this.options.self?.() ?? null
    return this.options.memberOf?.(client) ?? null
  }

  /** Remembers, for good, under which client ids the windows of this computer write. */
  private noteOwn(update: Uint8Array): void {
    const decoder = createDecoder(update)
    if (readVarUint(decoder) === 0) return
    readVarUint(decoder)
    const client = readVarUint(decoder)
    if (this.own.has(client)) return
    this.own.add(client)
    this.keeping.keep(clientsRow(this.own))
  }

  private now(): string {
    return (this.options.clock?.() ?? new Date()).toISOString()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}
