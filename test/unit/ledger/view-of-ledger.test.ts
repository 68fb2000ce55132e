import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import { LedgerView } from '../../../shared/ipc/ledger-view'
import { mirrorLedger, membersOf } from '../../../shared/ledger/ledger-doc'
import { permissionsIn, viewOfLedger, viewOfRoom } from '../../../shared/ledger/view-of-ledger'
import { can } from '../../../shared/permissions/can'
import type { BlockId } from '../../../shared/report/ids'
import { committee, invite, makeKey } from '../../support/ledger-fixture'

const section = (id: string) => [id as BlockId]

function busyCommittee() {
  const made = committee()
  made.ask({ kind: 'ledger.found', name: 'Lê Thị Hoa', unit: 'Văn phòng', key: makeKey().publicKey })
  made.ask(invite('drafter', 'Trần Văn Minh'))
  const [hoa, minh] = [...made.ledger.members.keys()] as [string, string]
  made.ask({ kind: 'section.assign', section: 's1', members: [minh], due: '2026-03-31' })
  made.ask({ kind: 'member.grant', member: minh, section: 's2', rights: ['read'] })
  made.ask({ kind: 'section.lock', section: 's2' })
  const room = new Doc()
  mirrorLedger(room, made.ledger, made.entries)
  return { ask: made.ask, view: () => viewOfLedger(made.ledger), room, hoa, minh }
}

test('a window is told the same by the host and by a replica of the ledger', () => {
  const { view: viewNow, room, minh } = busyCommittee()
  const view = viewNow()
  expect(LedgerView.parse(view)).toEqual(view)
  expect(viewOfRoom(room)).toEqual(view)
  expect(view.assignments).toEqual([{ section: 's1', members: [minh], due: '2026-03-31' }])
  expect(view.locks).toEqual(['s2'])
  expect(view.invitations).toMatchObject([{ member: minh, used: false, withdrawn: false }])
})

test('neither keys nor hashes of secrets are told', () => {
  expect(JSON.stringify(busyCommittee().view())).not.toMatch(/secretHash|keys|usedBy/)
})

test('the window decides about rights as the gate does', () => {
  const { view: viewNow, minh, hoa } = busyCommittee()
  const view = viewNow()
  const drafter = permissionsIn(view, minh)!
  expect(can(drafter, 'edit', section('s1'))).toBe(true)
  expect(can(drafter, 'edit', [])).toBe(false)
  expect(can(drafter, 'annotate', section('s2'))).toBe(false)
  expect(can(permissionsIn(view, hoa)!, 'edit', section('s2'))).toBe(true)
})

test('who was shut out, or never was there, may do nothing', () => {
  const { ask, view, minh } = busyCommittee()
  expect(permissionsIn(view(), minh)).toBeDefined()
  ask({ kind: 'member.revoke', member: minh })
  expect(permissionsIn(view(), minh)).toBeUndefined()
  expect(permissionsIn(view(), 'nobody')).toBeUndefined()
})

test('a member whom a newer host describes in another way is left out, the others stay', () => {
  const { room, hoa, minh } = busyCommittee()
  const one = membersOf(room).get(minh)!
  membersOf(room).set(minh, { ...one, role: 'guest' as never })
  expect(viewOfRoom(room).members.map(({ id }) => id)).toEqual([hoa])
})
