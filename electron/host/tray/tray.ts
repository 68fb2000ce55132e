import { createDecoder, readVarUint } from 'lib0/decoding'
import { nanoid } from 'nanoid'
import type { Doc } from 'yjs'
import type { Denial } from '../../../shared/sync/denial'
import type { Letters, TrayEntry } from '../../../shared/tray/entry'
import { areKnown, joinLetters, sharesLetters } from '../../../shared/tray/letters'
import { Apart } from './apart'
import { entriesOf, type FoundEntry, type NewEntry } from './entries-of'
import type { Loss } from './find-lost'
import { Keeping, type TrayStore } from './kept'
import { placeKey } from './read-places'
import { refusedEntries } from './refused'
import { clientsRow, entryRow, readRows, type ClosedEntry } from './rows'
import { watchLost, type Arrival, type Watched } from './watch'
import type { Wording } from './wording'

/** Whose words are whose, as far as a committee knows. */
export interface People {
  /** The member who writes under the client id of another computer. */
  readonly memberOf: (client: number) => string | null
  /** The member at this computer. */
  readonly self: () => string | null
}

const apartName = 'apart'
const nobody: People = { memberOf: () => null, self: () => null }

/** Words that somebody typed and that did not come into the report, kept until a person has seen to them. */
export class Tray {
  private readonly open: Map<string, TrayEntry>
  private readonly closed: Map<string, ClosedEntry>
  private readonly own: Set<number>
  private readonly keeping: Keeping
  private readonly listeners = new Set<() => void>()
  /** Entries about a paragraph into which letters may still arrive, by author. */
  private readonly growing = new WeakMap<Wording, Map<string | null, string>>()

  private apart: Apart | null = null

  /** Set by who knows the committee. */
  people = nobody

  constructor(
    private readonly store: TrayStore,
    private readonly clock = () => new Date(),
  ) {
    const { open, closed, clients } = readRows(store.kept('tray'))
    this.open = new Map(open)
    this.closed = new Map(closed)
    this.own = new Set(clients)
    this.keeping = new Keeping(store)
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

  /** Watches a document of the report: its file's, or the one that takes its place. */
  watch(body: Doc): Watched {
    const watched = watchLost(body, lost => this.addLost(lost))
    return {
      receive: (update, arrival) => {
        if (arrival.isWindow) this.noteOwn(update)
        this.noteApart(update, arrival, body)
        watched.receive(update, arrival)
      },
      stop: watched.stop,
    }
  }

  /** The committee's host is not reached; may be said again. */
  beginApart(body: Doc): void {
    if (this.apart?.body === body) return
    const base = this.store.kept('tray').get(apartName)
    this.apart = base ? Apart.resume(body, base) : Apart.begin(body)
  }

  /** Everything that the host had is in: tells which sentences both sides changed meanwhile. */
  endApart(body: Doc): void {
    const { apart } = this
    if (!apart) return
    this.apart = null
    if (this.store.kept('tray').has(apartName)) this.keeping.keep(new Map([[apartName, null]]))
    // After a refusal the report is another one, and everything of the person's is an entry.
    if (apart.body === body) this.add(apart.end(this.people.self()))
  }

  /**
   * Keeps what a person wrote and the host refused. `before` is the replica that holds it, `now` the one that takes its
   * place; neither is changed.
   */
  keepRefused(before: Doc, now: Doc, denial: Denial | null): void {
    this.add(refusedEntries({ before, now, denial, author: this.people.self() }))
  }

  /** Adds entries that another part of the program, or the committee's host, has found. */
  add(entries: readonly (NewEntry | TrayEntry)[]): void {
    const fresh = entries.filter(({ letters }) => !this.isKnown(letters))
    for (const entry of fresh) this.put({ id: nanoid(10), at: this.now(), ...entry })
    if (fresh.length > 0) this.tell()
  }

  /** Takes over what the committee's host shows of its tray: the person's own words, and for a secretary everybody's. */
  takePublished(entries: readonly TrayEntry[], isSecretary: boolean): void {
    const self = this.people.self()
    this.add(entries.filter(({ author }) => isSecretary || (author !== null && author === self)))
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

  private noteApart(update: Uint8Array, { isWindow }: Arrival, body: Doc): void {
    const { apart } = this
    if (apart?.body !== body) return
    if (!isWindow) apart.hears(update)
    else if (apart.wrote()) this.keeping.keep(new Map([[apartName, apart.base]]))
  }

  private addLost(lost: readonly Loss[]): void {
    const found = entriesOf(lost, client => this.authorOf(client))
    const isNew = found.map(one => this.addFound(one))
    if (isNew.includes(true)) this.tell()
  }

  private addFound({ entry, words, follows }: FoundEntry): boolean {
    const before = words ? this.growingOf(words, entry.author) : this.earlierValue(entry, follows)
    if (!before && this.isKnown(entry.letters)) return false
    const id = before?.id ?? nanoid(10)
    const letters = words ? joinLetters([...(before?.letters ?? []), ...entry.letters]) : entry.letters
    this.put({ id, at: this.now(), ...entry, letters })
    if (words) {
      const byAuthor = this.growing.get(words) ?? new Map<string | null, string>()
      this.growing.set(words, byAuthor.set(entry.author, id))
    }
    return true
  }

  /** The open entry that more of the same paragraph belongs to. */
  private growingOf(words: Wording, author: string | null): TrayEntry | undefined {
    return this.open.get(this.growing.get(words)?.get(author) ?? '')
  }

  /** The open entry about a value that its author went on from, and so saw. */
  private earlierValue({ place }: NewEntry, follows: readonly Letters[]): TrayEntry | undefined {
    const key = placeKey(place)
    return this.entries.find(known => placeKey(known.place) === key && sharesLetters(known.letters, follows))
  }

  private isKnown(letters: TrayEntry['letters']): boolean {
    const known = [...this.open.values(), ...this.closed.values()].flatMap(entry => entry.letters)
    return areKnown(letters, known)
  }

  private put(entry: TrayEntry): void {
    this.open.set(entry.id, entry)
    this.keeping.keep(entryRow(entry))
  }

  private authorOf(client: number): string | null {
    if (this.own.has(client)) return this.people.self()
    return this.people.memberOf(client)
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
    return this.clock().toISOString()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}
