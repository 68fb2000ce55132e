import type { BlockId } from '../report/ids'
import type { Right, Role } from './rights'

/** Stands for every section, and for what stands before the first heading. */
export const wholeReport = 'report'

/** One member's role and what was granted beyond it (or taken away), by section. */
export interface Member {
  readonly id: string
  readonly role: Role
  readonly grants: ReadonlyMap<BlockId | typeof wholeReport, readonly Right[]>
}
