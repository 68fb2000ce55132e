import { expect, test } from 'vitest'
import { grantsFor } from '../../../shared/ledger/grants-for'
import { can } from '../../../shared/permissions/can'
import type { Right, Role } from '../../../shared/permissions/rights'
import type { BlockId } from '../../../shared/report/ids'

const may = (role: Role, sections: readonly string[] | null, right: Right, section: string): boolean => {
  const grants = new Map(grantsFor(role, sections).map(grant => [grant.section as BlockId, grant.rights]))
  return can({ id: 'm', role, grants }, right, [section as BlockId])
}

test('a drafter writes in the given sections only, and everywhere where none are given', () => {
  expect(may('drafter', ['s1'], 'edit', 's1')).toBe(true)
  expect(may('drafter', ['s1'], 'edit', 's2')).toBe(false)
  expect(may('drafter', ['s1'], 'propose', 's2')).toBe(true)
  expect(may('drafter', null, 'edit', 's2')).toBe(true)
})

test('a leader approves the given sections only', () => {
  expect(may('leader', ['s1'], 'approve', 's1')).toBe(true)
  expect(may('leader', ['s1'], 'approve', 's2')).toBe(false)
  expect(may('leader', null, 'approve', 's2')).toBe(true)
  expect(may('leader', ['s1'], 'edit', 's1')).toBe(false)
})

test('a reader gets nothing beyond reading', () => {
  expect(may('reader', null, 'read', 's1')).toBe(true)
  expect(may('reader', null, 'annotate', 's1')).toBe(false)
})
