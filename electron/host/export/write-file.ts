import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import { words } from './words'

/**
 * Puts bytes at a path in one step: written beside it, flushed to the disk, renamed over it. Whatever goes wrong, what
 * was there before stays. Throws Failure in words ('disk-full', 'not-allowed', 'read-only', 'not-found', 'cancelled').
 */
export async function writeFileWhole(path: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    await refuseFolder(path)
    await writeFlushed(temporary, bytes)
    if (signal?.aborted) throw new Failure('cancelled', words.cancelled)
    await rename(temporary, path)
    await flushFolder(dirname(path))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined) // the first failure is the one to tell
    throw error instanceof Failure ? error : failureOf(error, basename(path))
  }
}

async function refuseFolder(path: string): Promise<void> {
  // Absent is the usual case; anything else shows itself when the file is written.
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) throw new Failure('not-allowed', words.isFolder(basename(path)))
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the new name last through a power cut. Windows and some network shares cannot flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

function failureOf(error: unknown, name: string): Failure {
  const code = (error as { code?: string }).code ?? ''
  const failure = refusal(code, name, error)
  failure.cause = error
  return failure
}

function refusal(code: string, name: string, error: unknown): Failure {
  switch (code) {
    case 'EBUSY':
      return new Failure('not-allowed', words.openElsewhere(name))
    case 'EPERM':
    case 'EACCES':
      // Windows answers so when Word holds the file; elsewhere it is a matter of permissions.
      return new Failure(
        'not-allowed',
        process.platform === 'win32' ? words.openElsewhere(name) : words.noPermission(name),
      )
    case 'EROFS':
      return new Failure('read-only', words.readOnly(name))
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new Failure('disk-full', words.diskFull(name))
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure('not-found', words.noFolder(name))
    default:
      return new Failure(
        'internal',
        words.notWritten(name, error instanceof Error ? error.message : String(error)),
      )
  }
}
