import type { Refusal } from '../gate/refusal'

/** The gate said no; the peer is told and shut out. */
export class RefusedChange extends Error {
  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.detail}`)
  }
}
