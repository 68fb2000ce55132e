import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { freePath } from './free-path'
import type { LiveStore } from './live-store'
import { mergeKept, recovered } from './merge-kept'
import { writeNewFile } from './new-file'
import { readCopy } from './read-copy'
import { readRecovery, recoveriesIn, recoveryFileOf, removeRecovery, type Recovery } from './recovery-file'
import { versionOf, type StoreOptions } from './store-options'
import { words } from './words'

/** Gives a report back what an earlier run could not write into it, and says so in its notice. */
export function takeRecovery(store: LiveStore, options: StoreOptions): void {
  if (!options.recoveryFolder) return
  const recovery = readRecovery(recoveryFileOf(options.recoveryFolder, store.path))
  if (!recovery || !fits(recovery, store.reportId, options)) return
  for (const update of recovery.updates) applyUpdate(store.body, update)
  const { before, kept: ours } = recovery
  const theirs = new Map(recovered.map(subject => [subject, store.kept(subject)]))
  try {
    for (const [subject, change] of mergeKept({ before, ours, theirs })) store.keep(subject, change)
  } catch (error) {
    // The disk takes nothing again: the recovery file stays until it does.
    if (!(error instanceof Failure)) throw error
    return
  }
  if (!store.flush()) return
  removeRecovery(recovery.file)
  store.notice = [store.notice, words.recovered].filter(Boolean).join('\n')
}

/**
 * The reports to open at a start because an earlier run could not write all of their edits. One whose own file is
 * gone, or has become another report, is first written as a new file into `folder`.
 */
export function recoveredReports(
  folder: string,
  options: StoreOptions & { recoveryFolder: string },
): string[] {
  return recoveriesIn(options.recoveryFolder).map(recovery =>
    isReachable(recovery, options) ? recovery.header.path : writeRecovered(recovery, folder),
  )
}

function isReachable(recovery: Recovery, options: StoreOptions): boolean {
  const { path } = recovery.header
  return existsSync(path) && fits(recovery, readCopy(path, versionOf(options)).reportId, options)
}

const fits = ({ header }: Recovery, reportId: string, options: StoreOptions): boolean =>
  header.reportId === reportId && header.schema === versionOf(options)

function writeRecovered({ file, header, updates, kept }: Recovery, folder: string): string {
  const body = new Doc()
  for (const update of updates) applyUpdate(body, update)
  const { reportId, created, schema } = header
  const name = words.recoveredName(basename(header.path, extname(header.path)))
  const path = freePath(folder, name, '.duthao')
  writeNewFile(path, { reportId, created, schema, state: encodeStateAsUpdate(body), kept })
  removeRecovery(file)
  return path
}
