import { randomBytes } from 'node:crypto'

/** How long a token opens connections while none is open, and at the very most, in ms. */
export const tokenLife = { idle: 15 * 60_000, whole: 12 * 3_600_000 } as const
/** A member's computers, and a few that were forgotten. The oldest goes. */
const mostOfMember = 20

export interface Holder {
  readonly report: string
  readonly member: string
  readonly key: string
  /** The network address that asked for it. */
  readonly from: string
}

interface Token extends Holder {
  readonly token: string
  readonly issued: number
  lastUsed: number
  /** Rooms with a live connection. */
  readonly rooms: Set<string>
}

/** What a session's connections are known by. All times are of a clock that nobody sets, in ms. */
export interface Tokens {
  readonly issue: (holder: Holder, now: number) => string
  readonly find: (token: string, now: number) => Holder | undefined
  /** Opens one connection to a room. False where the token has one there. */
  readonly enter: (token: string, room: string) => boolean
  readonly leave: (token: string, room: string, now: number) => void
  /** How much longer connections of this token may stay, in ms. */
  readonly rest: (token: string, now: number) => number
  readonly drop: (which: (holder: Holder & { readonly token: string }) => boolean) => void
}

export function createTokens(): Tokens {
  const tokens = new Map<string, Token>()

  function sweep(now: number): void {
    for (const [name, token] of tokens) if (!isLive(token, now)) tokens.delete(name)
  }

  function makeRoom({ report, member }: Holder): void {
    const own = [...tokens.values()].filter(token => token.report === report && token.member === member)
    const idle = own.filter(token => token.rooms.size === 0)
    if (own.length >= mostOfMember) tokens.delete((idle[0] ?? own[0])?.token ?? '')
  }

  return {
    issue: (holder, now) => {
      sweep(now)
      makeRoom(holder)
      const token = randomBytes(32).toString('base64url')
      tokens.set(token, { ...holder, token, issued: now, lastUsed: now, rooms: new Set() })
      return token
    },
    find: (name, now) => {
      const token = tokens.get(name)
      return token && isLive(token, now) ? token : undefined
    },
    enter: (name, room) => {
      const token = tokens.get(name)
      if (!token || token.rooms.has(room)) return false
      token.rooms.add(room)
      return true
    },
    leave: (name, room, now) => {
      const token = tokens.get(name)
      if (!token) return
      token.rooms.delete(room)
      token.lastUsed = now
    },
    rest: (name, now) => Math.max(0, tokenLife.whole - (now - (tokens.get(name)?.issued ?? -Infinity))),
    drop: which => {
      for (const [name, token] of tokens) if (which(token)) tokens.delete(name)
    },
  }
}

const isLive = ({ issued, lastUsed, rooms }: Token, now: number): boolean =>
  now - issued < tokenLife.whole && (rooms.size > 0 || now - lastUsed < tokenLife.idle)
