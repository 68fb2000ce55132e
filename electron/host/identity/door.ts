import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import { CopyRequest, copyPath, longestCopy } from '../../../shared/session/approval-messages'
import type { Caller } from '../../../shared/ledger/entry'
import {
  AnswerRequest,
  ChallengeRequest,
  CommandRequest,
  ControlRequest,
  EndRequest,
  JoinRequest,
  largestCommand,
  largestRequest,
  requestPaths,
  SessionParams,
} from '../../../shared/session/messages'
import { VersionsRequest, versionsPath } from '../../../shared/session/version-messages'
import { isRefusal, refuse, type SessionRefusal } from '../../../shared/session/refusal'
import { closeCodes } from '../committee/close-codes'
import type { Closed, Knock, Session, SessionDoor } from '../committee/session-door'
import { readBody } from './read-body'
import { limitRequests, type RequestLimit } from './request-limit'
import type { Sessions } from './sessions'

export interface DoorOptions {
  readonly sessions: Sessions
  /** The secret of the host card: who knows it may command the ledgers as operator. Without it nobody may. */
  readonly control?: string
  /** Hears of what nobody expected while answering. */
  readonly onBug: (error: unknown) => void
}

/** The network's door: requests and connections, checked, for `Sessions`. */
export function openDoor({ sessions, control, onBug }: DoorOptions): SessionDoor {
  const mayAsk = limitRequests()
  const routes = routesOf(sessions, control)
  return {
    enter: knock => enter(sessions, knock),
    answer: (request, response) => {
      answer({ routes, mayAsk }, request, response).catch((error: unknown) => {
        onBug(error)
        send(response, 500, {})
      })
    },
  }
}

const routesOf = (sessions: Sessions, control: string | undefined): Routes =>
  new Map<string, Route>([
    [requestPaths.join, route(JoinRequest, request => sessions.join(request))],
    [requestPaths.challenge, route(ChallengeRequest, request => sessions.challenge(request))],
    [requestPaths.answer, route(AnswerRequest, (request, { from }) => sessions.answer(request, from))],
    [requestPaths.end, route(EndRequest, ({ token }) => end(sessions, token))],
    [
      requestPaths.command,
      route(
        CommandRequest,
        ({ token, report, command }, { from }) => {
          const member = sessions.whoIs({ token, report, from })
          return isRefusal(member)
            ? member
            : carryOut(sessions, { report, command }, { kind: 'member', id: member.id })
        },
        largestCommand,
      ),
    ],
    [copyPath, route(CopyRequest, (request, { from }) => copyFor(sessions, request, from))],
    [
      versionsPath,
      route(VersionsRequest, (request, { from }) => versionsFor(sessions, request, from), largestCommand),
    ],
    [
      requestPaths.control,
      route(
        ControlRequest,
        (request, { isOwn }) =>
          isOwn && isControl(request.control, control)
            ? carryOut(sessions, request, { kind: 'operator' })
            : refuse('bad-session'),
        largestCommand,
      ),
    ],
  ])

/** Where a request comes from. */
interface Origin {
  readonly from: string
  /** From this very computer, by whichever of its addresses. */
  readonly isOwn: boolean
}

type Said = object | SessionRefusal
interface Route {
  /** Of the body, in bytes. */
  readonly largest: number
  readonly run: (body: unknown, origin: Origin) => Said | Promise<Said>
}
type Routes = ReadonlyMap<string, Route>

const route = <Schema extends z.ZodType>(
  schema: Schema,
  run: (request: z.output<Schema>, origin: Origin) => Said | Promise<Said>,
  largest = largestRequest,
): Route => ({
  largest,
  run: (body, origin) => {
    const request = schema.safeParse(body)
    return request.success ? run(request.data, origin) : refuse('malformed')
  },
})

function enter(sessions: Sessions, { reportId, room, params, from }: Knock): Session | Closed {
  const given = SessionParams.shape.token.safeParse(params.get('token'))
  if (!given.success) return { code: closeCodes.noSession, reason: 'bad-session' }
  const opened = sessions.open({ report: reportId, room, token: given.data, from })
  if (!isRefusal(opened)) {
    const { member, rest, left } = opened
    return { member: member.id, name: member.name, endsAt: Date.now() + rest, left }
  }
  // An honest client whose network was cut comes back before the host has noticed that the old connection is dead.
  const code = opened.refused === 'in-use' ? closeCodes.tryAgain : closeCodes.noSession
  return { code, reason: opened.refused }
}

interface Desk {
  readonly routes: Routes
  readonly mayAsk: RequestLimit
}

async function answer(
  { routes, mayAsk }: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Before reading: a request that is cut off in between has no socket any more.
  const origin = originOf(request)
  const found = routes.get(request.url ?? '')
  if (!mayAsk(origin.from)) send(response, 429, refuse('too-many'))
  else if (!found || request.method !== 'POST') send(response, 404, {})
  else {
    const said = await found.run(await readBody(request, found.largest), origin)
    const status = !isRefusal(said) ? 200 : said.refused === 'malformed' ? 400 : 403
    send(response, status, said)
  }
}

function send(response: ServerResponse, status: number, said: object): void {
  const body = Buffer.from(JSON.stringify(said))
  // A body that was refused unread would otherwise be taken for the next request.
  const connection = status === 200 ? {} : { connection: 'close' }
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', ...connection }
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body)
}

function end(sessions: Sessions, token: string): object {
  sessions.end(token)
  return {}
}

/** Members read the whole report, so they may read what it was. */
function copyFor(sessions: Sessions, request: z.output<typeof CopyRequest>, from: string): Said {
  const { token, report, fingerprint } = request
  const member = sessions.whoIs({ token, report, from })
  if (isRefusal(member)) return member
  const copy = sessions.ledgerOf(report)?.copyOf(fingerprint) ?? null
  return { copy: copy !== null && copy.length <= longestCopy ? copy : null }
}

/** Members read the whole report, so they may read its drafts. */
function versionsFor(sessions: Sessions, request: z.output<typeof VersionsRequest>, from: string): Said {
  const { token, report, names, writers } = request
  const member = sessions.whoIs({ token, report, from })
  if (isRefusal(member)) return member
  const versions = sessions.ledgerOf(report)?.versions
  const rows = versions?.rows(names) ?? { manifests: [], parts: [] }
  return { ...rows, writers: writers && versions ? versions.writers() : null }
}

interface Asked {
  readonly report: string
  readonly command: unknown
}

function carryOut(sessions: Sessions, { report, command }: Asked, caller: Caller): Said | Promise<Said> {
  const ledger = sessions.ledgerOf(report)
  return ledger ? ledger.run(command, caller) : refuse('unknown-report')
}

function originOf({ socket }: IncomingMessage): Origin {
  const { remoteAddress: from = '', localAddress } = socket
  return { from, isOwn: from !== '' && (from === localAddress || /^(::1|(::ffff:)?127\..*)$/.test(from)) }
}

const isControl = (given: string, control: string | undefined): boolean =>
  control !== undefined && timingSafeEqual(hash(given), hash(control))

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
