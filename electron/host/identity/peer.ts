import { z } from 'zod'
import { Failure } from '../../../shared/ipc/failure'
import type { GivenInvitation } from '../../../shared/session/invitation'
import { CommandAnswer, CopyAnswer, copyPath } from '../../../shared/session/approval-messages'
import {
  Challenge,
  ControlAnswer,
  joinText,
  JoinAnswer,
  RefusedAnswer,
  requestPaths,
  SessionAnswer,
  sessionText,
} from '../../../shared/session/messages'
import { VersionsAnswer, versionsPath } from '../../../shared/session/version-messages'
import type { HostCard } from './host-card'
import type { Identity } from './identity'
import { findHost, post, type PinnedHost } from './pinned'
import { words } from './words'

/** The host's own no; `refused` says which (shared/session/words.ts), the message is for the person. */
export class HostRefusal extends Failure {
  constructor(
    readonly refused: string,
    message: string,
  ) {
    super('not-allowed', message)
  }
}

/** Finds the host of an invitation under the first of its addresses that answers. Throws a Failure. */
export async function hostOf({
  urls,
  certificate,
}: Pick<GivenInvitation, 'urls' | 'certificate'>): Promise<PinnedHost> {
  let failure: unknown = new Failure('not-ready', words.hostSilent)
  for (const url of urls) {
    try {
      return await findHost(url, certificate)
    } catch (error) {
      // A stranger under one address says more than silence under the next.
      if (!(error instanceof Failure)) throw error
      if (!(failure instanceof Failure) || failure.code === 'not-ready') failure = error
    }
  }
  throw failure
}

/** Redeems an invitation for this computer; may be repeated. Throws a Failure with the host's reason. */
export async function join(host: PinnedHost, secret: string, identity: Identity): Promise<JoinAnswer> {
  const asked = { secret, key: identity.publicKey }
  const signature = identity.sign(joinText(asked, host.certificate))
  return await ask(host, requestPaths.join, { ...asked, signature }, JoinAnswer)
}

/** A session, and by how many ms this computer's clock is ahead of the host's. */
export type Opened = SessionAnswer & { readonly ahead: number }

/** Opens a session for connections from this computer. Throws a Failure with the host's reason. */
export async function openSession(
  host: PinnedHost,
  report: string,
  identity: Pick<Identity, 'publicKey' | 'sign'>,
  clock: () => number = Date.now,
): Promise<Opened> {
  const asked = { report, key: identity.publicKey }
  const before = clock()
  const { nonce, time } = await ask(host, requestPaths.challenge, asked, Challenge)
  const ahead = (before + clock()) / 2 - Date.parse(time)
  const answer = { ...asked, nonce, time }
  const signature = identity.sign(sessionText(answer, host.certificate))
  return { ...(await ask(host, requestPaths.answer, { ...answer, signature }, SessionAnswer)), ahead }
}

/** Gives a running host of this computer a command as its operator. Throws a Failure with its reason. */
export async function command(
  card: HostCard,
  report: string,
  asked: object,
  patience?: number,
): Promise<ControlAnswer> {
  if (!card.control) throw new Failure('not-ready', words.hostSilent)
  const { url, secret } = card.control
  const found = await findHost(url, url.startsWith('ws:') ? 'loopback' : card.certificate)
  const host = { ...found, ...(patience ? { patience } : {}) }
  return await ask(host, requestPaths.control, { control: secret, report, command: asked }, ControlAnswer)
}

/**
 * Gives a ledger command to the host as its member. The command is proven by a session of its own, so that it does not
 * depend on live connections. Throws a Failure where the host cannot be asked; the ledger's no is a value.
 */
export async function commandAsMember(
  host: PinnedHost,
  report: string,
  identity: Identity,
  asked: object,
): Promise<CommandAnswer> {
  return await inSession({ host, report, identity }, token =>
    ask(host, requestPaths.command, { token, report, command: asked }, CommandAnswer),
  )
}

/** JSON of a section as it was approved; null where the host keeps none. Throws as above. */
export async function copyAsMember(
  host: PinnedHost,
  report: string,
  identity: Identity,
  fingerprint: string,
): Promise<string | null> {
  const { copy } = await inSession({ host, report, identity }, token =>
    ask(host, copyPath, { token, report, fingerprint }, CopyAnswer),
  )
  return copy
}

/** What was frozen, by name, and who wrote since. Throws as above. */
export async function versionsAsMember(
  host: PinnedHost,
  report: string,
  identity: Identity,
  asked: { readonly names: readonly string[]; readonly writers: boolean },
): Promise<VersionsAnswer> {
  return await inSession({ host, report, identity }, token =>
    ask(host, versionsPath, { token, report, ...asked }, VersionsAnswer),
  )
}

interface Place {
  readonly host: PinnedHost
  readonly report: string
  readonly identity: Identity
}

async function inSession<T>({ host, report, identity }: Place, work: (token: string) => Promise<T>) {
  const { token } = await openSession(host, report, identity)
  const answer = await work(token)
  await ask(host, requestPaths.end, { token }, z.object({}))
  return answer
}

async function ask<Schema extends z.ZodType>(
  host: PinnedHost,
  path: string,
  body: object,
  schema: Schema,
): Promise<z.output<Schema>> {
  const said = await post(host, path, body)
  const refused = RefusedAnswer.safeParse(said)
  if (refused.success) throw new HostRefusal(refused.data.refused, refused.data.message)
  const answer = schema.safeParse(said)
  if (!answer.success) throw new Failure('not-ready', words.badAnswer)
  return answer.data
}
