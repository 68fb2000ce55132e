import { migrations, type Migration } from '../../../shared/report/migrations/migrations'
import { schemaVersion } from '../../../shared/report/schema-version'

/** Milliseconds. */
export interface Pace {
  /** Changes wait this long for company: one write to the disk then serves a burst of keystrokes. */
  readonly gather: number
  /** Until writing is tried again. */
  readonly retry: number
  /** Without a change, until the file is made whole. */
  readonly idle: number
}

const usualPace: Pace = { gather: 20, retry: 2000, idle: 5000 }

export interface StoreOptions {
  /** Folder for edits that cannot be written to the report's own file; without it they stay in memory. */
  readonly recoveryFolder?: string
  /** Another version of the report's contents than the program's own (tests of migration). */
  readonly version?: number
  readonly migrations?: readonly Migration[]
  readonly pace?: Partial<Pace>
  /** Hears of what nobody expected while writing. The person is told by the state. */
  readonly onBug?: (error: unknown) => void
}

export const versionOf = (options: StoreOptions): number => options.version ?? schemaVersion
export const migrationsOf = (options: StoreOptions): readonly Migration[] => options.migrations ?? migrations
export const paceOf = (options: StoreOptions): Pace => ({ ...usualPace, ...options.pace })
