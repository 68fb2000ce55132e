import type { Place } from '../place'
import type { SharedSelection } from '../sync/shared-selection'

/** Where in a text a colleague is. */
export interface ColleagueCaret {
  /** The window's id: a person may write on two computers. */
  readonly client: number
  readonly name: string
  /** 1 … 8, see tokens.css. */
  readonly colour: number
  readonly isIdle: boolean
  readonly place: Place
  readonly selection: SharedSelection
  /** Another number with everything they do. */
  readonly moves: number
}

/** Who else is in the report's words. */
export interface Colleagues {
  /** A caret that did not change is the very same value. */
  readonly carets: () => readonly ColleagueCaret[]
  /** Told a few times a second at most. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
}

/** For reports that nobody else writes. */
export const noColleagues: Colleagues = { carets: () => [], subscribe: () => () => undefined }
