import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { sameSentences } from '../../../shared/tray/same-sentence'
import type { NewEntry } from './entries-of'
import { readPlaces, type Said } from './read-places'

type Places = ReadonlyMap<string, Said>

/** A time in which a computer wrote without its committee: from losing the host until it is in step again. */
export class Apart {
  private mine: Places | null = null
  private readonly theirs: Uint8Array[] = []

  private constructor(
    readonly body: Doc,
    /** The report when the host was last in step, as a Yjs update. */
    readonly base: Uint8Array,
    private hasWritten: boolean,
  ) {}

  static begin(body: Doc): Apart {
    return new Apart(body, encodeStateAsUpdate(body), false)
  }

  /** Goes on after the program was started again: what was written meanwhile is in the report. */
  static resume(body: Doc, base: Uint8Array): Apart {
    return new Apart(body, base, true)
  }

  /** The person wrote something; true the first time. */
  wrote(): boolean {
    const isFirst = !this.hasWritten
    this.hasWritten = true
    return isFirst
  }

  /** A change of the others is about to be taken in. */
  hears(update: Uint8Array): void {
    if (!this.hasWritten) return
    // Once they are merged nobody can say what the person had.
    this.mine ??= readPlaces(this.body)
    this.theirs.push(update)
  }

  /** The sentences that both sides changed, once everything of the others is in. */
  end(author: string | null): NewEntry[] {
    const { mine } = this
    if (!mine) return []
    const base = placesOf([this.base])
    const theirs = placesOf([this.base, ...this.theirs])
    const merged = readPlaces(this.body)
    return [...mine].flatMap(([key, said]) => {
      const [old, other, now] = [base.get(key), theirs.get(key), merged.get(key)]
      if (said.place.kind !== 'block' || !old || !other || !now) return []
      const wordings = { base: old.text, mine: said.text, theirs: other.text, merged: now.text }
      return sameSentences(wordings).map((met): NewEntry => ({
        kind: 'same-sentence',
        author,
        section: now.section,
        place: said.place,
        ...met,
        reason: null,
        letters: [],
      }))
    })
  }
}

/** What a report says that is made of these updates; it is forgotten at once. */
function placesOf(updates: readonly Uint8Array[]): Places {
  const doc = new Doc()
  for (const update of updates) applyUpdate(doc, update)
  const places = readPlaces(doc)
  doc.destroy()
  return places
}
