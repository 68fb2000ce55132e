import type { Version, VersionCause } from '../../../shared/versions/version'
import type { VersionFault } from './find-faults'
import type { MakeOptions } from './make-isolated'
import type { FreezeCommand, ReportVersions } from './report-versions'
import type { BlockWriters } from './writers'

/** The versions of an open report, whoever hosts it. What is refused or cannot be had is thrown as a Failure. */
export interface VersionDesk {
  /** The oldest first. */
  readonly list: readonly Version[]
  /** Freezes the report as its host has it. */
  readonly freeze: (command: FreezeCommand, options: MakeOptions) => Promise<Version>
  /** Keeps the report as this computer has it, before something overwrites much of it. */
  readonly keep: (cause: Exclude<VersionCause, 'asked'>) => Promise<void>
  /** The canonical JSON of the report as it was. */
  readonly read: (id: string) => Promise<string>
  readonly file: (id: string, format: 'docx' | 'pdf') => Promise<Uint8Array>
  readonly authors: (id: string | null) => Promise<BlockWriters>
  /** What is not as it was frozen. */
  readonly verify: () => Promise<readonly VersionFault[]>
  /** What a copy of the report begins with. */
  readonly forCopy: () => ReturnType<ReportVersions['forCopy']>
  readonly onChange: (listener: () => void) => () => void
}
