import type { Node } from 'prosemirror-model'
import { noteRefsIn } from '../../numbering/number-notes'
import type { NoteId, OptionsId, TableId } from '../../report/ids'
import { blocksOf, isIndicatorTable, isOptions, optionsIdOf, tableIdOf } from '../../report/nodes'
import type { Report } from '../../report/report'
import { sameOptions, sameTable } from './same-records'

/** What some blocks show: notes by their marks, tables and alternatives by their names. */
interface Shown {
  readonly notes: ReadonlySet<NoteId>
  readonly indicators: ReadonlySet<TableId>
  readonly options: ReadonlySet<OptionsId>
}

export const shownIn = (blocks: readonly Node[]): Shown => ({
  notes: new Set(blocks.flatMap(noteRefsIn)),
  indicators: new Set(blocks.filter(isIndicatorTable).map(tableIdOf)),
  options: new Set(blocks.filter(isOptions).map(optionsIdOf)),
})

interface Sources {
  readonly today: Report
  readonly version: Report
  /** Blocks whose records are to say what they said. */
  readonly back: readonly Node[]
}

/**
 * The records of a report whose text is as it is to be. What comes back says what it said in the version; what the text
 * showed today and shows no longer goes with its blocks, or it would be left behind as a note without a mark.
 */
export function recordsAgain(after: Report, { today, version, back }: Sources): Report {
  const coming = shownIn(back)
  const before = shownIn(blocksOf(today.text))
  const then = shownIn(blocksOf(after.text))
  return {
    ...after,
    notes: changed(today.notes, version.notes, {
      ...{ coming: coming.notes, before: before.notes, then: then.notes },
      isSame: (one, other) => one.eq(other),
    }),
    indicators: changed(today.indicators, version.indicators, {
      ...{ coming: coming.indicators, before: before.indicators, then: then.indicators },
      isSame: sameTable,
    }),
    options: changed(today.options, version.options, {
      ...{ coming: coming.options, before: before.options, then: then.options },
      isSame: sameOptions,
    }),
  }
}

interface Change<Id, Value> {
  readonly coming: ReadonlySet<Id>
  readonly before: ReadonlySet<Id>
  readonly then: ReadonlySet<Id>
  readonly isSame: (one: Value, other: Value) => boolean
}

function changed<Id, Value>(
  today: ReadonlyMap<Id, Value>,
  version: ReadonlyMap<Id, Value>,
  { coming, before, then, isSame }: Change<Id, Value>,
): ReadonlyMap<Id, Value> {
  const after = new Map(today)
  for (const id of coming) {
    const [old, now] = [version.get(id), today.get(id)]
    if (old && !(now && isSame(now, old))) after.set(id, old)
  }
  for (const id of before) if (!then.has(id)) after.delete(id)
  const isChanged = after.size !== today.size || [...after].some(([id, value]) => today.get(id) !== value)
  return isChanged ? after : today
}
