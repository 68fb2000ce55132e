import { sign } from 'node:crypto'
import { LedgerHost } from '../../electron/host/ledger/ledger-host'
import { Sessions } from '../../electron/host/identity/sessions'
import type { ReportStore } from '../../electron/host/store/report-store'
import { invite, makeKey, now, operator, type KeyPair } from './ledger-fixture'

export const certificate = 'ab'.repeat(32)

/** Signs as README.md says, without the program's own functions. */
export const signed = ({ privateKey }: KeyPair, ...lines: string[]): string =>
  sign(null, Buffer.from(lines.join('\n')), privateKey).toString('base64url')

/** The sessions of a host with one report, clocks that stand still, and people who speak for themselves. */
export function sessionsOf(store: ReportStore) {
  const time = { clock: Date.parse(now), steady: 0 }
  const ledger = new LedgerHost(store, () => time.clock)
  const sessions = new Sessions({ certificate, clock: () => time.clock, steady: () => time.steady })
  const stop = sessions.share(ledger)
  const report = ledger.reportId

  const invited = (role = 'drafter') => {
    const reply = ledger.run(invite(role), operator)
    if (!reply.ok) throw new Error(reply.message)
    return { member: reply.member!, secret: reply.secret! }
  }
  const join = (secret: string, key: KeyPair, seen = certificate) => {
    const signature = signed(key, 'du-thao join 1', secret, key.publicKey, seen)
    return sessions.join({ secret, key: key.publicKey, signature })
  }
  const answerOf = (key: KeyPair, change: { seen?: string; of?: string; time?: string } = {}) => {
    const of = change.of ?? report
    const challenge = sessions.challenge({ report: of, key: key.publicKey })
    const at = change.time ?? challenge.time
    const seen = change.seen ?? certificate
    const signature = signed(key, 'du-thao session 1', of, key.publicKey, seen, challenge.nonce, at)
    return { report: of, key: key.publicKey, nonce: challenge.nonce, time: at, signature }
  }
  const member = () => {
    const { member: id, secret } = invited()
    const key = makeKey()
    void join(secret, key)
    return { id, key }
  }
  const tokenOf = (key: KeyPair, from = '10.0.0.5'): string => {
    const said = sessions.answer(answerOf(key), from)
    if ('refused' in said) throw new Error(said.message)
    return said.token
  }
  const open = (token: string, room = 'body', from = '10.0.0.5') =>
    sessions.open({ report, room, token, from })
  return { time, ledger, sessions, stop, report, invited, join, answerOf, member, tokenOf, open }
}
