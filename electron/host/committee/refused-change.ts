import type { Denial } from '../../../shared/sync/denial'
import type { Refusal } from '../gate/refusal'
import { refusalWords } from '../gate/words'

interface Why {
  /** One word for programs. */
  readonly code: string
  /** For the log. */
  readonly detail: string
}

/** A gate said no; the peer is told and shut out. */
export class RefusedChange extends Error {
  constructor(
    readonly refusal: Why,
    /** What the peer is told. */
    readonly denial: Denial,
  ) {
    super(`${refusal.code}: ${refusal.detail}`)
  }
}

/** The gate of the text said no. */
export const refusedText = (refusal: Refusal): RefusedChange =>
  new RefusedChange(refusal, {
    ...{ code: refusal.code, section: refusal.section ?? null, message: refusalWords[refusal.code] },
  })
