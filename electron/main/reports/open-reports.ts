import { ReportHost } from '../../host/report-host/report-host'
import { openReportStore } from '../../host/store/report-store'
import { openTray } from '../../host/tray/open-tray'
import type { Tray } from '../../host/tray/tray'
import { readFields } from '../../../shared/sync/read-report'

/** A report that a window shows. */
export interface OpenReport {
  /** Where it is now: a report can be moved while it is open. */
  readonly path: string
  readonly host: ReportHost
  /** Words that did not come in. */
  readonly tray: Tray
}

export interface OpeningOptions {
  readonly recoveryFolder: string
  readonly onBug: (error: unknown) => void
}

/** Opens a report's file and its host. Throws a Failure where the file cannot be opened. */
export function openReport(path: string, { recoveryFolder, onBug }: OpeningOptions): OpenReport {
  const store = openReportStore(path, { recoveryFolder, onBug })
  const tray = openTray(store)
  return {
    tray,
    get path() {
      return store.path
    },
    host: new ReportHost(store, onBug, { watch: body => tray.watch(body) }),
  }
}

/** What a report is called in lists: its own title on one line, or empty. */
export function titleOf({ host }: OpenReport): string {
  const { title, type } = readFields(host.store.body)
  return (title || type).replaceAll('\n', ' ').trim()
}
