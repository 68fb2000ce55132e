import { isClosed, type Session, type SessionDoor } from '../committee/session-door'

/** When a member was last seen. */
export interface Visit {
  readonly member: string
  readonly here: boolean
  /** When the last connection began or ended, ISO. */
  readonly seen: string
}

/** Who came to which report, since the server began. */
export interface Visits {
  readonly of: (report: string) => readonly Visit[]
  /** Hears of members of any report who came or went, until the returned function is called. */
  readonly onChange: (listener: (report: string) => void) => () => void
}

interface Count {
  connections: number
  seen: string
}

/** The same door, with somebody standing beside it who notes who goes in and out. */
export function watchDoor(door: SessionDoor): { readonly door: SessionDoor; readonly visits: Visits } {
  const reports = new Map<string, Map<string, Count>>()
  const listeners = new Set<(report: string) => void>()

  const note = (report: string, member: string, by: 1 | -1): void => {
    const members = reports.get(report) ?? new Map<string, Count>()
    reports.set(report, members)
    const count = members.get(member) ?? { connections: 0, seen: '' }
    const wasHere = count.connections > 0
    count.connections += by
    count.seen = new Date().toISOString()
    members.set(member, count)
    // A program has one connection for each room; only the first and the last one say something.
    if (wasHere !== count.connections > 0) for (const listener of listeners) listener(report)
  }
  const watched = (report: string, session: Session): Session => {
    note(report, session.member, 1)
    return {
      ...session,
      left: () => {
        session.left()
        note(report, session.member, -1)
      },
    }
  }
  return {
    door: {
      answer: door.answer,
      enter: knock => {
        const answer = door.enter(knock)
        return isClosed(answer) ? answer : watched(knock.reportId, answer)
      },
    },
    visits: {
      of: report =>
        [...(reports.get(report) ?? [])].map(([member, { connections, seen }]) => ({
          ...{ member, here: connections > 0, seen },
        })),
      onChange: listener => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
  }
}
