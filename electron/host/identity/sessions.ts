import { isActive, memberOfKey, type MemberRecord } from '../../../shared/ledger/ledger'
import {
  joinText,
  sessionText,
  type AnswerRequest,
  type Challenge,
  type ChallengeRequest,
  type JoinAnswer,
  type JoinRequest,
  type SessionAnswer,
} from '../../../shared/session/messages'
import {
  isRefusal,
  refuse,
  type SessionRefusal,
  type SessionRefusalCode,
} from '../../../shared/session/refusal'
import type { VersionsAnswer } from '../../../shared/session/version-messages'
import { secretHashOf } from '../../../shared/session/secret-hash'
import { words as refusalWords } from '../../../shared/session/words'
import { invitationOfSecret } from '../../../shared/ledger/decide-invitation'
import type { LedgerHost, LedgerReply } from '../ledger/ledger-host'
import { createChallenges } from './challenges'
import { isSigned } from './identity'
import { createTokens, tokenLife } from './tokens'

export interface SessionsOptions {
  /** The fingerprint of the host's certificate, or "loopback". */
  readonly certificate: string
  /** ms since 1970. */
  readonly clock?: () => number
  /** A clock that nobody sets, in ms. */
  readonly steady?: () => number
}

/** A report's ledger, in a file (which answers at once) or in a database (which does not). */
export type SharedLedger = Pick<LedgerHost, 'reportId' | 'current' | 'onRevoked' | 'copyOf'> & {
  readonly run: (...asked: Parameters<LedgerHost['run']>) => LedgerReply | Promise<LedgerReply>
  /** What was frozen of the report, as far as members may read it; absent where nothing is kept. */
  readonly versions?: SharedVersions
}

export interface SharedVersions {
  readonly rows: (names: readonly string[]) => Pick<VersionsAnswer, 'manifests' | 'parts'>
  readonly writers: () => NonNullable<VersionsAnswer['writers']>
}

export interface OpenSession {
  readonly member: MemberRecord
  /** How long the connection may stay, in ms. */
  readonly rest: number
  readonly left: () => void
}

/** Somebody who shows a token. */
export interface Shown {
  readonly report: string
  readonly token: string
  readonly from: string
}

export interface Opening extends Shown {
  readonly room: string
}

/** Who may come in to the reports of one host. Requests are already parsed; answers are values. */
export class Sessions {
  private readonly ledgers = new Map<string, SharedLedger>()
  private readonly challenges = createChallenges()
  private readonly tokens = createTokens()
  private readonly clock: () => number
  private readonly steady: () => number

  constructor(private readonly options: SessionsOptions) {
    this.clock = options.clock ?? Date.now
    this.steady = options.steady ?? (() => performance.now())
  }

  /** Opens the door to a report's members, until the returned function is called. */
  share(ledger: SharedLedger): () => void {
    const report = ledger.reportId
    const forget = ledger.onRevoked(member => {
      this.tokens.drop(token => token.report === report && token.member === member)
    })
    this.ledgers.set(report, ledger)
    return () => {
      forget()
      this.ledgers.delete(report)
      this.tokens.drop(token => token.report === report)
    }
  }

  ledgerOf(report: string): SharedLedger | undefined {
    return this.ledgers.get(report)
  }

  async join({ secret, key, signature }: JoinRequest): Promise<JoinAnswer | SessionRefusal> {
    if (!isSigned(joinText({ secret, key }, this.options.certificate), signature, key))
      return refuse('bad-signature')
    const secretHash = secretHashOf(secret)
    const ledger = [...this.ledgers.values()].find(({ current }) => invitationOfSecret(current, secretHash))
    if (!ledger) return refuse('unknown-invitation')
    const reply = await ledger.run({ kind: 'invitation.redeem', secretHash, key }, { kind: 'host' })
    if (!reply.ok) return refuse(isKnown(reply.code) ? reply.code : 'not-ready')
    const member = memberOfKey(ledger.current, key)
    if (!member) return refuse('not-a-member')
    const { id, name, unit, role } = member
    return { report: ledger.reportId, member: id, name, unit, role }
  }

  /** Strangers are asked too: who is a member is nobody's business. */
  challenge({ report, key }: ChallengeRequest): Challenge {
    return this.challenges.ask({ report, key }, this.clock())
  }

  answer(answer: AnswerRequest, from: string): SessionAnswer | SessionRefusal {
    const now = this.clock()
    if (!this.challenges.isOpen(answer, now)) return refuse('bad-challenge')
    if (!isSigned(sessionText(answer, this.options.certificate), answer.signature, answer.key))
      return refuse('bad-signature')
    this.challenges.spend(answer, now)
    const member = this.memberOf(answer.report, answer.key)
    if (isRefusal(member)) return member
    const holder = { report: answer.report, member: member.id, key: answer.key, from: placeOf(from) }
    const token = this.tokens.issue(holder, this.steady())
    return { token, expires: new Date(now + tokenLife.idle).toISOString(), member: member.id }
  }

  /** The member behind a token. */
  whoIs({ report, token, from }: Shown): MemberRecord | SessionRefusal {
    const holder = this.tokens.find(token, this.steady())
    if (holder?.report !== report) return refuse('bad-session')
    if (holder.from !== placeOf(from)) return refuse('other-place')
    return this.memberOf(report, holder.key)
  }

  /** Called before a connection is sent its first byte. */
  open({ room, ...shown }: Opening): OpenSession | SessionRefusal {
    const { token } = shown
    const member = this.whoIs(shown)
    if (isRefusal(member)) return member
    if (!this.tokens.enter(token, room)) return refuse('in-use')
    return {
      member,
      rest: this.tokens.rest(token, this.steady()),
      left: () => this.tokens.leave(token, room, this.steady()),
    }
  }

  end(token: string): void {
    this.tokens.drop(other => other.token === token)
  }

  private memberOf(report: string, key: string): MemberRecord | SessionRefusal {
    const ledger = this.ledgers.get(report)
    const member = ledger && memberOfKey(ledger.current, key)
    if (!member) return refuse('not-a-member')
    return isActive(member) ? member : refuse('revoked')
  }
}

const isKnown = (code: string): code is SessionRefusalCode => code in refusalWords

/** All of this computer's own addresses are one place: its programs reach "localhost" now by one, now by another. */
const placeOf = (from: string): string => {
  const plain = from.replace(/^::ffff:/, '')
  return plain === '::1' || plain.startsWith('127.') ? 'this computer' : plain
}
