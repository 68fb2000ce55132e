import type { IncomingMessage, ServerResponse } from 'node:http'

/** One who wants to come in. */
export interface Knock {
  readonly reportId: string
  readonly room: string
  /** Of the connection's address. */
  readonly params: URLSearchParams
  /** The network address it comes from; empty where the network does not tell. */
  readonly from: string
}

/** A member's proof, checked: who is on the other end of a connection. */
export interface Session {
  /** The member's id in the report's ledger. */
  readonly member: string
  /** The name that others see. */
  readonly name: string
  /** When it ends, in ms since 1970; null: with the connection. */
  readonly endsAt: number | null
  /** Called once, when the connection is over. */
  readonly left: () => void
}

/** Why somebody stays outside. */
export interface Closed {
  /** Close code of a WebSocket. */
  readonly code: number
  /** One word for programs. */
  readonly reason: string
}

/** Who may come in. Nobody reads a byte before. */
export interface SessionDoor {
  readonly enter: (knock: Knock) => Session | Closed
  /** Answers a plain request (joining, proving who one is). */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void
}

export const isClosed = (answer: Session | Closed): answer is Closed => 'code' in answer
