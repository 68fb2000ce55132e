import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach } from 'vitest'
import { Doc } from 'yjs'
import { CommitteeHost } from '../../electron/host/committee/committee-host'
import type { Limits } from '../../electron/host/committee/limits'
import { ReportHost, type KeptDoc } from '../../electron/host/report-host/report-host'
import type { ReportStore } from '../../electron/host/store/report-store'
import { fakeCommittee, type FakeCommittee } from './fake-committee'
import { connectPeer, type Peer, type PeerOptions } from './network-peer'
import { withReportFile } from './store-fixture'

export const reportId = 'bao-cao'

interface CommitteeFixture {
  readonly store: ReportStore
  readonly body: ReportHost
  readonly review: ReportHost<KeptDoc>
  readonly leaders: ReportHost<KeptDoc>
  readonly ledger: ReportHost<KeptDoc>
  readonly committee: FakeCommittee
  readonly host: CommitteeHost
  readonly port: number
  readonly faults: unknown[]
  /** A standard client with a session of this member; Lan and Minh may edit everything. */
  readonly join: (member: string, options?: Partial<PeerOptions>) => Promise<Peer>
  /** As `join`, without waiting until it is in step. */
  readonly connect: (member: string, options?: Partial<PeerOptions>) => Peer
}

export const keptInMemory = (): KeptDoc => ({
  body: new Doc(),
  readOnly: null,
  flush: () => true,
  close: () => undefined,
})

/** A committee host on loopback over a report file of its own, for each test. */
export function withCommittee(limits: Partial<Limits> = {}, gather?: number): CommitteeFixture {
  const file = withReportFile()
  const fixture = {} as { -readonly [Name in keyof CommitteeFixture]: CommitteeFixture[Name] }
  const peers: Peer[] = []
  let server: Server
  fixture.connect = (member, options = {}) => {
    const peer = connectPeer({ port: fixture.port, reportId, session: member, ...options })
    peers.push(peer)
    return peer
  }
  fixture.join = async (member, options) => {
    const peer = fixture.connect(member, options)
    await peer.inStep()
    return peer
  }
  beforeEach(async () => {
    const faults: unknown[] = []
    const onBad = (error: unknown): void => void faults.push(error)
    const store = file.open()
    const body = new ReportHost(store, onBad, gather === undefined ? {} : { gather })
    const review = new ReportHost(keptInMemory(), onBad)
    const leaders = new ReportHost(keptInMemory(), onBad)
    const ledger = new ReportHost(keptInMemory(), onBad)
    const committee = fakeCommittee()
    for (const id of ['lan', 'minh']) committee.add(id, 'secretary')
    server = createServer()
    const host = new CommitteeHost(server, { door: committee.door, limits })
    host.share({ id: reportId, rooms: { body, review, leaders, ledger }, committee })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    Object.assign(fixture, { store, body, review, leaders, ledger, committee, host, faults })
    fixture.port = (server.address() as AddressInfo).port
  })
  afterEach(async () => {
    for (const peer of peers.splice(0)) peer.leave()
    await fixture.host.close()
    fixture.body.close()
    for (const room of [fixture.review, fixture.leaders, fixture.ledger]) room.close()
  })
  return fixture
}
