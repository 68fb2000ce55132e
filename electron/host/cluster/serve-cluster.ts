import { admitNothing, doorsOf, roomOf } from '../committee/shared-report'
import { isEverywhere, isLoopback } from '../committee/addresses'
import { openCertificate } from '../identity/certificate'
import { certificatePathOf, hostFolderOf, newControlSecret, writeHostCard } from '../identity/host-card'
import { committeeOf } from '../ledger/committee-of'
import { addressesOf, createCommitteeServer, type CommitteeServer } from '../sharing/committee-server'
import { ReportHost } from '../report-host/report-host'
import { keptNowhere } from '../sharing/shared-rooms'
import { openBodies, type Bodies } from './bodies'
import type { ClusterReport } from './cluster-report'
import type { ClusterConfig } from './config'
import { openDatabase, type Database } from './database'
import { listReports, openReport } from './open-reports'
import { openReviewRoom } from './review-room'
import { watchDatabase } from './watch'

export interface ClusterOptions {
  /** Hears why a peer was shut out. */
  readonly onShutOut: (error: unknown) => void
  /** Hears of what nobody expected. */
  readonly onBug: (error: unknown) => void
}

/** One instance of a cluster, listening. */
export interface ServedCluster {
  readonly urls: readonly string[]
  /** sha256 of the certificate, or "loopback". */
  readonly certificate: string
  /** Reports that are served, by id. */
  readonly reports: () => readonly string[]
  /** Sends peers away to come back later; what was confirmed is in the database already. */
  readonly close: () => Promise<void>
}

/** Serves all reports of a database beside other instances. Throws a Failure where it cannot. */
export async function serveCluster(config: ClusterConfig, options: ClusterOptions): Promise<ServedCluster> {
  const database = await openDatabase(config.postgres, options.onBug)
  const open = new Map<string, OpenInstanceReport>()
  const reportOf = (id: string): ClusterReport | undefined => open.get(id)?.report
  const bodies = openBodies({ redis: config.redis, reportOf, ...options })
  const close = async (): Promise<void> => {
    for (const { close } of open.values()) close()
    await bodies.close()
    await database.close()
  }
  try {
    const hostFolder = hostFolderOf(config.folder)
    const tls = isLoopback(config.host)
      ? null
      : openCertificate(config.certificate ?? certificatePathOf(hostFolder))
    const control = newControlSecret()
    const server = createCommitteeServer({ tls, control, onBug: options.onBug })
    const look = (): Promise<void> => lookAround({ database, open, server, bodies, ...options })
    await look()
    const served = await listen(server, config, { hostFolder, control })
    const onLedger = async (id: string): Promise<void> => reportOf(id)?.refresh()
    const watch = watchDatabase({ postgres: config.postgres, onLedger, look, onBug: options.onBug })
    return {
      ...served,
      certificate: server.certificate,
      reports: () => [...open.keys()],
      close: async () => {
        await served.close()
        await watch.stop()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

interface OpenInstanceReport {
  readonly report: ClusterReport
  readonly close: () => void
}

interface Instance extends ClusterOptions {
  readonly database: Database
  readonly open: Map<string, OpenInstanceReport>
  readonly server: CommitteeServer
  readonly bodies: Bodies
}

/** Opens reports that were put into the database, and takes up what no notice has told. */
async function lookAround(instance: Instance): Promise<void> {
  const { database, open, onBug } = instance
  for (const head of await listReports(database)) {
    const known = open.get(head.id)
    try {
      if (known?.report.isBehind(head)) await known.report.refresh()
      if (!known) open.set(head.id, share(await openReport(database, head.id), instance))
    } catch (error) {
      // One damaged report must not keep the others shut.
      onBug(error)
    }
  }
}

function share(report: ClusterReport, { server, bodies, onShutOut }: Instance): OpenInstanceReport {
  const committee = committeeOf(report)
  const ledger = new ReportHost(keptNowhere(report.book.doc), onShutOut)
  const review = openReviewRoom(report, 'all', onShutOut)
  const leaders = openReviewRoom(report, 'leaders', onShutOut)
  const stop = server.open(report, {
    id: report.reportId,
    rooms: {
      body: bodies.roomOf(report),
      review: review.room,
      leaders: leaders.room,
      ledger: roomOf(ledger, committee, update => admitNothing(update, ledger.body)),
    },
    ...doorsOf(committee),
  })
  return {
    report,
    close: () => {
      stop()
      for (const room of [review, leaders, ledger]) room.close()
    },
  }
}

async function listen(
  server: CommitteeServer,
  { host, port, urls: known }: ClusterConfig,
  { hostFolder, control }: { hostFolder: string; control: string },
) {
  const listening = await server.listen(host, port)
  const urls = known ?? addressesOf(server, host, listening)
  // Commands of the operator come from this computer only, so through an address of its own.
  const [own] = addressesOf(server, isEverywhere(host) ? '127.0.0.1' : host, listening)
  const { certificate } = server
  const card = { urls, certificate, control: own === undefined ? null : { url: own, secret: control } }
  writeHostCard(hostFolder, card)
  return {
    urls: addressesOf(server, host, listening),
    close: async () => {
      writeHostCard(hostFolder, { ...card, control: null })
      await server.close()
    },
  }
}
