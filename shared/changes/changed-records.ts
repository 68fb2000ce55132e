import { rowCells } from '../indicators/indicator-row'
import type { Difference } from '../compare/difference'
import { groupBy } from '../util/group-by'
import type { Change, ChangedIndicator, ChangedNote } from './change-list'
import type { Both } from './place-of'

interface Told {
  readonly difference: Difference
  readonly change: Change
}

type State = 'changed' | 'moved' | 'added' | 'removed'

/** The weightiest of what happened to one record. */
const stateOf = (kinds: readonly string[]): State =>
  kinds.includes('added')
    ? 'added'
    : kinds.includes('removed')
      ? 'removed'
      : kinds.every(kind => kind === 'moved')
        ? 'moved'
        : 'changed'

/** Notes with what happened to each, in the order of the text. */
export function changedNotes(told: readonly Told[], { was, now }: Both): readonly ChangedNote[] {
  const ofNotes = groupBy(told, ({ difference: { place } }) => (place.kind === 'note' ? place.id : undefined))
  return [...ofNotes.values()].flatMap((group): ChangedNote[] => {
    const { difference, change } = group.at(-1) ?? {}
    if (difference?.place.kind !== 'note' || !change) return []
    const { id } = difference.place
    const state = stateOf(group.map(({ change: { kind } }) => kind))
    return [
      {
        id,
        number: {
          was: state === 'added' ? null : was.noteNumber(difference.wasId ?? id),
          now: state === 'removed' ? null : now.noteNumber(id),
        },
        state,
        section: change.place.section,
        before: change.before,
        after: change.after,
      },
    ]
  })
}

/** Rows of the tables of indicators with what happened to each, cell by cell. */
export function changedIndicators(told: readonly Told[], both: Both): readonly ChangedIndicator[] {
  const ofRows = groupBy(told, ({ difference: { place } }) =>
    place.kind === 'cell' ? `${place.table} ${place.row ?? ''}` : undefined,
  )
  return [...ofRows.values()].flatMap(group => {
    const found = indicatorOf(group, both)
    return found ? [found] : []
  })
}

function indicatorOf(group: readonly Told[], both: Both): ChangedIndicator | null {
  const [first] = group
  if (first?.difference.place.kind !== 'cell') return null
  const { table, row } = first.difference.place
  const [old, fresh] = [both.was.row(table, first.difference.wasId ?? row), both.now.row(table, row)]
  const state = stateOf(group.map(({ change: { kind } }) => kind))
  const known = fresh ?? old
  const titles = (both.now.table(table) ?? both.was.table(table))?.columns
  return {
    table,
    row,
    number: {
      was: state === 'added' ? null : (old?.number ?? null),
      now: state === 'removed' ? null : (fresh?.number ?? null),
    },
    name: known?.row.name.trim() ?? '',
    state,
    cells:
      state === 'added' || state === 'removed'
        ? rowCells.flatMap(column => {
            const text = known?.row[column].trim() ?? ''
            const cell = { column, title: titles?.[column] ?? '' }
            if (text === '') return []
            return [{ ...cell, before: state === 'added' ? '' : text, after: state === 'added' ? text : '' }]
          })
        : group.flatMap(({ difference: { place }, change }) =>
            place.kind === 'cell' && change.kind === 'words' && place.column !== null
              ? [
                  {
                    column: place.column,
                    title: titles?.[place.column as keyof typeof titles] ?? '',
                    before: change.before ?? '',
                    after: change.after ?? '',
                  },
                ]
              : [],
          ),
  }
}
