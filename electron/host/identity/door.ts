import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import {
  AnswerRequest,
  ChallengeRequest,
  ControlRequest,
  EndRequest,
  JoinRequest,
  requestPaths,
  SessionParams,
} from '../../../shared/session/messages'
import { isRefusal, refuse, type SessionRefusal } from '../../../shared/session/refusal'
import { closeCodes } from '../committee/close-codes'
import type { Closed, Knock, Session, SessionDoor } from '../committee/session-door'
import type { LedgerReply } from '../ledger/ledger-host'
import { readBody } from './read-body'
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
  const routes = new Map<string, Route>([
    [requestPaths.join, route(JoinRequest, request => sessions.join(request))],
    [requestPaths.challenge, route(ChallengeRequest, request => sessions.challenge(request))],
    [requestPaths.answer, route(AnswerRequest, (request, { from }) => sessions.answer(request, from))],
    [requestPaths.end, route(EndRequest, ({ token }) => end(sessions, token))],
    [
      requestPaths.control,
      route(ControlRequest, (request, { isOwn }) =>
        isOwn && isControl(request.control, control) ? command(sessions, request) : refuse('bad-session'),
      ),
    ],
  ])
  return {
    enter: knock => enter(sessions, knock),
    answer: (request, response) => {
      answer(routes, request, response).catch((error: unknown) => {
        onBug(error)
        send(response, 500, {})
      })
    },
  }
}

/** Where a request comes from. */
interface Origin {
  readonly from: string
  /** From this very computer, by whichever of its addresses. */
  readonly isOwn: boolean
}

type Said = object | SessionRefusal
type Route = (body: unknown, origin: Origin) => Said | Promise<Said>

const route =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (request: z.output<Schema>, origin: Origin) => Said | Promise<Said>,
  ): Route =>
  (body, origin) => {
    const request = schema.safeParse(body)
    return request.success ? run(request.data, origin) : refuse('malformed')
  }

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

async function answer(
  routes: ReadonlyMap<string, Route>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const run = routes.get(request.url ?? '')
  if (!run || request.method !== 'POST') {
    send(response, 404, {})
    return
  }
  // Before reading: a request that is cut off in between has no socket any more.
  const origin = originOf(request)
  const said = await run(await readBody(request), origin)
  const status = !isRefusal(said) ? 200 : said.refused === 'malformed' ? 400 : 403
  send(response, status, said)
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

function command(
  sessions: Sessions,
  { report, command }: z.output<typeof ControlRequest>,
): object | Promise<object> {
  const ledger = sessions.ledgerOf(report)
  if (!ledger) return refuse('unknown-report')
  const reply: LedgerReply | Promise<LedgerReply> = ledger.run(command, { kind: 'operator' })
  return reply
}

function originOf({ socket }: IncomingMessage): Origin {
  const { remoteAddress: from = '', localAddress } = socket
  return { from, isOwn: from !== '' && (from === localAddress || /^(::1|(::ffff:)?127\..*)$/.test(from)) }
}

const isControl = (given: string, control: string | undefined): boolean =>
  control !== undefined && timingSafeEqual(hash(given), hash(control))

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
