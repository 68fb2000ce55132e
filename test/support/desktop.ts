import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { WebSocket, type ClientOptions } from 'ws'
import { openCertificate } from '../../electron/host/identity/certificate'
import { openIdentity, type Identity } from '../../electron/host/identity/identity'
import { hostOf, join as joinHost, openSession } from '../../electron/host/identity/peer'
import { tlsOptionsOf, type PinnedHost } from '../../electron/host/identity/pinned'
import type { Port } from '../../electron/host/report-host/port'
import { ReportHost } from '../../electron/host/report-host/report-host'
import { catchRefusals, type RefusedText } from '../../electron/host/sharing/catch-refusals'
import { ReportSharing } from '../../electron/host/sharing/report-sharing'
import { SharingHost } from '../../electron/host/sharing/sharing-host'
import type { ReportStore } from '../../electron/host/store/report-store'
import { connectReport, type ConnectedReport } from '../../renderer/host/sync-port'
import { readInvitation } from '../../shared/session/invitation'
import { readHostUrl } from '../../shared/session/host-url'
import { connectPeer, type Peer } from './network-peer'
import { portPair } from './port-pair'

/** A secretary's program without its windows' pixels: one report, its host, sharing, and pages that join. */
export interface Desktop {
  readonly host: ReportHost
  readonly sharing: ReportSharing
  readonly sharingHost: SharingHost
  /** A page as the window has it. A refusal gives it a new replica, as the main process does. */
  readonly openWindow: () => Promise<Page>
  readonly refused: RefusedText[]
  readonly faults: unknown[]
  readonly close: () => void
}

export interface Page {
  now: ConnectedReport
}

export function openDesktop(store: ReportStore, folder: string, sharingHost = serverOf(folder)): Desktop {
  const faults: unknown[] = []
  const refused: RefusedText[] = []
  const onBad = (error: unknown): void => void faults.push(error)
  const host = new ReportHost(store, onBad)
  const identity = () => openIdentity(join(folder, 'keys', 'desktop.json'))
  const sharing = new ReportSharing(host, { sharing: sharingHost, identity, onShutOut: onBad })
  const handOver = async (page: { now?: ConnectedReport }): Promise<void> => {
    const [hostSide, windowSide] = portPair()
    host.serve(
      catchRefusals(hostSide, store.body, {
        onRefusal: () => void handOver(page),
        onGathered: text => refused.push(text),
      }),
    )
    const before = page.now
    page.now = await connectReport(pageEnd(windowSide))
    before?.close()
  }
  return {
    ...{ host, sharing, sharingHost, refused, faults },
    openWindow: async () => {
      const page: { now?: ConnectedReport } = {}
      await handOver(page)
      return page as Page
    },
    close: () => {
      sharing.close()
      host.close()
    },
  }
}

export const serverOf = (folder: string): SharingHost =>
  new SharingHost({
    certificate: () => openCertificate(join(folder, 'desktop', 'certificate.json')),
    onBug: error => {
      throw error
    },
  })

/** A window's end as the page has it: its `connectReport` runs here unchanged. */
function pageEnd(port: Port): MessagePort {
  const page = {
    onmessage: (_event: { data: unknown }): void => undefined,
    postMessage: (message: Uint8Array) => port.send(message),
    close: () => port.close(),
  }
  port.onMessage(data => page.onmessage({ data }))
  return page as unknown as MessagePort
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, () => resolve()))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** The computer of somebody who was invited: joined, with a key of its own. */
export interface Guest {
  readonly host: PinnedHost
  readonly identity: Identity
  readonly report: string
  readonly member: string
  /** Connects to a room with a new session, and waits until it has what is there. */
  readonly enter: (room?: string) => Promise<Peer>
}

/** `given`: link, code or file. */
export async function acceptInvitation(given: string, keyPath: string): Promise<Guest> {
  const invitation = readInvitation(given)!
  const identity = openIdentity(keyPath)
  // Every host is reached on this computer; the other addresses may not lead anywhere in a sandbox.
  const { port } = readHostUrl(invitation.urls[0]!)!
  const host = await hostOf({ ...invitation, urls: [`wss://127.0.0.1:${port}`] })
  const { report, member } = await joinHost(host, invitation.secret, identity)
  class Pinned extends WebSocket {
    constructor(address: string | URL) {
      super(address, tlsOptionsOf(host) as ClientOptions)
    }
  }
  return {
    ...{ host, identity, report, member },
    enter: async (room = 'body') => {
      const { token } = await openSession(host, report, identity)
      const peer = connectPeer({
        port,
        reportId: report,
        session: token,
        url: host.url,
        room,
        socket: Pinned,
      })
      await Promise.race([peer.inStep(), peer.ended.then(code => Promise.reject(new Error(String(code))))])
      return peer
    },
  }
}
