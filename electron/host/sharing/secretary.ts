import type { Doc } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { isActive, memberOfKey, type MemberRecord } from '../../../shared/ledger/ledger'
import { wholeReport } from '../../../shared/permissions/member'
import { rightsOfRole } from '../../../shared/permissions/rights'
import { secretHashOf } from '../../../shared/session/secret-hash'
import type { LedgerHost, LedgerReply } from '../ledger/ledger-host'
import { words } from './words'

export interface Signature {
  readonly name: string
  readonly unit: string
}

/**
 * Sees to it that whoever shares the report is a member who may act: founds the committee, or takes the place that this
 * computer has in it, or joins as one more secretary, which the owner of the file may. Throws a Failure.
 */
export function becomeMember(ledger: LedgerHost, key: string, { name, unit }: Signature): MemberRecord {
  const known = memberOfKey(ledger.current, key)
  if (!known && ledger.current.members.size === 0)
    carriedOut(ledger.run({ kind: 'ledger.found', name, unit, key }, { kind: 'operator' }))
  else if (!known) joinAsSecretary(ledger, key, { name, unit })
  else if (known.name !== name || known.unit !== unit)
    carriedOut(ledger.run({ kind: 'member.change', member: known.id, name, unit }, { kind: 'operator' }))
  const self = memberOfKey(ledger.current, key)
  if (!self || !isActive(self)) throw new Failure('not-allowed', words.revoked)
  return self
}

/** A committee of one, who signs what he approves himself. Whoever joins later finds his approvals as they were. */
export function foundAlone(ledger: LedgerHost, key: string, signature: Signature): MemberRecord {
  const self = becomeMember(ledger, key, signature)
  const rights = [...rightsOfRole.secretary, 'approve']
  carriedOut(
    ledger.run({ kind: 'member.grant', member: self.id, section: wholeReport, rights }, { kind: 'operator' }),
  )
  return self
}

/** The report was served from another computer until now, or its key was lost. */
function joinAsSecretary(ledger: LedgerHost, key: string, { name, unit }: Signature): void {
  const expires = new Date(Date.now() + 60_000).toISOString()
  const invited = { kind: 'member.invite', name, unit, role: 'secretary', grants: [], expires }
  const { secret } = carriedOut(ledger.run(invited, { kind: 'operator' }))
  const redeemed = { kind: 'invitation.redeem', secretHash: secretHashOf(secret ?? ''), key }
  carriedOut(ledger.run(redeemed, { kind: 'host' }))
}

/** Throws a Failure with the ledger's reason. */
export function carriedOut(reply: LedgerReply): Extract<LedgerReply, { ok: true }> {
  if (!reply.ok) throw new Failure('not-allowed', reply.message)
  return reply
}

/**
 * What was written before anybody else could write is the member's. Words under an id without an owner are nobody's to
 * the gate, and whoever goes on under that id, as this computer's open windows do, would be refused.
 */
export function ownWords(body: Doc, { clients }: LedgerHost, member: string): void {
  const ids = [...body.store.clients.keys()].filter(client => clients.ownerOf(client) === undefined)
  if (ids.length > 0) clients.register(member, ids)
}
