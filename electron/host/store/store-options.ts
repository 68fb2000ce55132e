import { migrations, type Migration } from '../../../shared/report/migrations/migrations'
import { schemaVersion } from '../../../shared/report/schema-version'

export interface StoreOptions {
  /** Folder for edits that cannot be written to the report's own file; without it they stay in memory. */
  readonly recoveryFolder?: string
  /** Another version of the report's contents than the program's own (tests of migration). */
  readonly version?: number
  readonly migrations?: readonly Migration[]
  /** Hears of what nobody expected while writing. The person is told by the state. */
  readonly onBug?: (error: unknown) => void
}

export const versionOf = (options: StoreOptions): number => options.version ?? schemaVersion
export const migrationsOf = (options: StoreOptions): readonly Migration[] => options.migrations ?? migrations
