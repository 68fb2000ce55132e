import { expect, test } from 'vitest'
import { can, canEditFields, canSomewhere } from '../../../shared/permissions/can'
import { wholeReport, type Member } from '../../../shared/permissions/member'
import { roles, type Right, type Role } from '../../../shared/permissions/rights'
import type { BlockId } from '../../../shared/report/ids'

const path = (...ids: string[]) => ids as BlockId[]
const someone = (role: Role, grants: Record<string, Right[]> = {}): Member => ({
  id: 'an',
  role,
  grants: new Map(Object.entries(grants) as [BlockId | typeof wholeReport, Right[]][]),
})

test('without grants only the secretary edits, and only a leader approves', () => {
  const able = (right: Right) => roles.filter(role => can(someone(role), right, path('A')))
  expect(able('edit')).toEqual(['secretary'])
  expect(able('approve')).toEqual(['leader'])
  expect(able('annotate')).toEqual(['secretary', 'drafter', 'leader'])
  expect(able('read')).toEqual([...roles])
})

test('a grant counts for the sections inside, until one of them has its own', () => {
  const an = someone('drafter', { A: ['read', 'edit'], A1: ['read'] })
  expect(can(an, 'edit', path('A'))).toBe(true)
  expect(can(an, 'edit', path('A', 'A2'))).toBe(true)
  expect(can(an, 'edit', path('A', 'A1'))).toBe(false)
  expect(can(an, 'edit', path('A', 'A1', 'deep'))).toBe(false)
  expect(can(an, 'edit', path('B'))).toBe(false)
})

test('a grant for the whole report counts everywhere, also before the first heading', () => {
  const an = someone('drafter', { [wholeReport]: ['read', 'edit'] })
  expect(can(an, 'edit', path())).toBe(true)
  expect(can(an, 'edit', path('A', 'A1'))).toBe(true)
})

test('no grant shuts the secretary out, and none makes the secretary a leader', () => {
  expect(can(someone('secretary', { A: ['read'] }), 'edit', path('A'))).toBe(true)
  expect(can(someone('secretary'), 'approve', path('A'))).toBe(false)
  expect(can(someone('secretary', { A: ['approve'] }), 'approve', path('A'))).toBe(true)
})

test('who may edit one section may edit somewhere; only the secretary edits the fields', () => {
  expect(canSomewhere(someone('leader', { B: ['edit'] }), 'edit')).toBe(true)
  expect(canSomewhere(someone('leader'), 'edit')).toBe(false)
  expect(roles.filter(role => canEditFields(someone(role)))).toEqual(['secretary'])
})
