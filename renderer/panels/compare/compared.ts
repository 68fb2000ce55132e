import { createContext, useContext } from 'react'
import type { ComparedText } from '../../state/compare-side'
import type { ComparedRow } from '../../state/compare-rows'

/** In place, or one text in each of two columns. */
export type Layout = 'one' | 'two'

/** Which words of both texts are drawn. */
export type Side = 'both' | 'was' | 'now'

/** What every place of a comparison needs to be drawn. */
export interface Compared {
  readonly was: ComparedText
  readonly now: ComparedText
  readonly layout: Layout
  /** Rows of tables in which nothing changed are left out. */
  readonly isShort: boolean
  /** The key of the difference at which the person is. */
  readonly current: string | null
  readonly rowAt: (key: string) => ComparedRow | undefined
  /** Brings another place into view. */
  readonly onGo: (rowKey: string) => void
}

const ComparedContext = createContext<Compared | null>(null)
export const ComparedProvider = ComparedContext.Provider

export function useCompared(): Compared {
  const compared = useContext(ComparedContext)
  if (!compared) throw new Error('Nothing is compared here')
  return compared
}
