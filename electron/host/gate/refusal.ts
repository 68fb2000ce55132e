import type { BlockId } from '../../../shared/report/ids'

export type RefusalCode =
  /** Not an update of Yjs, or one that no program of ours writes. */
  | 'malformed'
  | 'too-large'
  /** Builds on something that the host does not have; it would lie in wait and be applied unseen. */
  | 'gap'
  /** Written under a client id that belongs to someone else. */
  | 'foreign-client'
  | 'unknown-root'
  /** A node, mark, attribute or value that reports of this version do not hold. */
  | 'unknown-content'
  /** Would leave a record that no reader understands. */
  | 'broken-record'
  /** Gives an id to something new that stands where the author may not write. */
  | 'copied-id'
  | 'locked'
  | 'no-right'

/** Why an update was not let in. */
export interface Refusal {
  readonly code: RefusalCode
  /** The section that may not be changed, where one is concerned. */
  readonly section?: BlockId
  /** For the log. */
  readonly detail: string
}

/** Thrown within this folder only; `inspect` turns it into a value. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.detail)
  }
}

export function refuse(code: RefusalCode, detail: string, section?: BlockId): never {
  throw new Refused(section === undefined ? { code, detail } : { code, detail, section })
}
