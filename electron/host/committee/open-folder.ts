import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import { readFields } from '../../../shared/sync/read-report'
import type { SharedLedger } from '../identity/sessions'
import { LedgerHost } from '../ledger/ledger-host'
import { ReportHost, type HostOptions, type KeptDoc } from '../report-host/report-host'
import { openReportStore, type ReportStore } from '../store/report-store'
import { openTray } from '../tray/open-tray'
import { openTrayRoom } from '../tray/tray-room'
import { HostedReview } from '../review/hosted-review'
import { openIn } from '../review/open-in'
import { sharedRooms } from '../sharing/shared-rooms'
import type { SharedReport } from './shared-report'
import { keepHourly } from '../versions/keep-hourly'
import { makeIsolated, type Make } from '../versions/make-isolated'
import { ReportVersions } from '../versions/report-versions'
import { withFreezing } from '../versions/with-freezing'
import { words } from './words'

/** A report of the folder, open for its committee. */
export interface FolderReport {
  readonly path: string
  readonly title: string
  readonly ledger: LedgerHost
  /** The same as members reach it. */
  readonly offered: SharedLedger
  readonly versions: ReportVersions
  readonly shared: SharedReport
  readonly close: () => void
}

/** What the administrator should know about a file: why it is not shared, or what happened at its opening. */
export interface Remark {
  readonly path: string
  readonly message: string
}

export interface Found {
  readonly reports: readonly FolderReport[]
  readonly remarks: readonly Remark[]
}

export interface OpenFolder extends Found {
  /** Opens what has come into the folder since, and adds it to the reports; answers only what is new. */
  readonly look: () => Found
}

export interface FolderOptions extends HostOptions {
  /** Where edits go that a report's own file does not take. */
  readonly recoveryFolder: string
  /** Hears why a peer was shut out. */
  readonly onShutOut: (error: unknown) => void
  /** Hears of what nobody expected. */
  readonly onBug: (error: unknown) => void
  /** How versions are made; in a process of their own, if not said. */
  readonly makeVersion?: Make
}

/** Opens every report in a folder. Throws a Failure where there is no such folder. */
export function openFolder(folder: string, options: FolderOptions): OpenFolder {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Failure('not-found', words.noFolder(folder))
  const reports = new Map<string, FolderReport>()
  const seen = new Map<string, string>()
  const known = new Set<string>()
  const open = (paths: readonly string[]): Found => {
    const remarks: Remark[] = []
    const fresh = paths.flatMap(path => {
      known.add(path)
      const report = openOne(path, reports, options, message => remarks.push({ path, message }))
      return report ? [report] : []
    })
    return { reports: fresh, remarks }
  }
  const { remarks } = open(reportsIn(folder))
  return {
    remarks,
    get reports() {
      return [...reports.values()]
    },
    look: () => open(reportsIn(folder).filter(path => !known.has(path) && isAtRest(path, seen))),
  }
}

const reportsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.duthao') && !name.startsWith('.'))
    .sort()
    .map(name => join(folder, name))

/** False for a file that is still being copied: opened now, it would be taken for a damaged one, and mended. */
function isAtRest(path: string, seen: Map<string, string>): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  const now = found ? `${found.size} ${found.mtimeMs}` : ''
  const before = seen.get(path)
  seen.set(path, now)
  return now !== '' && now === before
}

function openOne(
  path: string,
  reports: Map<string, FolderReport>,
  options: FolderOptions,
  remark: (message: string) => void,
): FolderReport | null {
  const store = tryOpening(path, options, remark)
  if (!store) return null
  if (store.readOnly !== null || reports.has(store.reportId)) {
    remark(store.readOnly ?? words.sameReport)
    store.close()
    return null
  }
  const report = shareable(store, options)
  for (const notice of [store.notice, report.ledger.notice]) if (notice) remark(notice)
  reports.set(store.reportId, report)
  return report
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

function shareable(
  store: ReportStore,
  { onShutOut, onBug, makeVersion = makeIsolated(), ...pace }: FolderOptions,
): FolderReport {
  const ledger = new LedgerHost(store)
  const versions = new ReportVersions(store, { make: makeVersion })
  ledger.watchWriters(versions.writers)
  const stopKeeping = keepHourly({ store, keep: () => versions.keep('hourly', ledger), onBug })
  const { title, type } = readFields(store.body)
  const tray = openTray(store)
  tray.people = { memberOf: client => ledger.clients.ownerOf(client) ?? null, self: () => null }
  const body = new ReportHost<KeptDoc>(store, onShutOut, { ...pace, watch: at => tray.watch(at) })
  const review = new HostedReview(store)
  const closeRoom = openTrayRoom(tray, store, review.rooms.review)
  const rooms = sharedRooms(body, ledger, onShutOut, review.rooms)
  ledger.watchReview(
    openIn({ rooms: review.rooms, body: () => store.body, founder: rooms.shared.committee.founder }),
  )
  return {
    path: store.path,
    title: (title || type).replaceAll('\n', ' ').trim(),
    ledger,
    versions,
    offered: withFreezing(ledger, versions),
    shared: rooms.shared,
    close: () => {
      stopKeeping()
      versions.close()
      rooms.close()
      ledger.touches.close()
      closeRoom()
      review.close()
      body.close()
    },
  }
}
