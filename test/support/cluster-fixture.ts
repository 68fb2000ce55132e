import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Report } from '../../shared/report/report'
import {
  ended,
  makeReport,
  memberOf,
  runProgram,
  startInstance,
  type Instance,
  type Said,
  type SharedInCluster,
} from './cluster-instance'
import { lackingForCluster, startServices, type Services } from './cluster-services'
import type { Peer } from './network-peer'

export interface ClusterFixture {
  readonly services: Services
  readonly folder: string
  /** Null where everything is there; tests skip with it. */
  readonly lacking: string | null
  readonly start: (name: string) => Promise<Instance>
  /** Puts a report into the database, with members of these roles. */
  readonly put: (report: Report, ...roles: string[]) => Promise<SharedInCluster>
  readonly du: (...args: string[]) => Promise<Said>
  /** As `du`, with the configuration of an instance. */
  readonly cluster: (...args: string[]) => Promise<Said>
}

/** A database, Redis, and as many instances as a test starts, for all tests of a file. */
export function withCluster(): ClusterFixture {
  const fixture = { lacking: lackingForCluster() } as {
    -readonly [Name in keyof ClusterFixture]: ClusterFixture[Name]
  }
  const running: ChildProcess[] = []
  const peers: Peer[] = []
  const configOf = (name: string): string => {
    const path = join(fixture.folder, `${name}.json`)
    const { postgres, redis } = fixture.services
    const own = { folder: join(fixture.folder, name), host: '127.0.0.1', port: 0 }
    writeFileSync(path, JSON.stringify({ postgres, redis, ...own }))
    return path
  }
  fixture.start = name => startInstance(configOf(name), join(fixture.folder, name), running)
  fixture.du = (...args) => runProgram(args)
  fixture.cluster = (...args) => runProgram(['cluster', ...args, '--config', configOf('a')])
  fixture.put = async (report, ...roles) => {
    const name = mkdtempSync(join(fixture.folder, 'report-'))
    const path = join(name, 'Báo cáo.duthao')
    const { id, invited } = makeReport(path, report, roles)
    const { code, err } = await fixture.cluster('put', path)
    if (code !== 0) throw new Error(err)
    const members = invited.map(({ member, secret }) =>
      memberOf({ member, secret, report: id, key: join(name, `${member}.json`), peers }),
    )
    return { id, path, member: which => members[which]! }
  }
  beforeAll(async () => {
    if (fixture.lacking) return
    fixture.folder = mkdtempSync(join(tmpdir(), 'cluster-test-'))
    fixture.services = await startServices()
  }, 60_000)
  afterAll(async () => {
    if (fixture.lacking) return
    for (const peer of peers) peer.leave()
    await Promise.all(running.map(child => ended(child, 'SIGKILL')))
    await fixture.services.stop()
    rmSync(fixture.folder, { recursive: true, force: true })
  })
  return fixture
}
