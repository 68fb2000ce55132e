import { expect, test } from 'vitest'
import { permissionsFor } from '../../../../renderer/state/permissions-for'
import { noCommittee, type CommitteeState } from '../../../../shared/ipc/committee'
import { type LedgerView, noLedgerView } from '../../../../shared/ipc/ledger-view'
import { closedUnder, isReader } from '../../../../shared/permissions/closed'
import type { BlockId } from '../../../../shared/report/ids'

const as = (
  role: 'secretary' | 'drafter' | 'reader',
  connection: CommitteeState['connection'] = 'connected',
) => ({
  ...noCommittee,
  part: 'member' as const,
  connection,
  self: { id: 'm1', name: 'Lan', role },
})

const ledger: LedgerView = {
  ...noLedgerView,
  members: [
    {
      ...{ id: 'm1', name: 'Lan', unit: '', role: 'drafter', joined: null, revoked: null },
      grants: [{ section: 'granted', rights: ['read', 'edit'] }],
    },
  ],
  assignments: [{ section: 'assigned', members: ['m1'], due: null }],
  locks: ['locked'],
}

const closed = (permissions: ReturnType<typeof permissionsFor>, ...headings: string[]) =>
  permissions && closedUnder(headings as BlockId[], permissions)?.code

test('a report of one’s own has no limits, but for the locks that it has kept', () => {
  expect(permissionsFor(noCommittee, noLedgerView)).toBeNull()
  const permissions = permissionsFor(noCommittee, ledger)
  expect(closed(permissions, 'other')).toBeUndefined()
  expect(closed(permissions, 'locked', 'inner')).toBe('locked')
})

test('a drafter may write what was assigned or granted, and not while it is locked', () => {
  const permissions = permissionsFor(as('drafter'), ledger)
  expect(closed(permissions, 'assigned')).toBeUndefined()
  expect(closed(permissions, 'granted', 'inner')).toBeUndefined()
  expect(closed(permissions, 'other')).toBe('no-right')
  expect(closed(permissions)).toBe('no-right')
  expect(closed(permissions, 'locked', 'granted')).toBe('locked')
})

test('until the host has said who the person is, only the locks hold', () => {
  const permissions = permissionsFor({ ...as('drafter'), self: null }, ledger)
  expect(closed(permissions, 'other')).toBeUndefined()
  expect(closed(permissions, 'locked')).toBe('locked')
})

test('whoever is shut out only reads', () => {
  expect(isReader(permissionsFor(as('secretary', 'revoked'), ledger)!)).toBe(true)
  expect(isReader(permissionsFor(as('drafter'), ledger)!)).toBe(false)
  expect(isReader(permissionsFor(as('reader'), noLedgerView)!)).toBe(true)
})
