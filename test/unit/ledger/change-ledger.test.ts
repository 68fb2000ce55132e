import { describe, expect, test } from 'vitest'
import { permissionsOf, locksOf } from '../../../shared/ledger/permissions-of'
import { can } from '../../../shared/permissions/can'
import type { BlockId } from '../../../shared/report/ids'
import { as, committee, host, invite, makeKey, now, operator, tomorrow } from '../../support/ledger-fixture'

const found = (key: string) => ({ kind: 'ledger.found', name: 'Trần Thị B', unit: '', key })

/** A secretary (m1) and an invited member of that role, who has joined where asked. */
function withMember(role = 'drafter') {
  const at = committee()
  const [owner, other] = [makeKey().publicKey, makeKey().publicKey]
  at.ask(found(owner))
  at.ask(invite(role))
  const secretHash = at.secretOf(2)
  const member = [...at.ledger.members.keys()][1]!
  const join = (key = other) => at.ask({ kind: 'invitation.redeem', secretHash, key }, host)
  return { ...at, owner, other, member, secretHash, join, now: () => at.ledger }
}

describe('who may command', () => {
  const commands = [
    invite('reader'),
    { kind: 'member.change', member: 'm1', name: 'Khác' },
    { kind: 'member.grant', member: 'm1', section: 's1', rights: ['edit'] },
    { kind: 'section.assign', section: 's1', members: ['m1'], due: null },
    { kind: 'section.lock', section: 's1' },
  ]

  test.each(commands)('a secretary and the operator may: $kind', command => {
    for (const caller of [operator, as('m1')]) {
      const { ask } = withMember()
      expect(ask(command, caller)).toBe('done')
    }
  })

  test.each(['drafter', 'leader', 'reader'])('a %s may not hand out members and rights', role => {
    const { ask, join, member } = withMember(role)
    join()
    for (const command of commands.slice(0, 4)) expect(ask(command, as(member))).toBe('not-allowed')
  })

  test('whoever is a member may have an export recorded, and nobody else', () => {
    const command = {
      kind: 'report.export',
      files: [{ format: 'pdf', sha256: 'a'.repeat(64) }],
      official: true,
    }
    const { ask, join, member } = withMember('reader')
    expect(ask(command, as(member))).toBe('not-allowed')
    join()
    expect(ask(command, as(member))).toBe('done')
    expect(ask({ ...command, files: [] }, as(member))).toBe('invalid-input')
    ask({ kind: 'member.revoke', member })
    expect(ask(command, as(member))).toBe('not-allowed')
    expect(ask(command, host)).toBe('not-allowed')
  })

  test('who may approve a section may lock it and unlock it, in that section alone', () => {
    const { ask, join, member } = withMember('reader')
    join()
    ask({ kind: 'member.grant', member, section: 's1', rights: ['read', 'approve'] })
    expect(ask({ kind: 'section.lock', section: 's1' }, as(member))).toBe('done')
    expect(ask({ kind: 'section.unlock', section: 's1' }, as(member))).toBe('done')
    expect(ask({ kind: 'section.lock', section: 's2' }, as(member))).toBe('not-allowed')
  })

  test('a revoked secretary, one who never joined, and the host may not', () => {
    const { ask, join, member } = withMember('secretary')
    expect(ask(invite('reader'), as(member))).toBe('not-allowed')
    join()
    expect(ask(invite('reader'), as(member))).toBe('done')
    ask({ kind: 'member.revoke', member })
    expect(ask(invite('reader'), as(member))).toBe('not-allowed')
    expect(ask(invite('reader'), host)).toBe('not-allowed')
    expect(ask(invite('reader'), as('nobody'))).toBe('not-allowed')
  })

  test('only the operator founds, and only once', () => {
    const at = committee()
    const key = makeKey().publicKey
    expect(at.ask(found(key), host)).toBe('not-allowed')
    expect(at.ask(found(key))).toBe('done')
    expect(at.ask(found(makeKey().publicKey))).toBe('already-founded')
  })

  test('only the host redeems', () => {
    const { ask, secretHash, other } = withMember()
    const redeem = { kind: 'invitation.redeem', secretHash, key: other }
    expect(ask(redeem)).toBe('not-allowed')
    expect(ask(redeem, as('m1'))).toBe('not-allowed')
  })
})

