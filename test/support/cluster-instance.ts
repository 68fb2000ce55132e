import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { hostFolderOf, readHostCard } from '../../electron/host/identity/host-card'
import { openIdentity } from '../../electron/host/identity/identity'
import { command, join as joinHost, openSession } from '../../electron/host/identity/peer'
import { findHost, type PinnedHost } from '../../electron/host/identity/pinned'
import { LedgerHost } from '../../electron/host/ledger/ledger-host'
import { createReportFile } from '../../electron/host/store/report-file'
import { openReportStore } from '../../electron/host/store/report-store'
import { findNewerNode } from '../../electron/launch/runtime/newer-node.mjs'
import type { Report } from '../../shared/report/report'
import { endWithUs } from './cluster-services'
import { invite, operator } from './ledger-fixture'
import { connectPeer, type Peer, type PeerOptions } from './network-peer'

// The built command line (npm run build makes it), under the Node that a cluster needs.
const program = '.build/node/cli.js'

export interface Instance {
  readonly url: string
  readonly port: number
  /** Gives the ledger a command as this computer's operator, through this instance. */
  readonly command: (report: string, asked: object) => ReturnType<typeof command>
  /** As a power cut would. */
  readonly kill: () => Promise<void>
  /** Tells it to stop; resolves with its exit code. */
  readonly stop: () => Promise<number | null>
  readonly errors: () => string
}

export interface ClusterMember {
  readonly id: string
  /** A standard client, with a session of that instance. */
  readonly connect: (instance: Instance, options?: Partial<PeerOptions>) => Promise<Peer>
  /** As `connect`, and in step. */
  readonly enter: (instance: Instance, options?: Partial<PeerOptions>) => Promise<Peer>
}

export interface SharedInCluster {
  readonly id: string
  readonly path: string
  readonly member: (which: number) => ClusterMember
}

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A report file with invited members of these roles, all in its ledger. */
export function makeReport(path: string, report: Report, roles: readonly string[]) {
  createReportFile(path, report)
  const store = openReportStore(path)
  const ledger = new LedgerHost(store)
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  const invited = roles.map((role, which) => {
    const reply = ledger.run(invite(role, `Đồng chí ${which + 1}`, { expires }), operator)
    if (!reply.ok) throw new Error(reply.message)
    return { member: reply.member!, secret: reply.secret! }
  })
  store.close()
  return { id: store.reportId, invited }
}

interface Invited {
  readonly member: string
  readonly secret: string
  readonly report: string
  readonly key: string
  readonly peers: Peer[]
}

export function memberOf({ member, secret, report, key, peers }: Invited): ClusterMember {
  let hasJoined = false
  const tokenAt = async (host: PinnedHost): Promise<string> => {
    const identity = openIdentity(key)
    if (!hasJoined) await joinHost(host, secret, identity)
    hasJoined = true
    return (await openSession(host, report, identity)).token
  }
  const connect: ClusterMember['connect'] = async (instance, options = {}) => {
    const session = await tokenAt(await findHost(instance.url, 'loopback'))
    const peer = connectPeer({ port: instance.port, reportId: report, session, ...options })
    peers.push(peer)
    return peer
  }
  return {
    id: member,
    connect,
    enter: async (...asked) => {
      const peer = await connect(...asked)
      await peer.inStep()
      return peer
    },
  }
}

export function startInstance(config: string, folder: string, running: ChildProcess[]): Promise<Instance> {
  const child = spawn(findNewerNode()!, [program, 'serve', '--cluster', config, '--json'])
  running.push(child)
  endWithUs(child)
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The instance ended: ${errors}`)))
    createInterface({ input: child.stdout }).once('line', line => {
      const url = (JSON.parse(line) as { urls: string[] }).urls[0]!
      resolve({
        url,
        port: Number(new URL(url).port),
        command: (report, asked) => command(readHostCard(hostFolderOf(folder))!, report, asked),
        kill: async () => {
          await ended(child, 'SIGKILL')
        },
        stop: () => ended(child, 'SIGTERM'),
        errors: () => errors,
      })
    })
  })
}

export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    child.once('exit', resolve)
    child.kill(signal)
  })
}

export function runProgram(args: readonly string[]): Promise<Said> {
  return new Promise(resolve => {
    execFile(findNewerNode()!, [program, ...args], (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })
}
