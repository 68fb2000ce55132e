import { create } from 'zustand'
import type { RestoreWhat } from '../../shared/versions/restore/restore-what'
import type { Version } from '../../shared/versions/version'
import { ask } from '../host/ask'
import { vi } from '../wording/vi'
import type { OpenVersion } from './beside'
import type { ReportSession, Restored } from './report-session'
import { readVersion } from './versions'
import { say, showDialog } from './window-state'

interface Restoring {
  /** From what something is to come back; null while nobody has asked. */
  readonly from: OpenVersion | null
  /** What is chosen to begin with. */
  readonly what: RestoreWhat
}

export const useRestoring = create<Restoring>(() => ({ from: null, what: { kind: 'report' } }))

/** Asks what of a version is to come back. Throws a Failure with the reason where it cannot be read. */
export async function askWhatToRestore(
  version: Version,
  what: RestoreWhat = { kind: 'report' },
): Promise<void> {
  useRestoring.setState({ from: { version, report: await readVersion(version.id) }, what })
  showDialog('restore')
}

/**
 * Brings it back as the person's own edit. What would be overwritten is kept as a version first; where that fails nothing
 * is done. Throws a Failure with the reason.
 */
export async function restore(
  session: ReportSession,
  { report }: OpenVersion,
  what: RestoreWhat,
): Promise<Restored> {
  session.settle()
  await ask('version.keep', { cause: 'before-restore' })
  const restored = session.restore(report, what)
  if (restored === 'done') say(vi.versions.again.done(vi.versions.again.doneOf[what.kind]))
  return restored
}
