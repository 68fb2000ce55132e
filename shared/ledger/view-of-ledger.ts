import type { Doc } from 'yjs'
import type { z } from 'zod'
import { LedgerView } from '../ipc/ledger-view'
import type { Ledger } from './ledger'
import {
  approversIn,
  assignmentsOf,
  invitationsOf,
  locksIn,
  membersOf,
  settingsIn,
  workIn,
} from './ledger-doc'
import { ApprovalRules, usualRules } from './work'

/** What windows are told of the ledger, where this program is the host. */
export const viewOfLedger = ({ members, assignments, locks, invitations, ...rest }: Ledger): LedgerView => ({
  members: [...members.values()].map(({ id, name, unit, role, joined, revoked, grants }) => ({
    ...{ id, name, unit, role, joined, revoked },
    grants: [...grants].map(([section, rights]) => ({ section, rights: [...rights] })),
  })),
  assignments: [...assignments.values()].map(({ section, members: to, due }) => ({
    ...{ section, members: [...to], due },
  })),
  locks: [...locks.keys()],
  invitations: [...invitations.values()].map(({ id, member, expires, withdrawn, usedBy }) => ({
    ...{ id, member, expires, withdrawn, used: usedBy !== null },
  })),
  approvers: [...rest.approvers.values()],
  delegations: [...rest.delegations],
  rules: rest.rules,
  tracking: rest.tracking,
  work: [...rest.work.values()],
})

const { members, assignments, locks, invitations, approvers, delegations, work } = LedgerView.shape

/** The same from the ledger's room, where this program is a peer. What the host wrote in a way unknown here is left out. */
export const viewOfRoom = (room: Doc): LedgerView => ({
  members: [...membersOf(room).values()].flatMap(({ grants, ...member }) => {
    const list = Object.entries(grants).map(([section, rights]) => ({ section, rights }))
    return known(members.element, { ...member, grants: list })
  }),
  assignments: [...assignmentsOf(room).values()].flatMap(one => known(assignments.element, one)),
  locks: [...locksIn(room).keys()].flatMap(section => known(locks.element, section)),
  invitations: [...invitationsOf(room).entries()].flatMap(([id, one]) =>
    known(invitations.element, { id, ...one }),
  ),
  approvers: [...approversIn(room).values()].flatMap(one => known(approvers.element, one)),
  delegations: listIn(room, 'delegations').flatMap(one => known(delegations.element, one)),
  rules: known(ApprovalRules, settingsIn(room).get('rules'))[0] ?? usualRules,
  tracking: settingsIn(room).get('tracking') === true,
  work: [...workIn(room).values()].flatMap(one => known(work.element, one)),
})

function listIn(room: Doc, setting: string): readonly unknown[] {
  const list = settingsIn(room).get(setting)
  return Array.isArray(list) ? list : []
}

function known<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema>[] {
  const { data } = schema.safeParse(value)
  return data === undefined ? [] : [data]
}
