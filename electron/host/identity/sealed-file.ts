import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Failure } from '../../../shared/ipc/failure'
import { words } from './words'

/** Locks text away for one person of one computer (Electron's safeStorage); base64 of whatever it makes. */
export interface Sealer {
  readonly seal: (text: string) => string
  /** Throws where the text was sealed by somebody else. */
  readonly unseal: (sealed: string) => string
}

const Kept = z.strictObject({ version: z.literal(1), sealed: z.boolean(), secret: z.string().max(20_000) })

/**
 * The secret of a file, which is made on the first call. Where two programs make it at once, both get the one that was
 * first. The file is its owner's alone (mode 0600), sealed where a sealer is given. Throws a Failure where it cannot be
 * read: making another key in its place would lock the person out of every report.
 */
export function keptSecret(path: string, make: () => string, sealer?: Sealer): string {
  const kept = read(path)
  if (kept !== undefined) return open(kept, path, sealer)
  const secret = make()
  const content = { version: 1, sealed: sealer !== undefined, secret: sealer ? sealer.seal(secret) : secret }
  return writeFirst(path, JSON.stringify(content)) ? secret : keptSecret(path, make, sealer)
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Failure('unreadable-file', words.keyUnreadable(path))
  }
}

function open(text: string, path: string, sealer: Sealer | undefined): string {
  const refuse = (): never => {
    throw new Failure('unreadable-file', words.keyUnreadable(path))
  }
  try {
    const { sealed, secret } = Kept.parse(JSON.parse(text))
    if (!sealed) return secret
    return sealer ? sealer.unseal(secret) : refuse()
  } catch (error) {
    if (error instanceof Error) return refuse()
    throw error
  }
}

/** Puts a whole file in its place in one step; false where one was there first. */
function writeFirst(path: string, content: string): boolean {
  const temporary = `${path}.${randomUUID().slice(0, 8)}`
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(temporary, content, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(temporary, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(temporary)
  }
}
