import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import { createShownClients, guestAwareness } from '../../../electron/host/committee/who-is-here'
import type { Session } from '../../../electron/host/committee/session-door'

const pace = 200
const session = (member: string): Session => ({ member, name: `Đồng chí ${member}` }) as Session

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A room with one awareness, and guests whose connections hand their words to it. */
function openRoom(ownerOf: (client: number) => string | undefined = () => undefined) {
  const room = new Awareness(new Doc())
  room.setLocalState(null)
  const clients = createShownClients(ownerOf)
  return {
    states: () => Object.fromEntries(room.getStates()),
    enter(member: string) {
      const guest = guestAwareness(session(member), clients, pace)
      return {
        say: (awareness: Awareness, client = awareness.clientID) => {
          const update = encodeAwarenessUpdate(awareness, [client])
          guest.awareness(update, passed => applyAwarenessUpdate(room, passed, member))
          vi.advanceTimersByTime(pace)
        },
        leave: guest.left,
      }
    },
  }
}

function person(place: string): Awareness {
  const awareness = new Awareness(new Doc())
  awareness.setLocalState({ place })
  return awareness
}

describe('a member’s place', () => {
  test('stays theirs for a while after they left: what others repeat of it is left out', () => {
    const room = openRoom()
    const [lan, minh] = [room.enter('lan'), room.enter('minh')]
    const lans = person('b1')
    lan.say(lans)
    lan.leave()
    lans.setLocalState({ place: 'b2' })
    minh.say(lans)
    expect(room.states()).toMatchObject({ [lans.clientID]: { place: 'b1', user: { id: 'lan' } } })
    room.enter('lan').say(lans)
    expect(room.states()).toMatchObject({ [lans.clientID]: { place: 'b2', user: { id: 'lan' } } })
  })

  test('cannot be taken by saying first that nobody is there', () => {
    const room = openRoom()
    const [lan, minh] = [room.enter('lan'), room.enter('minh')]
    const lans = person('b1')
    lans.setLocalState(null)
    minh.say(lans)
    lans.setLocalState({ place: 'b1' })
    lan.say(lans)
    expect(room.states()).toMatchObject({ [lans.clientID]: { user: { id: 'lan' } } })
  })

  test('is nobody’s where the host’s own window stands', () => {
    const window = person('b1')
    const room = openRoom(client => (client === window.clientID ? '' : undefined))
    room.enter('lan').say(window)
    expect(room.states()).toEqual({})
  })
})
