import { copyFileSync, existsSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { encodeStateAsUpdate } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { migrateReport } from '../../../shared/report/migrations/migrations'
import { freePath } from './free-path'
import { isEmpty, type Contents } from './contents'
import { writeNewFile } from './new-file'
import { openLog, type Opening, type ReportLog } from './report-log'
import { migrationsOf, versionOf, type StoreOptions } from './store-options'
import { words } from './words'

export type ReadOnlyReason = Exclude<Opening['kind'], 'opened'>
export type SoundOpening =
  | { readonly kind: 'opened'; readonly log: ReportLog; readonly notice: string | null }
  | { readonly kind: ReadOnlyReason }

/** Opens a file and makes it one of today's version without damage, keeping a copy of what it was. */
export function openSound(path: string, options: StoreOptions): SoundOpening {
  const opening = openLog(path, versionOf(options))
  if (opening.kind !== 'opened') return opening
  const { contents } = opening.log
  if (contents.lost > 0) return reopenRepaired(path, opening.log, options)
  if (contents.schema < versionOf(options)) return reopenMigrated(path, opening.log, options)
  return { kind: 'opened', log: opening.log, notice: null }
}

function reopenRepaired(path: string, log: ReportLog, options: StoreOptions): SoundOpening {
  const { contents } = log
  log.close()
  if (isEmpty(contents.body)) throw new Failure('unreadable-file', words.nothingReadable(path))
  const kept = keepCopy(path, name => words.damagedName(name, timeInName()))
  const migrated = contents.schema < versionOf(options)
  if (migrated) migrate(contents, options)
  replaceFile(path, contents, versionOf(options))
  return opened(path, options, words.damaged(kept, contents.lost))
}

function reopenMigrated(path: string, log: ReportLog, options: StoreOptions): SoundOpening {
  const { contents } = log
  log.close()
  const kept = keepCopy(path, name => words.olderName(name, contents.schema))
  migrate(contents, options)
  replaceFile(path, contents, versionOf(options))
  return opened(path, options, words.migrated(kept))
}

function opened(path: string, options: StoreOptions, notice: string): SoundOpening {
  const opening = openLog(path, versionOf(options))
  return opening.kind === 'opened' ? { ...opening, notice } : opening
}

const migrate = (contents: Contents, options: StoreOptions): void =>
  migrateReport(contents.body, contents.schema, versionOf(options), migrationsOf(options))

const replaceFile = (path: string, { body, ...rest }: Contents, schema: number): void =>
  writeNewFile(path, { ...rest, schema, state: encodeStateAsUpdate(body) })

/** Copies a file (which nobody here holds) beside itself under a name that is free; the copy's path. */
function keepCopy(path: string, rename: (name: string) => string): string {
  const copy = freePath(dirname(path), rename(basename(path, extname(path))), extname(path))
  copyFileSync(path, copy)
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
  return copy
}

const timeInName = (): string => new Date().toISOString().slice(0, 16).replace('T', ' ').replace(':', '.')
