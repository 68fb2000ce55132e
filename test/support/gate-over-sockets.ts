import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'
import { Doc } from 'yjs'
import { CommitteeHost } from '../../electron/host/committee/committee-host'
import { ReportHost, type KeptDoc } from '../../electron/host/report-host/report-host'
import { keyOf } from '../../electron/host/gate/sections'
import { sectionFingerprint } from '../../shared/approvals/section-fingerprint'
import type { BlockId } from '../../shared/report/ids'
import { readReport } from '../../shared/sync/read-report'
import { writeReport } from '../../shared/sync/write-report'
import { keptInMemory, reportId } from './committee-fixture'
import { fakeCommittee, type FakeCommittee } from './fake-committee'
import { gateReport } from './gate-report'
import { connectPeer, type Peer } from './network-peer'
import { blockIn } from './shared-blocks'

interface SharedRoom {
  readonly body: KeptDoc['body']
  readonly committee: FakeCommittee
  /** A standard client with a session of this member; `client`: its client id. */
  readonly join: (member: string, client: number) => Promise<Peer>
  /** What the locked section holds, and where it stands. */
  readonly fingerprint: () => string | undefined
}

/** `gateReport()` with the section "L" locked, on a host that plain clients reach; one for all tests of a file. */
export function withLockedReport(): SharedRoom {
  const room = {} as { -readonly [Name in keyof SharedRoom]: SharedRoom[Name] }
  const hosts: ReportHost<KeptDoc>[] = []
  let server: Server
  let host: CommitteeHost
  beforeAll(async () => {
    const kept = keptInMemory()
    kept.body.clientID = 9_999
    writeReport(kept.body, gateReport())
    const open = (store: KeptDoc): ReportHost<KeptDoc> => {
      const opened = new ReportHost(store, () => undefined)
      hosts.push(opened)
      return opened
    }
    const committee = fakeCommittee()
    const [review, leaders, ledger] = [1, 2, 3].map(() => open(keptInMemory())) as [
      ReportHost<KeptDoc>,
      ReportHost<KeptDoc>,
      ReportHost<KeptDoc>,
    ]
    const rooms = { body: open(kept), review, leaders, ledger }
    for (const id of ['lan', 'minh', 'hung']) committee.add(id, 'secretary')
    committee.lock('L' as BlockId, keyOf(blockIn(kept.body, 'L').item))
    server = createServer()
    host = new CommitteeHost(server, { door: committee.door })
    host.share({ id: reportId, rooms, committee })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    Object.assign(room, { body: kept.body, committee })
    room.fingerprint = () => sectionFingerprint(readReport(kept.body), 'L' as BlockId)
    room.join = async (member, client) => {
      const doc = new Doc()
      doc.clientID = client
      const peer = connectPeer({ port, reportId, session: member, doc })
      await peer.inStep()
      return peer
    }
  })
  afterAll(async () => {
    await host.close()
    for (const each of hosts) each.close()
  })
  return room
}
