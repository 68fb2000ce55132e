import {
  ContentFormat,
  ContentString,
  decodeUpdate,
  findIndexSS,
  GC,
  Item,
  XmlElement,
  type Transaction,
} from 'yjs'
import { createDecoder, readVarUint } from 'lib0/decoding'
import type { Letters, TrayPlace } from '../../../shared/tray/entry'
import { readArrivals } from './arrivals'
import type { Graveyard } from './graveyard'
import { lettersOf, parentOf, typeOf, valueOf } from './items'
import { unnamedIn, type Named } from './named'
import { sectionShowing, type TraySection } from './section-here'
import { placeOf, spotInside, stepInto, type Spot } from './spot'
import { standsIn } from './stands'
import type { Wording } from './wording'

/** Words that nobody deleted knowingly and that are gone. */
export interface Loss {
  readonly kind: 'deleted' | 'overwritten'
  /** Yjs client that typed them. */
  readonly client: number
  readonly place: TrayPlace
  readonly section: TraySection
  /** The letters that are gone, in one run. */
  readonly letters: Letters
  /** The paragraph they stood in; a value under a key has none. */
  readonly words: Wording | null
  /** A value under a key, whole. */
  readonly value: string
  /** The value that won. */
  readonly theirs: string | null
  /** The value that its author changed to this one. */
  readonly follows: Letters | null
}

/** Letters that went or came to nothing, before it is known whether they stand elsewhere. */
export interface Gone {
  readonly client: number
  readonly clock: number
  readonly letters: string
  readonly spot: Spot
  readonly section: TraySection
  readonly words: Wording | null
  readonly theirs: string | null
  readonly follows: Letters | null
  readonly kind: Loss['kind']
}

/**
 * What an update lost when it met the report: words that it deletes without naming them were typed by somebody whom its
 * author had not heard of, and words that arrive for something deleted come to nothing. Whoever merges first sees it:
 * what is passed on from here names all that went. Call at `beforeObserverCalls`, while deleted words can still be read;
 * a keystroke costs next to nothing. `graves` must have seen every change of the document since it was opened.
 */
export function findLost(update: Uint8Array, transaction: Transaction, graves: Graveyard): Loss[] {
  const items = deletedItems(transaction)
  const hasMore = items.some(holdsMore)
  if (!hasMore && !bringsDead(update, transaction)) return []
  graves.bury(transaction, items.filter(isOutermost))
  const { structs, ds } = decodeUpdate(update)
  const gone = hasMore ? unseen(items, ds, graves) : []
  for (const arrival of readArrivals({ structs, named: ds, transaction, graves })) gone.push(arrival)
  return lossesOf(gone, transaction)
}

/** Only remembers what a transaction deletes: one of the host's own, which knows all that the document holds. */
export function buryDeleted(transaction: Transaction, graves: Graveyard): void {
  const items = deletedItems(transaction)
  if (items.some(holdsMore)) graves.bury(transaction, items.filter(isOutermost))
}

function deletedItems({ deleteSet, doc }: Transaction): Item[] {
  const items: Item[] = []
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? []
    for (const { clock, len } of ranges)
      for (let at = findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at]
        if (!struct || struct.id.clock >= clock + len) break
        if (struct instanceof Item) items.push(struct)
      }
  }
  return items
}

/** Letters alone go only when they are named; with what holds letters, others go along, and values push each other out. */
const holdsMore = ({ content }: Item): boolean =>
  !(content instanceof ContentString) && !(content instanceof ContentFormat)

function isOutermost(item: Item): boolean {
  const around = parentOf(item)._item
  return typeOf(item) !== null && (around === null || !around.deleted)
}

/** Whether something came in that has become nothing. */
function bringsDead(update: Uint8Array, { beforeState, afterState, doc }: Transaction): boolean {
  const endsDead = (client: number): boolean => {
    const structs = doc.store.clients.get(client) ?? []
    const before = beforeState.get(client) ?? 0
    for (let at = structs.length - 1; at >= 0; at--) {
      const struct = structs[at]
      if (!struct || struct.id.clock + struct.length <= before) return false
      if (struct instanceof GC) return true
    }
    return false
  }
  const decoder = createDecoder(update)
  if (readVarUint(decoder) === 1) {
    readVarUint(decoder)
    return endsDead(readVarUint(decoder))
  }
  for (const [client, clock] of afterState)
    if (beforeState.get(client) !== clock && endsDead(client)) return true
  return false
}

function unseen(items: readonly Item[], named: Named, graves: Graveyard): Gone[] {
  return items.flatMap(item => {
    const { client, clock } = item.id
    const letters = item.parentSub === null ? lettersOf(item) : valueOf(item)
    if (letters === '' || parentOf(item) instanceof XmlElement) return []
    return unnamedIn(named, client, { clock, len: item.length }).flatMap((part): Gone[] => {
      if (item.parentSub !== null) return [{ ...valueGone(item, graves), client, clock, letters }]
      const grave = graves.find(client, part.clock)?.outer
      if (!grave) return []
      const from = part.clock - clock
      return [
        {
          ...{ client, clock: part.clock, letters: letters.slice(from, from + part.len) },
          ...{ theirs: null, follows: null },
          ...{ spot: grave.spot, section: grave.section, words: grave.words, kind: 'deleted' },
        },
      ]
    })
  })
}

function valueGone(item: Item, graves: Graveyard): Omit<Gone, 'client' | 'clock' | 'letters'> {
  const key = item.parentSub ?? ''
  const grave = graves.find(item.id.client, item.id.clock)?.outer
  const spot = stepInto(grave?.spot ?? spotInside(parentOf(item)), { key, block: '' })
  const winner = grave ? null : parentOf(item)._map.get(key)
  return {
    spot,
    section: grave?.section ?? null,
    words: null,
    theirs: winner && !winner.deleted ? valueOf(winner) : null,
    follows: followedBy(item),
    kind: grave ? 'deleted' : 'overwritten',
  }
}

/** The value before one under the same key, as its author knew it. */
export const followedBy = ({ origin }: Item): Letters | null => origin && [origin.client, origin.clock, 1]

function lossesOf(gone: readonly Gone[], { doc }: Transaction): Loss[] {
  const stands = standsIn(doc)
  return gone.flatMap(({ client, clock, letters, spot, section, words, theirs, follows, kind }): Loss[] => {
    const place = placeOf(spot)
    if (!place || letters.trim() === '') return []
    if (words ? stands.run(words, { client, clock, letters }) : stands.value(letters, theirs)) return []
    return [
      {
        ...{ kind, client, place, words, theirs, follows },
        section: section ?? sectionShowing(doc, place),
        letters: [client, clock, words ? letters.length : 1],
        value: words ? '' : letters,
      },
    ]
  })
}
