import type { Node } from 'prosemirror-model'
import type { NoteId } from '../report/ids'
import { align, type Group } from './align'
import type { Sides } from './block-differences'
import { textOfNote, type Blocks } from './blocks-of-content'
import { compareInline } from './compare-inline'
import type { Difference } from './difference'
import { differenceOf, oneSided, wholePart, wordDifferences, type Where } from './difference-of'
import type { Item } from './item'

/** A note then and now; one of the two may be missing. */
export interface NotePair {
  readonly was: NoteId | undefined
  readonly now: NoteId | undefined
}

/** Which note became which; numbers play no part. In the order of the marks in the text. */
export function pairNotes(was: Blocks, now: Blocks): readonly NotePair[] {
  const [old, fresh] = [[...was.notes.keys()], [...now.notes.keys()]]
  const groups = align(itemsOf(old, was), itemsOf(fresh, now))
  return groups.map(({ was: [a = -1], now: [b = -1] }) => ({ was: old[a], now: fresh[b] }))
}

const itemsOf = (ids: readonly NoteId[], { content }: Blocks): Item[] =>
  ids.map(id => ({ id, kind: 'note', weight: 1, text: () => textOfNote(content.notes.get(id)) }))

/** Each note's differences, by the place of the block of today (or of then, where it is gone) that shows it. */
export function noteDifferences(
  sides: Sides,
  pairs: readonly NotePair[],
  groups: readonly Group[],
): NoteDifferences {
  const { was, now } = sides
  const groupOfWas = groupAt(groups, 'was')
  const groupOfNow = groupAt(groups, 'now')
  const told = new Map<Group, Difference[]>()
  for (const { was: old, now: fresh } of pairs) {
    const from = old === undefined ? undefined : groupOfWas.get(was.notes.get(old) ?? -1)
    const to = fresh === undefined ? undefined : groupOfNow.get(now.notes.get(fresh) ?? -1)
    const group = to ?? from
    if (!group) continue
    const found = differencesOfNote(sides, { was: old, now: fresh }, from !== to)
    told.set(group, [...(told.get(group) ?? []), ...found])
  }
  return group => told.get(group) ?? []
}

type NoteDifferences = (group: Group) => readonly Difference[]

function differencesOfNote({ was, now }: Sides, pair: NotePair, isElsewhere: boolean): Difference[] {
  const old = pair.was === undefined ? undefined : was.content.notes.get(pair.was)
  const fresh = pair.now === undefined ? undefined : now.content.notes.get(pair.now)
  const where = whereIs(was, now, pair)
  if (pair.now === undefined) return [oneSided('removed', textOfNote(old), where)]
  if (pair.was === undefined) return [oneSided('added', textOfNote(fresh), where)]
  const parts = wholePart('same', textOfNote(fresh))
  const move = isElsewhere ? [differenceOf({ kind: 'moved', class: 'move', parts, ...where })] : []
  return [...move, ...bodyDifferences(old, fresh, where)]
}

function bodyDifferences(was: Node | undefined, now: Node | undefined, where: Where): Difference[] {
  if (was && now) return was.eq(now) ? [] : wordDifferences(compareInline(was, now), where)
  if (was) return [oneSided('removed', textOfNote(was), where)]
  return now ? [oneSided('added', textOfNote(now), where)] : []
}

function whereIs(was: Blocks, now: Blocks, pair: NotePair): Where {
  const section =
    pair.now === undefined
      ? was.sections[(pair.was && was.notes.get(pair.was)) ?? -1]
      : now.sections[now.notes.get(pair.now) ?? -1]
  return {
    place: { kind: 'note', id: pair.now ?? pair.was ?? ('' as NoteId) },
    section: section ?? null,
    ...(pair.was !== undefined && pair.now !== undefined && pair.was !== pair.now ? { wasId: pair.was } : {}),
  }
}

const groupAt = (groups: readonly Group[], side: 'was' | 'now'): ReadonlyMap<number, Group> =>
  new Map(groups.flatMap(group => group[side].map((index): [number, Group] => [index, group])))
