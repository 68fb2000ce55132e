import type { Awareness } from 'y-protocols/awareness'
import { colourOfMember } from '../../shared/sync/member-colour'
import { usePresence, type Person } from './presence'
import { useConnection } from './presence-connection'
import { watchFollowing } from './presence-follow'
import { showOwnPlace } from './presence-own'
import type { Roster } from './presence-roster'
import type { ReportSession } from './report-session'

/** Between two drawings of the panels that show people. Milliseconds. */
const pace = 250

/** Joins a report to the people in it: shows this person to them, and them to the panels. Returns how to stop. */
export function watchPresence(session: ReportSession, awareness: Awareness, roster: Roster): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const publish = (): void => {
    timer = undefined
    const people = peopleNow(awareness.clientID, roster)
    const before = usePresence.getState()
    if (JSON.stringify(before.people) === JSON.stringify(people)) return
    const isStill = people.some(({ client }) => client === before.following)
    usePresence.setState({ people, following: isStill ? before.following : null })
  }
  const publishSoon = (): void => void (timer ??= setTimeout(publish, pace))
  const own = showOwnPlace(session, awareness, self)
  const stops = [
    own.stop,
    roster.subscribe(publishSoon),
    useConnection.subscribe(() => {
      own.tell()
      publishSoon()
    }),
    watchFollowing(session, roster),
    roster.stop,
  ]
  return () => {
    for (const stop of stops) stop()
    clearTimeout(timer)
    awareness.destroy()
    usePresence.setState({ people: [], following: null })
  }
}

function self(): { readonly id: string; readonly name: string } | null {
  const me = useConnection.getState().committee.self
  return me && { id: me.id, name: me.name }
}

function peopleNow(client: number, roster: Roster): readonly Person[] {
  const me = self()
  const others = roster
    .people()
    .map((person): Person => ({ ...person, isSelf: false, isOtherComputer: person.memberId === me?.id }))
  return me ? [personHere(client, me), ...others] : others
}

/** Where this person is, the session says: a panel that shows others need not be drawn for it. */
const personHere = (client: number, { id, name }: NonNullable<ReturnType<typeof self>>): Person => ({
  ...{ client, name, memberId: id, colour: colourOfMember(id) },
  ...{ place: null, at: { kind: 'text' }, isIdle: false },
  ...{ isSelf: true, isOtherComputer: false },
})
