import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { serveFolder, type ServedFolder } from '../../../electron/host/committee/serve-folder'
import { openIdentity } from '../../../electron/host/identity/identity'
import { joinCommittee } from '../../../electron/host/peer/join-committee'
import { createReportFile, readReportFile } from '../../../electron/host/store/report-file'
import { toInvitationLink } from '../../../shared/session/invitation'
import { buildChild } from '../../support/build-child'
import { startChildHost, type ChildHost } from '../../support/child-host'
import { invite, operator } from '../../support/ledger-fixture'
import { everyMark, isSoundFile } from '../../support/marks'
import { randomFrom } from '../../support/random'
import { sampleReport } from '../../support/store-fixture'

// CRASHES=200 runs more, SEED=n others.
const kills = Number(process.env['CRASHES'] ?? 8)
const seed = Number(process.env['SEED'] ?? 11)
const names = ['lan', 'minh', 'hung']
const usable = 120_000

/** A member's computer. */
interface Member {
  readonly path: string
  readonly key: string
  next: number
  /** Of all its lives: what its own file holds, and what the host has confirmed. */
  readonly saved: Set<number>
  readonly confirmed: Set<number>
  readonly said: string[]
  child: ChildProcess | null
}

let folder = ''
let hostFile = ''
let programs: { host: string; member: string }
let host: ChildHost
const members: Member[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-committee-'))
  mkdirSync(join(folder, 'host'))
  hostFile = join(folder, 'host', 'Báo cáo.duthao')
  createReportFile(hostFile, sampleReport())
  programs = { host: await buildChild('served-folder'), member: await buildChild('member') }
  const port = await inviteMembers()
  host = await startChildHost(programs.host, [join(folder, 'host'), String(port)])
}, usable)
afterAll(async () => {
  for (const member of members) await killMember(member)
  await host.kill()
  rmSync(folder, { recursive: true, force: true })
})

/** Lets everybody join, and tells on which port. */
async function inviteMembers(): Promise<number> {
  const fail = (error: unknown): void => expect.fail(String(error))
  const served = await serveFolder({
    ...{ folder: join(folder, 'host'), host: '127.0.0.1', port: 0, onShutOut: fail, onBug: fail },
  })
  for (const name of names) members.push(await joinAs(name, served))
  await served.close()
  return Number(new URL(served.urls[0]!).port)
}

async function joinAs(name: string, { reports, urls, certificate }: ServedFolder): Promise<Member> {
  const { ledger } = reports[0]!
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  const reply = ledger.run(invite('secretary', name, { expires }), operator)
  if (!reply.ok) throw new Error(reply.message)
  const key = join(folder, `${name}.json`)
  const path = join(folder, `${name}.duthao`)
  const link = toInvitationLink({
    ...{ kind: 'duthao-invite', version: 1, urls: [...urls], report: ledger.reportId, certificate },
    ...{ secret: reply.secret!, expires },
  })
  await joinCommittee(link, {
    identity: openIdentity(key),
    onStep: () => undefined,
    signal: new AbortController().signal,
    findReplica: () => null,
    pathFor: () => path,
  })
  const next = members.length + 1
  return { path, key, next, saved: new Set(), confirmed: new Set(), said: [], child: null }
}

/** Starts a member's program; it types marks of its own from where it stopped. */
function startMember(member: Member): void {
  const first = member.next
  const args = [programs.member, member.path, member.key, String(first), String(names.length)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const upTo = (last: number, into: Set<number>): void => {
    for (let mark = first; mark <= last; mark += names.length) into.add(mark)
  }
  member.child = child
  child.stderr.on('data', (chunk: Buffer) => member.said.push(`error ${chunk.toString()}`))
  createInterface({ input: child.stdout }).on('line', line => {
    const [what, number = '0'] = line.split(' ')
    if (what === 'typed') member.next = Number(number) + names.length
    else if (what === 'saved') upTo(Number(number), member.saved)
    else if (what === 'confirmed') upTo(Number(number), member.confirmed)
    else member.said.push(line)
  })
}

async function killMember({ child }: Member): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  // Also what it still said is read.
  const gone = new Promise(resolve => child.once('close', resolve))
  child.kill('SIGKILL')
  await gone
}

const missing = (wanted: ReadonlySet<number>, found: ReadonlySet<number>): number[] =>
  [...wanted].filter(mark => !found.has(mark))

async function killHost(): Promise<void> {
  const { port } = host
  await host.kill()
  // Nobody was refused anything: a refused member starts anew from the host's report, and its count with it.
  expect([host.errors(), ...members.flatMap(({ said }) => said)]).toEqual([''])
  const found = everyMark(hostFile)
  for (const { confirmed } of members) expect(missing(confirmed, found)).toEqual([])
  expect(isSoundFile(hostFile)).toBe(true)
  host = await startChildHost(programs.host, [join(folder, 'host'), String(port)])
}

async function killAndRestart(member: Member): Promise<void> {
  await killMember(member)
  expect(missing(member.saved, everyMark(member.path))).toEqual([])
  expect(isSoundFile(member.path)).toBe(true)
  startMember(member)
}

test(
  `${kills} kills of the host and of members at random lose nothing that was saved or confirmed`,
  { timeout: usable + kills * 20_000 },
  async () => {
    const random = randomFrom(seed)
    members.forEach(startMember)
    for (let kill = 0; kill < kills; kill++) {
      const before = members.map(({ confirmed }) => confirmed.size)
      // Mostly after some time in step; sometimes at once, while everybody is still finding each other.
      if (random() < 0.6)
        await vi.waitFor(
          () =>
            members.forEach(({ confirmed, said }, at) => {
              // Who is no longer running would be waited for in vain.
              expect(said).toEqual([])
              expect(confirmed.size).toBeGreaterThan(before[at]!)
            }),
          { timeout: 60_000, interval: 50 },
        )
      await new Promise(resolve => setTimeout(resolve, random() * 700))
      if (random() < 0.5) await killHost()
      else await killAndRestart(members[Math.floor(random() * members.length)]!)
    }
    for (const { child } of members) child?.stdin?.write('\n')
    await vi.waitFor(() => members.forEach(({ said }) => expect(said).toContain('done')), {
      timeout: 60_000,
      interval: 100,
    })
    for (const member of members) await killMember(member)
    await host.kill()
    const found = everyMark(hostFile)
    for (const { saved, confirmed } of members)
      expect(missing(new Set([...saved, ...confirmed]), found)).toEqual([])
    for (const { path, said } of members) {
      expect(readReportFile(path).text.textContent).toBe(readReportFile(hostFile).text.textContent)
      // Nobody was refused anything.
      expect([...new Set(said)]).toEqual(['done'])
    }
    console.log(`${kills} kills, ${found.size} marks`)
  },
)
