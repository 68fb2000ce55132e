import { isOnThisComputer } from '../../../shared/session/host-url'
import type { HostCertificate } from '../identity/certificate'
import { addressesOf, createCommitteeServer, type CommitteeServer } from './committee-server'

export interface SharingHostOptions {
  /** Made when the first report is shared. Throws a Failure where it cannot be read. */
  readonly certificate: () => HostCertificate
  /** Where to listen; everywhere, if not said. */
  readonly host?: string
  readonly onBug: (error: unknown) => void
}

/** A report's part in a server that is listening. */
export interface Lease {
  readonly server: CommitteeServer
  readonly port: number
  readonly urls: readonly string[]
  /** Closes the server after its last report. */
  readonly release: () => void
}

interface Listening {
  readonly server: CommitteeServer
  reports: number
}

/** The servers of a program: one for each port at which a report is shared. */
export class SharingHost {
  private readonly listening = new Map<number, Promise<Listening>>()
  private readonly closing = new Map<number, Promise<void>>()

  constructor(private readonly options: SharingHostOptions) {}

  /** Who this computer is on the network. */
  get certificate(): string {
    return this.options.certificate().fingerprint
  }

  /** Throws a Failure where the port is taken or not allowed. */
  async open(port: number): Promise<Lease> {
    const found = this.listening.get(port) ?? this.start(port)
    this.listening.set(port, found)
    try {
      const here = await found
      here.reports++
      return this.leaseOf(here, port)
    } catch (error) {
      this.listening.delete(port)
      throw error
    }
  }

  private get host(): string {
    return this.options.host ?? '0.0.0.0'
  }

  private async start(port: number): Promise<Listening> {
    await this.closing.get(port)
    const server = createCommitteeServer({ tls: this.options.certificate(), onBug: this.options.onBug })
    try {
      await server.listen(this.host, port)
    } catch (error) {
      await server.close()
      throw error
    }
    return { server, reports: 0 }
  }

  private leaseOf(here: Listening, port: number): Lease {
    let isHeld = true
    return {
      server: here.server,
      port,
      urls: reachable(addressesOf(here.server, this.host, port)),
      release: () => {
        if (!isHeld) return
        isHeld = false
        here.reports--
        if (here.reports === 0) this.close(here, port)
      },
    }
  }

  private close({ server }: Listening, port: number): void {
    this.listening.delete(port)
    const closed = server.close().catch(this.options.onBug)
    this.closing.set(port, closed)
    void closed.then(() => {
      if (this.closing.get(port) === closed) this.closing.delete(port)
    })
  }
}

/** Others look for a host under "127.0.0.1" on their own computers, and may find another one there. */
function reachable(urls: readonly string[]): readonly string[] {
  const elsewhere = urls.filter(url => !isOnThisComputer(url))
  return elsewhere.length > 0 ? elsewhere : urls
}
