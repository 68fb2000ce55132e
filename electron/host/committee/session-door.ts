import type { IncomingMessage, ServerResponse } from 'node:http'

/** A member's proof, checked: who is on the other end of a connection. */
export interface Session {
  /** The member's id in the report's ledger. */
  readonly member: string
  /** The name that others see. */
  readonly name: string
  /** When it ends, in ms since 1970; null: with the connection. */
  readonly endsAt: number | null
}

/** Who may come in. Nobody reads a byte before. */
export interface SessionDoor {
  /** The session that the parameters of a connection prove for this report; null for none. */
  readonly enter: (reportId: string, params: URLSearchParams) => Session | null
  /** Answers a plain request (joining, proving who one is). False where it is none of the door's. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean
}
