import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import { readFields } from '../../../shared/sync/read-report'
import { LedgerHost } from '../ledger/ledger-host'
import { ReportHost, type HostOptions, type KeptDoc } from '../report-host/report-host'
import { openReportStore, type ReportStore } from '../store/report-store'
import { openTray } from '../tray/open-tray'
import { openTrayRoom } from '../tray/tray-room'
import { sharedRooms } from '../sharing/shared-rooms'
import type { SharedReport } from './shared-report'
import { words } from './words'

/** A report of the folder, open for its committee. */
export interface FolderReport {
  readonly path: string
  readonly title: string
  readonly ledger: LedgerHost
  readonly shared: SharedReport
  readonly close: () => void
}

/** What the administrator should know about a file: why it is not shared, or what happened at its opening. */
export interface Remark {
  readonly path: string
  readonly message: string
}

export interface OpenFolder {
  readonly reports: readonly FolderReport[]
  readonly remarks: readonly Remark[]
}

export interface FolderOptions extends HostOptions {
  /** Where edits go that a report's own file does not take. */
  readonly recoveryFolder: string
  /** Hears why a peer was shut out. */
  readonly onShutOut: (error: unknown) => void
  /** Hears of what nobody expected. */
  readonly onBug: (error: unknown) => void
}

/** Opens every report in a folder. Throws a Failure where there is no such folder. */
export function openFolder(folder: string, options: FolderOptions): OpenFolder {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Failure('not-found', words.noFolder(folder))
  const reports = new Map<string, FolderReport>()
  const remarks: Remark[] = []
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.duthao') || name.startsWith('.')) continue
    const path = join(folder, name)
    const remark = (message: string | null): void => {
      if (message) remarks.push({ path, message })
    }
    const store = tryOpening(path, options, remark)
    if (!store) continue
    if (store.readOnly !== null || reports.has(store.reportId)) {
      remark(store.readOnly ?? words.sameReport)
      store.close()
      continue
    }
    const report = shareable(store, options)
    remark(store.notice)
    remark(report.ledger.notice)
    reports.set(store.reportId, report)
  }
  return { reports: [...reports.values()], remarks }
}

function tryOpening(
  path: string,
  { recoveryFolder, onBug }: FolderOptions,
  remark: (message: string) => void,
): ReportStore | null {
  try {
    return openReportStore(path, { recoveryFolder, onBug })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    remark(error.message)
    return null
  }
}

function shareable(store: ReportStore, { onShutOut, ...pace }: FolderOptions): FolderReport {
  const ledger = new LedgerHost(store)
  const { title, type } = readFields(store.body)
  const tray = openTray(store)
  tray.people = { memberOf: client => ledger.clients.ownerOf(client) ?? null, self: () => null }
  const body = new ReportHost<KeptDoc>(store, onShutOut, { ...pace, watch: at => tray.watch(at) })
  const shown = openTrayRoom(tray, store)
  const rooms = sharedRooms(body, ledger, onShutOut, shown.review)
  return {
    path: store.path,
    title: (title || type).replaceAll('\n', ' ').trim(),
    ledger,
    shared: rooms.shared,
    close: () => {
      rooms.close()
      shown.close()
      body.close()
    },
  }
}
