import { describe, expect, test } from 'vitest'
import { makeKey, operator } from '../../support/ledger-fixture'
import { certificate, sessionsOf, signed } from '../../support/sessions-fixture'
import { withReportFile } from '../../support/store-fixture'

const file = withReportFile()
const setUp = () => sessionsOf(file.open())
const refused = (code: string): object => ({ refused: code, message: expect.any(String) as string })

describe('joining', () => {
  test('binds the key that was shown, once; the same computer may ask again', async () => {
    const { invited, join, ledger, report } = setUp()
    const { member, secret } = invited()
    const key = makeKey()
    const joined = { report, member, name: 'Nguyễn Văn A', unit: 'Văn phòng', role: 'drafter' }
    expect(await join(secret, key)).toEqual(joined)
    expect(await join(secret, key)).toEqual(joined)
    expect(await join(secret, makeKey())).toEqual(refused('invitation-used'))
    expect(ledger.current.members.get(member)?.keys).toEqual([key.publicKey])
  })

  test('needs the key itself, not only its name', async () => {
    const { invited, sessions, ledger } = setUp()
    const { member, secret } = invited()
    const [key, other] = [makeKey(), makeKey()]
    const signature = signed(other, 'du-thao join 1', secret, key.publicKey, certificate)
    expect(await sessions.join({ secret, key: key.publicKey, signature })).toEqual(refused('bad-signature'))
    expect(ledger.current.members.get(member)?.keys).toEqual([])
  })

  test('is refused where somebody between showed another certificate', async () => {
    const { invited, join } = setUp()
    expect(await join(invited().secret, makeKey(), 'cd'.repeat(32))).toEqual(refused('bad-signature'))
  })

  test('is refused with a secret that nobody gave, one that is too old, and a withdrawn one', async () => {
    const { invited, join, ledger, time } = setUp()
    expect(await join('A'.repeat(16), makeKey())).toEqual(refused('unknown-invitation'))
    const { secret } = invited()
    const invitation = [...ledger.current.invitations.keys()].at(-1)
    ledger.run({ kind: 'invitation.withdraw', invitation }, operator)
    expect(await join(secret, makeKey())).toEqual(refused('invitation-withdrawn'))
    const late = invited()
    time.clock += 25 * 3_600_000
    expect(await join(late.secret, makeKey())).toEqual(refused('invitation-expired'))
  })
})

describe('a session', () => {
  test('is opened by a member’s signed answer', () => {
    const { member, sessions, answerOf, open } = setUp()
    const { id, key } = member()
    const said = sessions.answer(answerOf(key), '10.0.0.5')
    expect(said).toMatchObject({ member: id, token: expect.stringMatching(/^[\w-]{43}$/) as string })
    expect(open('token' in said ? said.token : '')).toMatchObject({ member: { id } })
  })

  test('is not opened by an answer that was given before', () => {
    const { member, sessions, answerOf } = setUp()
    const { key } = member()
    const answer = answerOf(key)
    sessions.answer(answer, '10.0.0.5')
    expect(sessions.answer(answer, '10.0.0.5')).toEqual(refused('bad-challenge'))
    // The last letter of a nonce carries two bits that mean nothing.
    const last = answer.nonce.at(-1)!
    const twin =
      answer.nonce.slice(0, -1) +
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.charAt(
        'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(last) ^ 1,
      )
    expect(Buffer.from(twin, 'base64url')).toEqual(Buffer.from(answer.nonce, 'base64url'))
    const again = signed(
      key,
      ...['du-thao session 1', answer.report, answer.key, certificate, twin, answer.time],
    )
    expect(sessions.answer({ ...answer, nonce: twin, signature: again }, '10.0.0.5')).toEqual(
      refused('bad-challenge'),
    )
  })

  test('is not opened with a forged signature, another’s, or a second spelling of the right one', () => {
    const { member, sessions, answerOf } = setUp()
    const answer = answerOf(member().key)
    const flipped = answer.signature.startsWith('A')
      ? `B${answer.signature.slice(1)}`
      : `A${answer.signature.slice(1)}`
    const others = signed(
      makeKey(),
      ...['du-thao session 1', answer.report, answer.key, certificate, answer.nonce, answer.time],
    )
    for (const signature of [flipped, others, `${answer.signature}==`, 'A'.repeat(86)])
      expect(sessions.answer({ ...answer, signature }, '10.0.0.5')).toEqual(refused('bad-signature'))
    expect(sessions.answer(answer, '10.0.0.5')).toHaveProperty('token')
  })

  test('is not opened where somebody between showed another certificate', () => {
    const { member, sessions, answerOf } = setUp()
    const answer = answerOf(member().key, { seen: 'cd'.repeat(32) })
    expect(sessions.answer(answer, '10.0.0.5')).toEqual(refused('bad-signature'))
  })

  test('is not opened by a question that was asked of another key, for another report, or by another host', () => {
    const { member, sessions, answerOf } = setUp()
    const [mine, theirs] = [member().key, member().key]
    const stolen = answerOf(theirs)
    const resigned = signed(
      mine,
      ...['du-thao session 1', stolen.report, mine.publicKey, certificate, stolen.nonce, stolen.time],
    )
    expect(sessions.answer({ ...stolen, key: mine.publicKey, signature: resigned }, '')).toEqual(
      refused('bad-challenge'),
    )
    const elsewhere = answerOf(mine, { of: 'other' })
    expect(sessions.answer(elsewhere, '')).toEqual(refused('not-a-member'))
    expect(sessions.answer({ ...answerOf(mine), nonce: 'A'.repeat(43) }, '')).toEqual(
      refused('bad-challenge'),
    )
  })

  test('is opened whatever a member’s clock says, but only by the host’s own time, within a minute', () => {
    const { member, sessions, answerOf, time } = setUp()
    const { key } = member()
    const own = answerOf(key, { time: '2019-01-01T00:00:00.000Z' })
    expect(sessions.answer(own, '')).toEqual(refused('bad-challenge'))
    const late = answerOf(key)
    time.clock += 59_999
    expect(sessions.answer(late, '')).toHaveProperty('token')
    const tooLate = answerOf(key)
    time.clock += 60_000
    expect(sessions.answer(tooLate, '')).toEqual(refused('bad-challenge'))
    const beforeTheClockWasSet = answerOf(key)
    time.clock -= 3_600_000
    expect(sessions.answer(beforeTheClockWasSet, '')).toEqual(refused('bad-challenge'))
  })

  test('is not for strangers, nor for one who was revoked', () => {
    const { member, sessions, answerOf, ledger } = setUp()
    expect(sessions.answer(answerOf(makeKey()), '')).toEqual(refused('not-a-member'))
    const { id, key } = member()
    ledger.run({ kind: 'member.revoke', member: id }, operator)
    expect(sessions.answer(answerOf(key), '')).toEqual(refused('revoked'))
  })
})

