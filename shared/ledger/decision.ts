import type { Fact } from './facts'
import type { LedgerRefusalCode } from './refusal'

export type Decision =
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'done-already' }
  | { readonly kind: 'refused'; readonly code: LedgerRefusalCode }

export const fact = (decided: Fact): Decision => ({ kind: 'fact', fact: decided })
export const no = (code: LedgerRefusalCode): Decision => ({ kind: 'refused', code })
