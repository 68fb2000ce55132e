/*
 * A committee host as a program of its own, for tests that kill it and for the bench. Arguments: report file, port (0:
 * any), ms that changes may wait for company (usual: as the program does). Everybody is let in under the name that they give, as a secretary. Says
 * "listening PORT"; answers a line on its input with "used CPU-MS MEMORY-BYTES".
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { Doc } from 'yjs'
import { CommitteeHost } from '../../../electron/host/committee/committee-host'
import { clientOwners } from '../../../electron/host/ledger/client-owners'
import { ReportHost } from '../../../electron/host/report-host/report-host'
import { openReportStore } from '../../../electron/host/store/report-store'
import { noLocks } from '../../../shared/permissions/locks'

const [path = '', port = '0', gather] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const onBad = (error: unknown): void => void process.stderr.write(`${String(error)}\n`)

const store = openReportStore(path)
const inMemory = () =>
  new ReportHost({ body: new Doc(), readOnly: null, flush: () => true, close: () => undefined }, onBad)
const server = createServer()
const host = new CommitteeHost(server, {
  door: {
    enter: ({ params }) => ({
      member: params.get('session') ?? '',
      name: params.get('session') ?? '',
      endsAt: null,
      left: () => undefined,
    }),
    answer: (_request, response) => response.end(),
  },
  limits: { messages: 1_000_000, bytes: 1e9, work: 1000, connectionsOfMember: 1000 },
})
host.share({
  id: 'bao-cao',
  rooms: {
    body: new ReportHost(store, onBad, gather === undefined ? {} : { gather: Number(gather) }),
    review: inMemory(),
    leaders: inMemory(),
    ledger: inMemory(),
  },
  committee: {
    member: id => ({ id, role: 'secretary', grants: new Map() }),
    locks: () => noLocks,
    clients: clientOwners(store),
    wrote: () => undefined,
    founder: () => null,
    onChange: () => () => undefined,
    onRevoked: () => () => undefined,
  },
})
server.listen(Number(port), '127.0.0.1', () => say(`listening ${(server.address() as AddressInfo).port}`))

createInterface({ input: process.stdin })
  .on('line', () => {
    const { user, system } = process.cpuUsage()
    say(`used ${(user + system) / 1000} ${process.memoryUsage().rss}`)
  })
  // Whoever started it is gone.
  .on('close', () => process.exit(0))
