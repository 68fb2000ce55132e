import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { checksum } from './checksum'
import { afterKeeping, noKept, type KeptRows } from './kept-rows'
import { decodeRecord, encodeRecord, type RecoveryRecord } from './recovery-record'

/*
 * Where edits go while a report's own file cannot be written: one file a report in the program's folder. Each record
 * is a length (4 bytes), its checksum (32 hex digits) and its bytes. The first is the header (JSON), the second the
 * whole report as it was when writing first failed, then what this computer keeps beside it, then every change; so it
 * can stand in for a lost file. In layout 1 every record behind the header is a change of the report.
 */

const Header = z.object({
  ...{ path: z.string(), reportId: z.string(), created: z.string(), schema: z.number() },
  layout: z.number().default(1),
})
export type RecoveryHeader = Omit<z.infer<typeof Header>, 'layout'>
const layout = 2

export interface Recovery {
  /** The recovery file itself. */
  readonly file: string
  readonly header: RecoveryHeader
  readonly updates: readonly Uint8Array[]
  /** What was kept beside the report when writing failed, and at the end. */
  readonly before: KeptRows
  readonly kept: KeptRows
}

export interface RecoveryWriter {
  readonly file: string
  /** On the disk when it returns. Throws what the disk says. */
  readonly append: (records: readonly RecoveryRecord[]) => void
  readonly close: () => void
}

export const recoveryFileOf = (folder: string, path: string): string =>
  join(folder, `${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 24)}.recovery`)

/** Starts a recovery file anew, with what is known. Throws what the disk says. */
export function startRecovery(
  folder: string,
  header: RecoveryHeader,
  known: readonly RecoveryRecord[],
): RecoveryWriter {
  mkdirSync(folder, { recursive: true })
  const file = recoveryFileOf(folder, header.path)
  const handle = openSync(`${file}.new`, 'w')
  let count = 0
  const write = (contents: readonly Uint8Array[]): void => {
    const records = contents.map((bytes, index) => record(count + index, bytes))
    writeFileSync(handle, Buffer.concat(records))
    fsyncSync(handle)
    count += contents.length
  }
  const append = (records: readonly RecoveryRecord[]): void => write(records.map(encodeRecord))
  write([Buffer.from(JSON.stringify({ ...header, layout })), ...known.map(encodeRecord)])
  // Only now: an earlier recovery may hold what is nowhere else.
  renameSync(`${file}.new`, file)
  return { file, append, close: () => closeSync(handle) }
}

/** What a recovery file holds, up to its first damaged record; null where there is none or not even a report in it. */
export function readRecovery(file: string): Recovery | null {
  const bytes = readIfThere(file)
  if (!bytes) return null
  const [head, ...contents] = recordsOf(bytes)
  const header = head && Header.safeParse(JSON.parse(Buffer.from(head).toString()))
  // Of a newer program: it stays where it is until that one comes back.
  if (!header?.success || header.data.layout > layout) return null
  const isOld = header.data.layout === 1
  const records = contents.map(content =>
    isOld ? ({ kind: 'update', update: content } as const) : decodeRecord(content),
  )
  const updates = records.flatMap(each => (each.kind === 'update' ? each.update : []))
  return updates.length > 0 ? { file, header: header.data, updates, ...keptIn(records) } : null
}

function keptIn(records: readonly RecoveryRecord[]): Pick<Recovery, 'before' | 'kept'> {
  let before = noKept
  for (const each of records)
    if (each.kind === 'kept') before = afterKeeping(before, each.subject, each.change)
  let kept = before
  for (const each of records) if (each.kind === 'change') kept = afterKeeping(kept, each.subject, each.change)
  return { before, kept }
}

/** Every readable recovery file of the folder. */
export function recoveriesIn(folder: string): Recovery[] {
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(folder).filter(name => name.endsWith('.recovery'))
  return files.flatMap(name => readRecovery(join(folder, name)) ?? [])
}

export const removeRecovery = (file: string): void => rmSync(file, { force: true })

function record(number: number, bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return Buffer.concat([length, Buffer.from(checksum(number, bytes)), bytes])
}

function recordsOf(bytes: Buffer): Uint8Array[] {
  const records: Uint8Array[] = []
  let at = 0
  while (at + 36 <= bytes.length) {
    const end = at + 36 + bytes.readUInt32LE(at)
    const content = bytes.subarray(at + 36, end)
    const sum = bytes.toString('latin1', at + 4, at + 36)
    if (end > bytes.length || checksum(records.length, content) !== sum) break
    records.push(content)
    at = end
  }
  return records
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
