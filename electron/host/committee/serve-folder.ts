import { join } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import { openCertificate } from '../identity/certificate'
import { certificatePathOf, hostFolderOf, newControlSecret, writeHostCard } from '../identity/host-card'
import { addressesOf, createCommitteeServer, type CommitteeServer } from '../sharing/committee-server'
import { isEverywhere, isLoopback } from './addresses'
import { openFolder, type Found, type OpenFolder, type FolderOptions } from './open-folder'
import { words } from './words'

export interface ServeOptions extends Omit<FolderOptions, 'recoveryFolder'> {
  readonly folder: string
  /** Where to listen: an address of this computer, or all of them (0.0.0.0). */
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** How often the folder is looked at for reports that came later, in ms. */
  readonly look?: number
  /** Hears of those: what is shared from now on, and what is not. */
  readonly onFound?: (found: Found) => void
}

export interface ServedFolder extends Found {
  /** For y-websocket: `wss://host:port`, the likeliest first. */
  readonly urls: readonly string[]
  /** sha256 of the certificate, or "loopback" where the network is this computer and nothing is encrypted. */
  readonly certificate: string
  /** Sends peers away to come back later, and puts everything on the disk. */
  readonly close: () => Promise<void>
}

const usualLook = 5000

/** Lets the committees of all reports of a folder in. Throws a Failure where it cannot listen, or has nothing to share. */
export async function serveFolder(options: ServeOptions): Promise<ServedFolder> {
  const { folder, host, port, look = usualLook, ...rest } = options
  const hostFolder = hostFolderOf(folder)
  const open = openFolder(folder, { ...rest, recoveryFolder: join(hostFolder, 'recovery') })
  const closeReports = (): void => open.reports.forEach(report => report.close())
  try {
    if (open.reports.length === 0) throw new Failure('not-found', words.noReports(folder))
    const served = await serve(open, { hostFolder, host, port, onBug: rest.onBug })
    const looking = setInterval(() => lookAgain(open, served.share, options), look)
    return {
      ...{ urls: served.urls, certificate: served.certificate, remarks: open.remarks },
      get reports() {
        return open.reports
      },
      close: async () => {
        clearInterval(looking)
        await served.close()
        closeReports()
      },
    }
  } catch (error) {
    closeReports()
    throw error
  }
}

function lookAgain(
  open: OpenFolder,
  share: CommitteeServer['share'],
  { onFound, onBug }: ServeOptions,
): void {
  try {
    const found = open.look()
    for (const { offered, shared } of found.reports) share(offered, shared)
    if (found.reports.length + found.remarks.length > 0) onFound?.(found)
  } catch (error) {
    // A folder on a share that is away for a moment: the next look may find it again.
    onBug(error)
  }
}

interface Place {
  readonly hostFolder: string
  readonly host: string
  readonly port: number
  readonly onBug: (error: unknown) => void
}

async function serve({ reports }: OpenFolder, { hostFolder, host, port, onBug }: Place) {
  const tls = isLoopback(host) ? null : openCertificate(certificatePathOf(hostFolder))
  const control = newControlSecret()
  const server = createCommitteeServer({ tls, control, onBug })
  for (const { offered, shared } of reports) server.share(offered, shared)
  const listening = await server.listen(host, port)
  const { certificate } = server
  const urls = addressesOf(server, host, listening)
  // Commands of the operator come from this computer only, so through an address of its own.
  const [own] = addressesOf(server, isEverywhere(host) ? '127.0.0.1' : host, listening)
  const card = { urls, certificate, control: own === undefined ? null : { url: own, secret: control } }
  writeHostCard(hostFolder, card)
  return {
    urls,
    certificate,
    share: server.share,
    close: async () => {
      writeHostCard(hostFolder, { ...card, control: null })
      await server.close()
    },
  }
}
