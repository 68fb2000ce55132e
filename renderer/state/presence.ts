import { create } from 'zustand'
import type { BlockId } from '../../shared/report/ids'
import type { Place } from '../editor/place'

/** Somebody who has the report open. */
export interface Person {
  /** The window's id: a person may have the report open on two computers. */
  readonly client: number
  readonly memberId: string
  readonly name: string
  /** 1 … 8, see tokens.css. */
  readonly colour: number
  /** The block of the text where they are; null until they say it. */
  readonly place: BlockId | null
  /** The note, wording or cell they are in; the text itself otherwise. */
  readonly at: Place
  /** This window. */
  readonly isSelf: boolean
  /** The same person on another computer. */
  readonly isOtherComputer: boolean
  /** Has done nothing for half a minute. */
  readonly isIdle: boolean
}

interface PresenceState {
  /** In the order in which they came; told a few times a second at most. */
  readonly people: readonly Person[]
  /** The window that this one scrolls with, by its client id. */
  readonly following: number | null
}

/** Who is here, and whom this window follows. */
export const usePresence = create<PresenceState>(() => ({ people: [], following: null }))

export const personOf = ({ people }: PresenceState, client: number | null): Person | null =>
  people.find(person => person.client === client) ?? null
