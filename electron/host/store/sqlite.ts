import { createRequire } from 'node:module'

/** A value of a column. Whole numbers fit in 2^53 here; bytes are a copy of their own. */
export type Cell = string | number | Uint8Array | null

/** The little of a database that the store needs. Every method throws what SQLite refuses (see `sqliteCodeOf`). */
export interface Database {
  /** Runs statements that answer nothing. */
  readonly exec: (sql: string) => void
  /** Calls `visit` with the named columns of each row; stops with whatever `visit` throws. */
  readonly each: (columns: string, from: string, visit: (...cells: Cell[]) => void) => void
  readonly close: () => void
}

interface Driver {
  readonly exec: (sql: string) => void
  readonly function: (name: string, options: object, run: (...cells: Cell[]) => null) => void
  readonly close: () => void
}
interface DriverModule {
  readonly DatabaseSync: new (path: string, options: object) => Driver
}

const require = createRequire(import.meta.url)

/** Node's own SQLite where the runtime has it, else the same interface as a prebuilt add-on. */
function driverModule(): DriverModule {
  const own = process.getBuiltinModule('node:sqlite') as DriverModule | undefined
  return own ?? (require('@photostructure/sqlite') as DriverModule)
}

// No prepared statements: the add-on's close() leaves a file open and locked until they are collected, which nobody
// can time. Rows come through a function called from SQL instead, so closing lets go of the file at once.
export function openDatabase(path: string): Database {
  const { DatabaseSync } = driverModule()
  const driver = new DatabaseSync(path, { timeout: 150 })
  let visitor: (...cells: Cell[]) => void = () => undefined
  driver.function('visit_row', { varargs: true }, (...cells) => {
    visitor(...cells)
    return null
  })
  return {
    exec: sql => driver.exec(sql),
    each: (columns, from, visit) => {
      visitor = visit
      driver.exec(`SELECT visit_row(${columns}) FROM ${from}`)
    },
    close: () => driver.close(),
  }
}

/** Text as a SQL literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Bytes as a SQL literal. */
export const blob = (bytes: Uint8Array): string =>
  `x'${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}'`

/** SQLite's primary result code of a thrown error (https://www.sqlite.org/rescode.html), or null for other errors. */
export function sqliteCodeOf(error: unknown): number | null {
  const code = error instanceof Error ? (error as { errcode?: unknown }).errcode : undefined
  return typeof code === 'number' ? code & 0xff : null
}

export const sqliteCodes = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const