describe('a connection', () => {
  test('needs the token of this very report', () => {
    const { member, tokenOf, open, sessions } = setUp()
    const token = tokenOf(member().key)
    expect(open('A'.repeat(43))).toEqual(refused('bad-session'))
    expect(sessions.open({ report: 'other', room: 'body', token, from: '10.0.0.5' })).toEqual(
      refused('bad-session'),
    )
  })

  test('comes from the computer that asked for the session', () => {
    const { member, tokenOf, open } = setUp()
    const token = tokenOf(member().key)
    expect(open(token, 'body', '10.0.0.6')).toEqual(refused('other-place'))
    expect(open(token, 'body', '::ffff:10.0.0.5')).toHaveProperty('member')
    const local = tokenOf(member().key, '::1')
    expect(open(local, 'body', '127.0.0.1')).toHaveProperty('member')
  })

  test('is one for each room: a second one with a stolen token finds it taken, until the first is over', () => {
    const { member, tokenOf, open } = setUp()
    const token = tokenOf(member().key)
    const first = open(token)
    expect(open(token)).toEqual(refused('in-use'))
    expect(open(token, 'review')).toHaveProperty('member')
    if ('left' in first) first.left()
    expect(open(token)).toHaveProperty('member')
  })

  test('is refused at once to whoever was revoked or whose key was, and the old token never works again', () => {
    for (const kind of ['member.revoke', 'key.revoke']) {
      const { member, tokenOf, open, ledger } = setUpAgain()
      const { id, key } = member()
      const token = tokenOf(key)
      ledger.run(
        kind === 'key.revoke' ? { kind, member: id, key: key.publicKey } : { kind, member: id },
        operator,
      )
      expect(open(token)).toHaveProperty('refused')
      ledger.run({ kind: 'member.restore', member: id }, operator)
      expect(open(token)).toEqual(refused('bad-session'))
    }
  })

  test('may come back within fifteen minutes, and for half a day at most', () => {
    const { member, tokenOf, open, time } = setUp()
    const token = tokenOf(member().key)
    const minute = 60_000
    time.steady += 15 * minute - 1
    const first = open(token)
    expect(first).toMatchObject({ rest: 12 * 60 * minute - 15 * minute + 1 })
    time.steady += 11 * 60 * minute
    if ('left' in first) first.left()
    time.steady += 14 * minute
    expect(open(token, 'ledger')).toHaveProperty('left')
    time.steady += 31 * minute + 1
    expect(open(token)).toEqual(refused('bad-session'))
    const idle = tokenOf(member().key)
    time.steady += 15 * minute
    expect(open(idle)).toEqual(refused('bad-session'))
  })

  test('is refused after the session was ended, and after the report was no longer shared', () => {
    const { member, tokenOf, open, sessions, stop } = setUp()
    const { key } = member()
    const [ended, left] = [tokenOf(key), tokenOf(key)]
    sessions.end(ended)
    expect(open(ended)).toEqual(refused('bad-session'))
    stop()
    expect(open(left)).toEqual(refused('bad-session'))
  })

  test('one member keeps twenty sessions; idle ones go before those in use', () => {
    const { member, tokenOf, open } = setUp()
    const { key } = member()
    const used = tokenOf(key)
    open(used)
    const idle = tokenOf(key)
    for (let count = 0; count < 19; count++) tokenOf(key)
    expect(open(idle)).toEqual(refused('bad-session'))
    expect(open(used, 'review')).toHaveProperty('member')
  })
})

/** A second report file would be held by the first store of the same test. */
function setUpAgain() {
  for (const store of opened.splice(0)) store.close()
  const store = file.open()
  opened.push(store)
  return sessionsOf(store)
}
const opened: { close: () => void }[] = []
