import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { AnswerRequest, Challenge } from '../../../shared/session/messages'

/** How long a challenge may wait for its answer, in ms. */
export const challengeLife = 60_000

interface Asked {
  readonly report: string
  readonly key: string
}

/**
 * Questions that only this host can have asked, each answered once. A question is not remembered but recognised by its
 * seal, so strangers cannot fill the memory; only those that a key has answered are kept, until their time is over.
 */
export interface Challenges {
  readonly ask: (asked: Asked, now: number) => Challenge
  /** Whether the host asked this, of this key, less than `challengeLife` ago, and nobody has answered it yet. */
  readonly isOpen: (answer: Omit<AnswerRequest, 'signature'>, now: number) => boolean
  readonly spend: (answer: Pick<AnswerRequest, 'nonce'>, now: number) => void
}

const randomPart = 12

export function createChallenges(): Challenges {
  const secret = randomBytes(32)
  const spent = new Map<string, number>()

  const seal = (random: Buffer, { report, key }: Asked, time: string): Buffer =>
    createHmac('sha256', secret)
      .update(random)
      .update([report, key, time].join('\n'))
      .digest()
      .subarray(0, 20)

  const isOurs = ({ nonce, report, key, time }: Omit<AnswerRequest, 'signature'>): boolean => {
    const bytes = Buffer.from(nonce, 'base64url')
    const sealed = bytes.subarray(randomPart)
    return (
      sealed.length === 20 &&
      timingSafeEqual(sealed, seal(bytes.subarray(0, randomPart), { report, key }, time))
    )
  }

  return {
    ask: (asked, now) => {
      const time = new Date(now).toISOString()
      const random = randomBytes(randomPart)
      return { nonce: Buffer.concat([random, seal(random, asked, time)]).toString('base64url'), time }
    },
    isOpen: (answer, now) => {
      const age = now - Date.parse(answer.time)
      return age >= 0 && age < challengeLife && isOurs(answer) && !spent.has(bytesOf(answer))
    },
    spend: (answer, now) => {
      for (const [nonce, at] of spent) if (Math.abs(now - at) > challengeLife) spent.delete(nonce)
      spent.set(bytesOf(answer), now)
    },
  }
}

// By its bytes: base64url leaves bits over at the end, so one nonce can be spelled in several ways.
const bytesOf = ({ nonce }: Pick<AnswerRequest, 'nonce'>): string =>
  Buffer.from(nonce, 'base64url').toString('hex')
