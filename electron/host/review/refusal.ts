import type { ReviewRefusal } from '../../../shared/review/rules/adding'
import type { RefusalCode } from '../gate/refusal'

export type RecordRefusalCode =
  | RefusalCode
  | ReviewRefusal
  /** Changes or takes away what was put down for good. */
  | 'rewritten'
  /** The author has said more than a review holds of one person. */
  | 'too-many'

/** Why a change of a review room was not let in. */
export interface RecordRefusal {
  readonly code: RecordRefusalCode
  /** For the log. */
  readonly detail: string
}

/** Thrown within this folder only; `inspectReview` turns it into a value. */
export class RefusedRecord extends Error {
  constructor(readonly refusal: RecordRefusal) {
    super(refusal.detail)
  }
}

export function refuseRecord(code: RecordRefusalCode, detail: string): never {
  throw new RefusedRecord({ code, detail })
}
