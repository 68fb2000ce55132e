import { Failure } from '../../../shared/ipc/failure'
import type { CommandAnswer } from '../../../shared/session/approval-messages'
import type { VersionsAnswer } from '../../../shared/session/version-messages'
import type { InvitationWish, WrittenInvitation } from '../../../shared/ipc/sharing'
import type { Identity } from '../identity/identity'
import { commandAsMember, copyAsMember, versionsAsMember } from '../identity/peer'
import type { Membership } from '../peer/membership'
import { reachHost } from '../peer/reach-host'
import { inviteCommand, writeInvitation } from './written-invitation'

type Way = Pick<Membership, 'urls' | 'certificate' | 'report'>

/** Gives a command to the ledger of another machine, as its member. Throws a Failure where it is refused or not reached. */
export async function askAsMember(
  way: Way,
  identity: Identity,
  command: object,
): Promise<{ member: string | null; secret: string | null }> {
  const reply = await replyToMember(way, identity, command)
  if (!reply.ok) throw new Failure('not-allowed', reply.message)
  return reply
}

/** The same; a refusal is a value. Throws a Failure where the host is not reached. */
export async function replyToMember(
  { urls, certificate, report }: Way,
  identity: Identity,
  command: object,
  patience?: number,
): Promise<CommandAnswer> {
  const host = await reachHost(urls, certificate)
  return commandAsMember({ ...host, ...(patience ? { patience } : {}) }, report, identity, command)
}

/** JSON of a section as it was approved; null where the host keeps none. Throws as above. */
export async function approvedCopy(
  { urls, certificate, report }: Way,
  identity: Identity,
  fingerprint: string,
): Promise<string | null> {
  return copyAsMember(await reachHost(urls, certificate), report, identity, fingerprint)
}

/** How long a host may be silent while it makes the files of a draft, in ms. */
const patienceToFreeze = 180_000

/** Has a draft frozen by the host. Throws as above. */
export async function freezeAsMember(way: Way, identity: Identity, command: object): Promise<void> {
  const reply = await replyToMember(way, identity, command, patienceToFreeze)
  if (!reply.ok) throw new Failure('not-allowed', reply.message)
}

/** What was frozen, by name. Throws as above. */
export async function fetchVersions(
  { urls, certificate, report }: Way,
  identity: Identity,
  asked: { readonly names: readonly string[]; readonly writers: boolean },
): Promise<VersionsAnswer> {
  return versionsAsMember(await reachHost(urls, certificate), report, identity, asked)
}

/** Invites somebody to a report that another machine hosts. Throws as above. */
export async function inviteAsMember(
  way: Way,
  identity: Identity,
  { wish, title }: { readonly wish: InvitationWish; readonly title: string },
): Promise<WrittenInvitation> {
  const { secret } = await askAsMember(way, identity, inviteCommand(wish))
  return writeInvitation({ ...way, secret: secret ?? '', expires: wish.expires, title })
}
