import { Failure } from '../../../shared/ipc/failure'
import { readReport } from '../../../shared/sync/read-report'
import type { OpenReport } from './open-reports'

/** Whoever approved a section has looked at it as it stands. */
export function seeApproved({ host, seen }: Pick<OpenReport, 'host' | 'seen'>, section: string): void {
  try {
    seen.markApproved(readReport(host.body), section)
  } catch (error) {
    // The approval stands; a disk that fails just now costs that the section is shown once more.
    if (!(error instanceof Failure)) throw error
  }
}
