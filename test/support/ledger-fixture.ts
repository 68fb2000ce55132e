import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { changeLedger, type LedgerContext } from '../../shared/ledger/change-ledger'
import { type Caller, type Entry } from '../../shared/ledger/entry'
import { emptyLedger, type Ledger } from '../../shared/ledger/ledger'
import { secretHashOf } from '../../shared/session/secret-hash'
import type { BlockId } from '../../shared/report/ids'

export const now = '2026-03-02T08:00:00.000Z'
export const tomorrow = '2026-03-03T08:00:00.000Z'
export const operator: Caller = { kind: 'operator' }
export const host: Caller = { kind: 'host' }
export const as = (id: string): Caller => ({ kind: 'member', id })

export interface KeyPair {
  readonly publicKey: string
  readonly privateKey: KeyObject
}

/** A computer's key, made by Node alone. */
export function makeKey(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { publicKey: publicKey.export({ format: 'jwk' }).x!, privateKey }
}

/** A ledger that a test changes command by command; ids are m1, m2 … in the order in which they are asked for. */
export function committee(sections: readonly string[] = ['s1', 's2']) {
  let [ledger, count, secrets]: [Ledger, number, number] = [emptyLedger, 0, 0]
  const entries: Entry[] = []
  const context: LedgerContext = {
    now,
    newId: () => `m${++count}`,
    secretHash: '',
    headingsOf: section => (sections.includes(section) ? [section as BlockId] : undefined),
    elementOf: section => (sections.includes(section) ? `5:${sections.indexOf(section)}` : undefined),
    report: 'r1',
    isSigned: () => false,
    contentOf: () => undefined,
    approvedCopy: () => undefined,
    openIn: () => ({ threads: 0, proposals: 0 }),
  }
  const ask = (command: object, caller: Caller = operator, at = now): string => {
    const secretHash = secretHashOf(`secret ${++secrets}`)
    const change = changeLedger(
      ledger,
      { command, caller, last: entries.at(-1) },
      { ...context, now: at, secretHash },
    )
    if (!change.ok) return change.code
    ledger = change.ledger
    if (!change.entry) return 'done already'
    entries.push(change.entry)
    return 'done'
  }
  return {
    ask,
    entries,
    get ledger() {
      return ledger
    },
    /** The hash of the secret that the command of this number (from 1) was given. */
    secretOf: (number: number) => secretHashOf(`secret ${number}`),
  }
}

export const invite = (role: string, name = 'Nguyễn Văn A', more: object = {}) => ({
  ...{ kind: 'member.invite', name, unit: 'Văn phòng', role, grants: [], expires: tomorrow },
  ...more,
})
