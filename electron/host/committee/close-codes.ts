/** Why a connection ends. y-websocket takes 4400–4499 as final and comes back after all others. */
export const closeCodes = {
  /** The host stops; peers come back. */
  stopping: 1001,
  /** What arrived is no message. */
  malformed: 4400,
  /** No session, an ended one, or one of a member who was revoked. */
  noSession: 4401,
  /** The gate refused a change; the reason was told before. */
  refused: 4403,
  noSuchRoom: 4404,
  /** The program is older or newer than the report. */
  otherVersion: 4409,
  /** Too many connections, or a full disk; peers come back. */
  tryAgain: 1013,
} as const
