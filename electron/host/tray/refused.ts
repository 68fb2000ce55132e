import { getState, Item, type Doc } from 'yjs'
import type { Letters } from '../../../shared/tray/entry'
import type { Denial } from '../../../shared/sync/denial'
import type { NewEntry } from './entries-of'
import { lettersOf, parentOf, valueOf } from './items'
import { placeKey, readPlaces, type Said } from './read-places'
import { placeOf, spotInside, stepInto } from './spot'

interface Refusal {
  /** The person's replica, with what was refused. */
  readonly before: Doc
  /** The replica that takes its place. */
  readonly now: Doc
  readonly denial: Denial | null
  readonly author: string | null
}

/** What a person wrote that the host has not taken: place by place, their wording beside the present one. */
export function refusedEntries({ before, now, denial, author }: Refusal): NewEntry[] {
  const written = unsentLetters(before, now)
  const touched = new Set([...written.keys(), ...unsentDeletions(before, now)])
  if (touched.size === 0) return []
  const present = readPlaces(now)
  const isThere = (text: string): boolean => [...present.values()].some(said => said.text.includes(text))
  return [...readPlaces(before)].flatMap(([key, mine]): NewEntry[] => {
    const theirs = present.get(key)
    const letters = written.get(key) ?? []
    const isSame = theirs ? theirs.text === mine.text : isThere(mine.text)
    if (!touched.has(key) || isSame || mine.text.trim() === '') return []
    return [entryOf({ mine, theirs, letters, author, reason: denial?.message ?? null })]
  })
}

interface Parts {
  readonly mine: Said
  readonly theirs: Said | undefined
  readonly letters: readonly Letters[]
  readonly author: string | null
  readonly reason: string | null
}

const entryOf = ({ mine, theirs, letters, author, reason }: Parts): NewEntry => ({
  kind: 'refused',
  author,
  reason,
  section: mine.section,
  place: mine.place,
  mine: mine.text,
  ...(mine.content ? { content: [...mine.content] } : {}),
  ...(theirs ? { theirs: theirs.text } : {}),
  letters: [...letters],
})

/** By place, the letters that one replica holds and the other has never seen. */
function unsentLetters(before: Doc, now: Doc): ReadonlyMap<string, Letters[]> {
  const letters = new Map<string, Letters[]>()
  for (const [client, structs] of before.store.clients) {
    const known = getState(now.store, client)
    for (const struct of structs) {
      if (!(struct instanceof Item) || struct.deleted || struct.id.clock + struct.length <= known) continue
      const key = keyOf(struct)
      if (key === null) continue
      const from = Math.max(known, struct.id.clock)
      const run: Letters = [client, from, struct.id.clock + struct.length - from]
      letters.set(key, [...(letters.get(key) ?? []), run])
    }
  }
  return letters
}

/** The places where one replica has deleted what stands in the other. */
function unsentDeletions(before: Doc, now: Doc): Set<string> {
  const places = new Set<string>()
  for (const [client, structs] of now.store.clients) {
    const mine = before.store.clients.get(client) ?? []
    let at = 0
    for (const struct of structs) {
      if (!(struct instanceof Item) || struct.deleted) continue
      while (at < mine.length - 1 && endOf(mine[at]) <= struct.id.clock) at++
      if (hasDeleted(mine, at, struct.id.clock + struct.length)) {
        const key = keyOf(struct)
        if (key !== null) places.add(key)
      }
    }
  }
  return places
}

const endOf = (struct: { readonly id: { clock: number }; readonly length: number } | undefined): number =>
  struct ? struct.id.clock + struct.length : 0

function hasDeleted(
  structs: readonly { readonly id: { clock: number }; readonly deleted: boolean }[],
  from: number,
  end: number,
): boolean {
  for (let at = from; at < structs.length; at++) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= end) return false
    if (struct.deleted) return true
  }
  return false
}

/** Names the place of a letter or value; null for what is neither. */
function keyOf(item: Item): string | null {
  const isWords = item.parentSub === null ? lettersOf(item) !== '' : valueOf(item) !== ''
  if (!isWords) return null
  const spot = stepInto(spotInside(parentOf(item)), { key: item.parentSub, block: '' })
  const place = placeOf(spot)
  return place && placeKey(place)
}
