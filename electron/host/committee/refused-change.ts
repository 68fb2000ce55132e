import type { Denial } from '../../../shared/sync/denial'
import type { Refusal } from '../gate/refusal'
import { refusalWords } from '../gate/words'

/** The gate said no; the peer is told and shut out. */
export class RefusedChange extends Error {
  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.detail}`)
  }
}

/** What the peer is told. */
export const denialOf = ({ code, section }: Refusal): Denial => ({
  ...{ code, section: section ?? null, message: refusalWords[code] },
})
