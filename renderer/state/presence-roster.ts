import type { Awareness } from 'y-protocols/awareness'
import type { AwarenessChange } from '../../shared/sync/presence'
import type { BlockId } from '../../shared/report/ids'
import { colourOfMember } from '../../shared/sync/member-colour'
import { readPresence, type ShownPresence } from '../../shared/sync/presence'
import type { ColleagueCaret, Colleagues } from '../editor/presence/colleagues'
import type { Place } from '../editor/place'
import type { BetweenLetters } from '../host/between-letters'
import type { Person } from './presence'

/** Who does nothing for so long is shown paler. Milliseconds. */
export const idleAfter = 30_000
/** Between two tellings; what comes meanwhile is told together. Milliseconds. */
const pace = 100
const idleCheck = 5_000

/** Everybody whom the host names, as it last told them. */
export interface Roster extends Colleagues {
  /** Without this window itself. Somebody who did not change is the very same value. */
  readonly people: () => readonly Omit<Person, 'isSelf' | 'isOtherComputer'>[]
  readonly stop: () => void
}

interface Seen {
  readonly presence: ShownPresence
  /** When they last did something, or were first seen. */
  readonly movedAt: number
  readonly person: ReturnType<Roster['people']>[number]
  readonly caret: ColleagueCaret | null
}

export function createRoster(awareness: Awareness, between: BetweenLetters): Roster {
  const seen = new Map<number, Seen>()
  const listeners = new Set<() => void>()
  let carets: readonly ColleagueCaret[] = []
  let people: ReturnType<Roster['people']> = []
  let unplan: (() => void) | null = null

  const tell = (): void => {
    unplan = null
    carets = [...seen.values()].flatMap(({ caret }) => caret ?? [])
    people = [...seen.values()].map(({ person }) => person)
    for (const listener of [...listeners]) listener()
  }
  const tellSoon = (): void => void (unplan ??= between.act(tell, pace))
  const look = (client: number): void => {
    const presence = client === awareness.clientID ? null : readPresence(awareness.getStates().get(client))
    if (presence) seen.set(client, seenAs(client, presence, Date.now()))
    else seen.delete(client)
  }
  const hear = ({ added, updated, removed }: AwarenessChange): void => {
    for (const client of [...added, ...updated, ...removed]) look(client)
    tellSoon()
  }
  const checkIdle = (): void => {
    for (const [client, { presence, movedAt, person }] of seen)
      if (!person.isIdle && Date.now() - movedAt >= idleAfter) {
        seen.set(client, seenAs(client, presence, movedAt))
        tellSoon()
      }
  }
  awareness.on('change', hear)
  hear({ added: [...awareness.getStates().keys()], updated: [], removed: [] })
  const checking = setInterval(checkIdle, idleCheck)
  return {
    carets: () => carets,
    people: () => people,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop() {
      awareness.off('change', hear)
      clearInterval(checking)
      unplan?.()
      listeners.clear()
    },
  }
}

function seenAs(client: number, presence: ShownPresence, movedAt: number): Seen {
  const { user, place, within, cursor, moves } = presence
  const isIdle = Date.now() - movedAt >= idleAfter
  const at = (within ?? { kind: 'text' }) as Place
  const who = { client, name: user.name, colour: colourOfMember(user.id), isIdle }
  return {
    presence,
    movedAt,
    person: { ...who, memberId: user.id, place: (place ?? null) as BlockId | null, at },
    caret: cursor ? { ...who, place: at, selection: cursor, moves: moves ?? 0 } : null,
  }
}
