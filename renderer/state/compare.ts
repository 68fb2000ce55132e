import { create } from 'zustand'
import type { Source } from '../../shared/versions/source'
import { showDialog } from './window-state'

/** What is compared with what; kept when the view is closed, so that it opens with the same again. */
export interface ComparedSides {
  readonly was: Source
  readonly now: Source
}

interface Compare {
  /** Null until something was compared. */
  readonly sides: ComparedSides | null
}

/** The comparison of this window. */
export const useCompare = create<Compare>(() => ({ sides: null }))

/** Shows what is not in `now` as it is in `was`, over the whole window. */
export function openComparison(was: Source, now: Source): void {
  useCompare.setState({ sides: { was, now } })
  showDialog('compare')
}

export const closeComparison = (): void => showDialog(null)
