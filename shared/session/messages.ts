import { z } from 'zod'
import { Hash, Name, PublicKey, Role, Time, Unit } from '../ledger/records'

/*
 * How a computer becomes a member and opens a session (README.md has the sequence). Every request is one JSON object
 * sent by POST to the host's address; the answer is one JSON object.
 */

/** Longest body of a request, in bytes; longer ones are refused unread. A command may name hundreds of sections. */
export const largestRequest = 4096
export const largestCommand = 65_536

export const ReportId = z.string().regex(/^[\w-]{1,60}$/)
/** 12 random bytes, base64url. 96 bits: its hash may be published. */
export const Secret = z.string().regex(/^[\w-]{16}$/)
/** 32 random bytes, base64url. */
const Random = z.string().regex(/^[\w-]{43}$/)
/** sha256 of the host's certificate (DER), or "loopback" where plain ws is allowed: on this computer only. */
export const Fingerprint = z.union([Hash, z.literal('loopback')])

export const requestPaths = {
  join: '/join',
  challenge: '/challenge',
  answer: '/answer',
  end: '/end',
  command: '/command',
  control: '/control',
} as const

/** Redeems an invitation: binds the key to the member it was written for. `signature` proves that the key is held. */
export const JoinRequest = z.strictObject({
  secret: Secret,
  key: PublicKey,
  /** base64url, over `joinText`. */
  signature: z.string().regex(/^[\w-]{86}$/),
})
export type JoinRequest = z.infer<typeof JoinRequest>

export const JoinAnswer = z.object({
  report: ReportId,
  member: z.string(),
  name: Name,
  unit: Unit,
  role: Role,
})
export type JoinAnswer = z.infer<typeof JoinAnswer>

export const ChallengeRequest = z.strictObject({ report: ReportId, key: PublicKey })
export type ChallengeRequest = z.infer<typeof ChallengeRequest>

/** `time` is the host's: members' clocks may be wrong by hours. */
export const Challenge = z.object({ nonce: Random, time: Time })
export type Challenge = z.infer<typeof Challenge>

export const AnswerRequest = z.strictObject({
  report: ReportId,
  key: PublicKey,
  nonce: Random,
  time: Time,
  /** base64url, over `sessionText`. */
  signature: z.string().regex(/^[\w-]{86}$/),
})
export type AnswerRequest = z.infer<typeof AnswerRequest>

export const SessionAnswer = z.object({ token: Random, expires: Time, member: z.string() })
export type SessionAnswer = z.infer<typeof SessionAnswer>

/** Ends a session before its time; answered with `{}` whether there was one or not. */
export const EndRequest = z.strictObject({ token: Random })

/** A ledger command from whoever may write the host's files (they hold its token), on the same computer. */
export const ControlRequest = z.strictObject({ control: Random, report: ReportId, command: z.unknown() })

/** A ledger command from a member, who is known by an open session. Answered as a `ControlRequest` is. */
export const CommandRequest = z.strictObject({ token: Random, report: ReportId, command: z.unknown() })

export const ControlAnswer = z.union([
  z.object({ ok: z.literal(true), member: z.string().nullable(), secret: Secret.nullable() }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() }),
])
export type ControlAnswer = z.infer<typeof ControlAnswer>

/** What stands in the address of the WebSocket: `wss://host:port/<report>/<room>?token=…&schema=…` */
export const SessionParams = z.object({ token: Random, schema: z.string().regex(/^\d{1,6}$/) })
export type SessionParams = z.infer<typeof SessionParams>

/** `leaders` is open to members with that role only; to everybody else it is a room that does not exist. */
export const rooms = ['body', 'review', 'leaders', 'ledger'] as const
export type RoomKind = (typeof rooms)[number]

/** The room's name for a y-websocket client. */
export const roomName = (report: string, room: RoomKind): string => `${report}/${room}`

/** What is signed to prove that the key behind an invitation is held by whoever sends it. */
export const joinText = (join: { secret: string; key: string }, certificate: string): string =>
  ['du-thao join 1', join.secret, join.key, certificate].join('\n')

/**
 * What is signed to open a session. It names the certificate that the signer saw: whoever stands between and shows
 * another one cannot pass the signature on.
 */
export const sessionText = (
  answer: { report: string; key: string; nonce: string; time: string },
  certificate: string,
): string =>
  ['du-thao session 1', answer.report, answer.key, certificate, answer.nonce, answer.time].join('\n')

/** Every request may be answered with this instead; the status is then 403, or 400 for what is no request. */
export const RefusedAnswer = z.object({ refused: z.string().max(60), message: z.string().max(1000) })
