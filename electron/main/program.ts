import type { Identity } from '../host/identity/identity'
import type { Settings } from '../../shared/ipc/contract'
import type { ChosenPaths } from './files/chosen-paths'
import type { JsonFile } from './files/json-file'
import type { Person } from './reports/person'
import type { Imports } from './reports/imports'
import type { OpenReport } from './reports/open-reports'
import type { ReadFiles } from './reports/read-files'
import type { RecentReports } from './reports/recent-reports'
import type { Tasks } from './tasks'
import type { ReportWindow } from './windows/report-window'
import type { WindowRegistry } from './windows/window-registry'

/** The parts of the running program that its commands work with; put together in main.ts. */
export interface Program {
  readonly windows: WindowRegistry
  readonly recent: RecentReports
  readonly chosen: ChosenPaths
  readonly tasks: Tasks
  readonly imports: Imports
  readonly readFiles: ReadFiles
  readonly settings: JsonFile<Settings>
  /** As whom the person last shared a report. */
  readonly person: JsonFile<Person>
  /** Where new reports go: "Dự Thảo" in the person's documents. */
  readonly reportsFolder: string
  /** Where edits wait that could not be written to their report. */
  readonly recoveryFolder: string
  /** This computer's key, made when it is first needed. Throws a Failure where it cannot be read. */
  readonly identity: () => Identity
  readonly openReport: (path: string) => OpenReport
  readonly log: (error: unknown, where?: string) => void
}

export type Caller = ReportWindow
