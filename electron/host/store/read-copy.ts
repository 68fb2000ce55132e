import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import { readContents, type Contents } from './contents'
import { refuseForeign } from './report-log'
import { openDatabase } from './sqlite'
import { unreadable } from './unreadable'
import { words } from './words'

/**
 * Reads a file that another program may be writing, or that may only be read, by way of a private copy: the original
 * is neither locked nor changed. Throws a Failure for what is no report, newer, or unreadable.
 */
export function readCopy(path: string, newest: number): Contents {
  if (!existsSync(path)) throw new Failure('not-found', words.notFound(path))
  const folder = mkdtempSync(join(tmpdir(), 'du-thao-'))
  try {
    const copy = join(folder, 'report')
    copyWhole(path, copy)
    return readDatabase(copy, path, newest)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// While the main file stands still, changes only go to its -wal, whose frames carry checksums: any prefix of it is a
// state that existed. Only a checkpoint touches the main file; then the copy is taken again.
function copyWhole(path: string, copy: string): void {
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = stampOf(path)
    copyFileSync(path, copy)
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
    if (stampOf(path) === before) return
  }
}

function stampOf(path: string): string {
  const { mtimeNs, size } = statSync(path, { bigint: true })
  return `${mtimeNs}:${size}`
}

function readDatabase(copy: string, path: string, newest: number): Contents {
  const database = openDatabase(copy)
  try {
    refuseForeign(database, path, newest)
    return readContents(database)
  } catch (error) {
    throw unreadable(error, path)
  } finally {
    database.close()
  }
}
