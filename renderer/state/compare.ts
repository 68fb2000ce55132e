import { create } from 'zustand'
import type { Source } from '../../shared/versions/source'
import { noFilter, type ChangeFilter } from './compare-filter'
import { showDialog } from './window-state'

/** What is compared with what; kept when the view is closed, so that it opens with the same again. */
export interface ComparedSides {
  readonly was: Source
  readonly now: Source
}

export const readings = ['redline', 'columns', 'only'] as const
/** Both texts as one · each in a column of its own · only what changed, with the headings around it. */
export type Reading = (typeof readings)[number]

interface Compare {
  /** Null until something was compared. */
  readonly sides: ComparedSides | null
  readonly reading: Reading
  readonly filter: ChangeFilter
  /** The key of the change at which the person is. */
  readonly current: string | null
}

/** The comparison of this window. */
export const useCompare = create<Compare>(() => ({
  sides: null,
  reading: 'redline',
  filter: noFilter,
  current: null,
}))

/** Shows what is not in `now` as it is in `was`, over the whole window. */
export function openComparison(was: Source, now: Source): void {
  compareSides({ was, now })
  showDialog('compare')
}

export const closeComparison = (): void => showDialog(null)

/** Compares these from now on; another comparison has other changes. */
export const compareSides = (sides: ComparedSides): void =>
  useCompare.setState({ sides, filter: noFilter, current: null })
