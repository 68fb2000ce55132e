import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ImportResult } from '../../../shared/import/import-result'
import { Failure } from '../../../shared/ipc/failure'
import { fromReportJson } from '../../../shared/report/report-json'
import { WordMarks } from '../../../shared/returned/word-marks'
import type { ForkIsolated } from '../isolated/isolated-process'
import { runIsolated } from '../isolated/run-isolated'
import { ImportProgress } from './import-progress'
import type { ImportAnswer, ImportJob, ReturnedAnswer } from './import-worker'
import { readFailure } from './read-failure'
import type { ReturnedFile } from './returned-bytes'
import { words } from './words'

export interface ImportOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
  /** How to start the reading process: in Electron its own fork; `entry` only where the program is not built. */
  readonly isolate?: { readonly fork?: ForkIsolated; readonly entry?: string } | undefined
}

const largest = 100_000_000
/** Megabytes. Reading the largest real office file takes a third of it. */
const memoryLimit = 450

/**
 * Reads a Word or text file as a report, in a process of its own: a hostile file can neither block the program nor
 * bring it down. Changes nothing. Throws a Failure ('unreadable-file', 'not-found', 'cancelled') with the reason.
 */
export async function importFile(path: string, options: ImportOptions = {}): Promise<ImportResult> {
  const answer = await readIsolated<ImportAnswer>(path, 'report', options)
  return { ...answer, report: fromReportJson(answer.report) }
}

/** Reads a Word file that came back from outside, likewise: with its comments and tracked changes. */
export async function readReturned(path: string, options: ImportOptions = {}): Promise<ReturnedFile> {
  const { warnings, ...answer } = await readIsolated<ReturnedAnswer>(path, 'returned', options)
  return {
    warnings,
    report: fromReportJson(answer.report),
    rejected: answer.rejected && fromReportJson(answer.rejected),
    marks: WordMarks.parse(answer.marks),
  }
}

async function readIsolated<Answer>(
  path: string,
  as: ImportJob['as'],
  options: ImportOptions,
): Promise<Answer> {
  await refuseUnfit(path)
  return runIsolated<ImportJob, Answer>({
    // Every built entry and chunk lies in one folder.
    entry: options.isolate?.entry ?? fileURLToPath(new URL('./import-worker.js', import.meta.url)),
    input: { path: resolve(path), as },
    signal: options.signal,
    onProgress: progress => options.onProgress?.(ImportProgress.parse(progress)),
    memoryLimit,
    fork: options.isolate?.fork,
    blame: 'unreadable-file',
  })
}

async function refuseUnfit(path: string): Promise<void> {
  const name = basename(path)
  const found = await stat(path).catch((error: unknown) => {
    throw readFailure(error, name)
  })
  if (found.isDirectory()) throw new Failure('unreadable-file', words.folder(name))
  if (!found.isFile()) throw new Failure('unreadable-file', words.unreadable(name, 'không phải tệp thường'))
  if (found.size === 0) throw new Failure('unreadable-file', words.empty)
  if (found.size > largest) throw new Failure('unreadable-file', words.tooBig)
}
