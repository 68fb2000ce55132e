import type { ImportCounts, ImportWarning } from '../ipc/contract'
import type { Report } from '../report/report'

/** What an import found, before a person has accepted it. */
export interface ImportResult {
  readonly report: Report
  readonly counts: ImportCounts
  readonly warnings: readonly ImportWarning[]
}