describe('an invitation', () => {
  test('binds the key to the member it was written for', () => {
    const at = withMember()
    expect(at.now().members.get(at.member)).toMatchObject({ keys: [], joined: null })
    expect(at.join()).toBe('done')
    expect(at.now().members.get(at.member)).toMatchObject({ keys: [at.other], joined: now })
  })

  test('serves one key once; the same computer may ask again', () => {
    const at = withMember()
    at.join()
    expect(at.join()).toBe('done already')
    expect(at.join(makeKey().publicKey)).toBe('invitation-used')
    expect(at.now().members.get(at.member)?.keys).toEqual([at.other])
  })

  test('does not bring back a computer that was shut out', () => {
    const at = withMember()
    at.join()
    expect(at.ask({ kind: 'key.revoke', member: at.member, key: at.other })).toBe('done')
    expect(at.join()).toBe('invitation-used')
  })

  test('ends at its time, to the millisecond', () => {
    const at = withMember()
    const redeem = { kind: 'invitation.redeem', secretHash: at.secretHash, key: at.other }
    expect(at.ask(redeem, host, tomorrow)).toBe('invitation-expired')
    expect(at.ask(redeem, host, '2026-03-03T07:59:59.999Z')).toBe('done')
  })

  test('can be withdrawn until it is used', () => {
    const at = withMember()
    const withdraw = { kind: 'invitation.withdraw', invitation: [...at.now().invitations.keys()][0] }
    expect(at.ask(withdraw)).toBe('done')
    expect(at.ask(withdraw)).toBe('no-change')
    expect(at.join()).toBe('invitation-withdrawn')
    const used = withMember()
    used.join()
    expect(used.ask({ ...withdraw, invitation: [...used.now().invitations.keys()][0] })).toBe(
      'invitation-used',
    )
    expect(used.ask({ ...withdraw, invitation: 'nothing' })).toBe('unknown-invitation')
  })

  test('of a revoked member opens nothing', () => {
    const at = withMember()
    at.ask({ kind: 'member.revoke', member: at.member })
    expect(at.join()).toBe('revoked')
    expect(at.ask({ kind: 'member.inviteAgain', member: at.member, expires: tomorrow })).toBe('revoked')
  })

  test('is not for a computer that is somebody’s already', () => {
    const at = withMember()
    expect(at.join(at.owner)).toBe('key-in-use')
    expect(at.join()).toBe('done')
  })

  test('can be written again, for a member’s second computer', () => {
    const at = withMember()
    at.join()
    at.ask({ kind: 'member.inviteAgain', member: at.member, expires: tomorrow })
    const second = makeKey().publicKey
    expect(at.ask({ kind: 'invitation.redeem', secretHash: at.secretOf(4), key: second }, host)).toBe('done')
    expect(at.now().members.get(at.member)?.keys).toEqual([at.other, second])
    expect(at.ask({ kind: 'member.inviteAgain', member: 'nobody', expires: tomorrow })).toBe('unknown-member')
  })

  test.each([
    ['the past', now, 'bad-expiry'],
    ['more than 90 days ahead', '2026-05-31T08:00:00.001Z', 'bad-expiry'],
    ['90 days ahead', '2026-05-31T08:00:00.000Z', 'done'],
  ])('may end in %s?', (_when, expires, answer) => {
    expect(committee().ask(invite('reader', 'A', { expires }))).toBe(answer)
  })

  test('names only sections that the report has, each once', () => {
    const { ask } = committee()
    const grant = (section: string) => ({ section, rights: ['edit'] })
    const asked = (...grants: object[]) => ask(invite('drafter', 'A', { grants }))
    expect(asked(grant('elsewhere'))).toBe('unknown-section')
    expect(asked(grant('s1'), grant('s1'))).toBe('invalid-input')
    expect(asked(grant('s1'), grant('report'))).toBe('done')
  })
})

describe('members', () => {
  test('a committee always keeps a secretary who can act', () => {
    const at = withMember('secretary')
    const lastOnes = [
      { kind: 'member.revoke', member: 'm1' },
      { kind: 'member.change', member: 'm1', role: 'reader' },
      { kind: 'key.revoke', member: 'm1', key: at.owner },
    ]
    // The other secretary has been invited only.
    for (const command of lastOnes) expect(at.ask(command)).toBe('last-secretary')
    at.join()
    expect(at.ask(lastOnes[0]!)).toBe('done')
  })

  test('one who is revoked may be let in again', () => {
    const { ask, member, now: ledger } = withMember()
    expect(ask({ kind: 'member.restore', member })).toBe('not-revoked')
    ask({ kind: 'member.revoke', member })
    expect(ledger().members.get(member)?.revoked).toBe(now)
    expect(ask({ kind: 'member.revoke', member })).toBe('no-change')
    expect(ask({ kind: 'member.restore', member })).toBe('done')
    expect(ledger().members.get(member)?.revoked).toBeNull()
  })

  test('a grant replaces what the role brings, and can be taken back even where the section is gone', () => {
    const { ask, member, now: ledger } = withMember('reader')
    const grant = (section: string, rights: string[] | null) =>
      ask({ kind: 'member.grant', member, section, rights })
    const mayEdit = () =>
      can(permissionsOf(ledger(), ledger().members.get(member)!), 'edit', ['s1' as BlockId])
    expect(mayEdit()).toBe(false)
    expect(grant('s1', ['edit', 'read'])).toBe('done')
    expect(grant('s1', ['read', 'edit'])).toBe('no-change')
    expect(mayEdit()).toBe(true)
    expect(grant('elsewhere', ['edit'])).toBe('unknown-section')
    expect(grant('s1', null)).toBe('done')
    expect(mayEdit()).toBe(false)
    expect(grant('elsewhere', null)).toBe('no-change')
  })

  test('changes name what changes', () => {
    const { ask, member, now: ledger } = withMember()
    expect(ask({ kind: 'member.change', member, unit: '  Ban  Tuyên giáo ' })).toBe('done')
    expect(ledger().members.get(member)).toMatchObject({ name: 'Nguyễn Văn A', unit: 'Ban Tuyên giáo' })
    expect(ask({ kind: 'member.change', member, name: 'Nguyễn Văn A' })).toBe('no-change')
    expect(ask({ kind: 'member.change', member: 'nobody', name: 'X' })).toBe('unknown-member')
    expect(ask({ kind: 'key.revoke', member, key: makeKey().publicKey })).toBe('unknown-key')
  })
})

