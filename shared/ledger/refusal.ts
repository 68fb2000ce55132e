import { words } from './words'

export type LedgerRefusalCode = keyof typeof words

/** Why the ledger stays as it is, with words for the person who asked. */
export interface LedgerRefusal {
  readonly ok: false
  readonly code: LedgerRefusalCode
  readonly message: string
}

export const refused = (code: LedgerRefusalCode): LedgerRefusal => ({ ok: false, code, message: words[code] })
