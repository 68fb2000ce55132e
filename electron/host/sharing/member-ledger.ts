import { Failure } from '../../../shared/ipc/failure'
import type { InvitationWish, WrittenInvitation } from '../../../shared/ipc/sharing'
import type { Identity } from '../identity/identity'
import { commandAsMember } from '../identity/peer'
import type { Membership } from '../peer/membership'
import { reachHost } from '../peer/reach-host'
import { inviteCommand, writeInvitation } from './written-invitation'

type Way = Pick<Membership, 'urls' | 'certificate' | 'report'>

/** Gives a command to the ledger of another machine, as its member. Throws a Failure where it is refused or not reached. */
export async function askAsMember(
  { urls, certificate, report }: Way,
  identity: Identity,
  command: object,
): Promise<{ member: string | null; secret: string | null }> {
  const host = await reachHost(urls, certificate)
  const reply = await commandAsMember(host, report, identity, command)
  if (!reply.ok) throw new Failure('not-allowed', reply.message)
  return reply
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
