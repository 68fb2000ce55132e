import type { Array as YArray, Doc, Map as YMap } from 'yjs'
import type { Role, Right } from '../permissions/rights'
import type { Entry } from './entry'
import type { Assignment, Ledger } from './ledger'
import { usualRules, type Approvers, type SectionWork } from './work'

/*
 * The ledger as peers see it: a Y.Doc that only the host writes.
 *
 *   members      Map<member id, MirroredMember>
 *   assignments  Map<section id, Assignment>
 *   locks        Map<section id, "client:clock">
 *   invitations  Map<invitation id, {member, expires, withdrawn, used}>
 *   approvers    Map<section id, Approvers>
 *   work         Map<section id, SectionWork>
 *   settings     Map              {rules?: ApprovalRules, tracking?: boolean, delegations?: Delegation[]}
 *   audit        Array<Entry>     every entry, so that a peer can check the chain of hashes
 *
 * Values are plain JSON, replaced whole: there is one writer, so nothing is ever merged.
 */

export interface MirroredMember {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly role: Role
  readonly joined: string | null
  readonly revoked: string | null
  readonly keys: readonly string[]
  readonly grants: Readonly<Record<string, readonly Right[]>>
}

export interface MirroredInvitation {
  readonly member: string
  readonly expires: string
  readonly withdrawn: boolean
  readonly used: boolean
}

export const membersOf = (doc: Doc): YMap<MirroredMember> => doc.getMap('members')
export const assignmentsOf = (doc: Doc): YMap<Assignment> => doc.getMap('assignments')
export const locksIn = (doc: Doc): YMap<string> => doc.getMap('locks')
export const invitationsOf = (doc: Doc): YMap<MirroredInvitation> => doc.getMap('invitations')
export const approversIn = (doc: Doc): YMap<Approvers> => doc.getMap('approvers')
export const workIn = (doc: Doc): YMap<SectionWork> => doc.getMap('work')
export const settingsIn = (doc: Doc): YMap<unknown> => doc.getMap('settings')
export const auditOf = (doc: Doc): YArray<Entry> => doc.getArray('audit')

/**
 * Makes the document say what the ledger says, writing only what differs, in one transaction. Entries are appended;
 * where the document holds others than these (a file brought back from an old copy) they are written anew.
 */
export function mirrorLedger(doc: Doc, ledger: Ledger, entries: readonly Entry[]): void {
  doc.transact(() => {
    update(
      membersOf(doc),
      mapped(ledger.members, member => ({ ...member, grants: Object.fromEntries(member.grants) })),
    )
    update(assignmentsOf(doc), ledger.assignments)
    update(locksIn(doc), ledger.locks)
    const invitations = mapped(ledger.invitations, ({ member, expires, withdrawn, usedBy }) => ({
      ...{ member, expires, withdrawn, used: usedBy !== null },
    }))
    update(invitationsOf(doc), invitations)
    update(approversIn(doc), ledger.approvers)
    update(workIn(doc), ledger.work)
    update(settingsIn(doc), settingsOf(ledger))
    appendAudit(auditOf(doc), entries)
  })
}

/** What nobody has changed is left out. */
const settingsOf = ({ rules, tracking, delegations }: Ledger): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...(rules === usualRules ? [] : [['rules', rules] as const]),
    ...(tracking ? [['tracking', tracking] as const] : []),
    ...(delegations.length > 0 ? [['delegations', delegations] as const] : []),
  ])

const mapped = <From, To>(
  map: ReadonlyMap<string, From>,
  change: (value: From) => To,
): ReadonlyMap<string, To> => new Map([...map].map(([key, value]) => [key, change(value)]))

function update<Value>(shared: YMap<Value>, wanted: ReadonlyMap<string, Value>): void {
  for (const key of [...shared.keys()]) if (!wanted.has(key)) shared.delete(key)
  for (const [key, value] of wanted)
    if (JSON.stringify(shared.get(key)) !== JSON.stringify(value)) shared.set(key, value)
}

function appendAudit(audit: YArray<Entry>, entries: readonly Entry[]): void {
  const last = audit.length > 0 ? audit.get(audit.length - 1) : undefined
  const isPrefix = audit.length <= entries.length && (!last || entries[audit.length - 1]?.hash === last.hash)
  if (!isPrefix) audit.delete(0, audit.length)
  if (audit.length < entries.length) audit.push(entries.slice(audit.length))
}
