import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import { LedgerView } from '../../../shared/ipc/ledger-view'
import { mirrorLedger, membersOf } from '../../../shared/ledger/ledger-doc'
import { viewOfLedger, viewOfRoom } from '../../../shared/ledger/view-of-ledger'
import { committee, invite, makeKey } from '../../support/ledger-fixture'

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
  return { view: viewOfLedger(made.ledger), room, hoa, minh }
}

test('a window is told the same by the host and by a replica of the ledger', () => {
  const { view, room, minh } = busyCommittee()
  expect(LedgerView.parse(view)).toEqual(view)
  expect(viewOfRoom(room)).toEqual(view)
  expect(view.assignments).toEqual([{ section: 's1', members: [minh], due: '2026-03-31' }])
  expect(view.locks).toEqual(['s2'])
  expect(view.invitations).toMatchObject([{ member: minh, used: false, withdrawn: false }])
})

test('neither keys nor hashes of secrets are told', () => {
  expect(JSON.stringify(busyCommittee().view)).not.toMatch(/secretHash|keys|usedBy/)
})

test('a member whom a newer host describes in another way is left out, the others stay', () => {
  const { room, hoa, minh } = busyCommittee()
  const one = membersOf(room).get(minh)!
  membersOf(room).set(minh, { ...one, role: 'guest' as never })
  expect(viewOfRoom(room).members.map(({ id }) => id)).toEqual([hoa])
})