describe('sections', () => {
  test('who is given a section to draft may edit it, until it is taken back', () => {
    const { ask, member, now: ledger } = withMember()
    const mayEdit = (section: string) =>
      can(permissionsOf(ledger(), ledger().members.get(member)!), 'edit', [section as BlockId])
    expect(mayEdit('s1')).toBe(false)
    expect(ask({ kind: 'section.assign', section: 's1', members: [member], due: '2026-04-30' })).toBe('done')
    expect([mayEdit('s1'), mayEdit('s2')]).toEqual([true, false])
    ask({ kind: 'member.grant', member, section: 's1', rights: ['read'] })
    expect(mayEdit('s1')).toBe(false)
    ask({ kind: 'member.grant', member, section: 's1', rights: null })
    expect(ask({ kind: 'section.unassign', section: 's1' })).toBe('done')
    expect(mayEdit('s1')).toBe(false)
    expect(ask({ kind: 'section.unassign', section: 's1' })).toBe('not-assigned')
  })

  test('are given only to members who write', () => {
    const { ask, member } = withMember('reader')
    const assign = (members: string[], section = 's1') =>
      ask({ kind: 'section.assign', section, members, due: null })
    expect(assign([member])).toBe('cannot-write')
    expect(assign(['nobody'])).toBe('unknown-member')
    expect(assign(['m1', 'm1'])).toBe('invalid-input')
    expect(assign(['m1'], 'elsewhere')).toBe('unknown-section')
    expect(assign(['m1'], 'report')).toBe('unknown-section')
    ask({ kind: 'member.revoke', member })
    expect(assign([member])).toBe('revoked')
  })

  test('are locked by their heading in the shared document, not only by their id', () => {
    const { ask, now: ledger } = withMember()
    expect(ask({ kind: 'section.lock', section: 'elsewhere' })).toBe('unknown-section')
    expect(ask({ kind: 'section.lock', section: 's2', element: '1:1' })).toBe('invalid-input')
    expect(ask({ kind: 'section.lock', section: 's2' })).toBe('done')
    expect(locksOf(ledger())).toEqual({ sections: new Set(['s2']), elements: new Set(['5:1']) })
    expect(ask({ kind: 'section.lock', section: 's2' })).toBe('already-locked')
    expect(ask({ kind: 'section.unlock', section: 's2' })).toBe('done')
    expect(ask({ kind: 'section.unlock', section: 's2' })).toBe('not-locked')
  })
})

test.each([
  ['nothing', null],
  ['an unknown kind', { kind: 'ledger.erase' }],
  ['a field too many', { ...invite('reader'), member: 'm1' }],
  ['an unknown role', invite('admin')],
  ['a name of spaces', invite('reader', '   ')],
  ['a name that turns its direction', invite('reader', 'A\u202eB')],
  ['a name of a megabyte', invite('reader', 'a'.repeat(1_000_000))],
  ['a thousand grants', invite('reader', 'A', { grants: Array(1000).fill({ section: 's1', rights: [] }) })],
  ['a key of the wrong length', { kind: 'ledger.found', name: 'A', unit: '', key: 'abc' }],
  ['a time in words', invite('reader', 'A', { expires: 'mai' })],
  ['a day that is none', { kind: 'section.assign', section: 's1', members: ['m1'], due: '2026-02-30' }],
  ['a prototype', JSON.parse('{"kind":"member.revoke","member":"__proto__ "}') as object],
])('a command with %s is refused', (_what, command) => {
  expect(committee().ask(command as object)).toBe('invalid-input')
})
