import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createReportFile } from '../../electron/host/store/report-file'
import type { Role } from '../../shared/permissions/rights'
import type { Report } from '../../shared/report/report'

const cli = fileURLToPath(new URL('../../.build/node/cli.js', import.meta.url))

export interface ServedReport {
  readonly file: string
  readonly port: number
  /** The link that invites somebody, who reaches the host at that port. */
  readonly invite: (name: string, role: Role, port?: number) => Promise<string>
  /** As a power cut would. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** What it said on its error stream, over all its lives. */
  readonly errors: () => string
  /** Ends it as systemd does and throws its folder away. */
  readonly remove: () => Promise<void>
}

/** A report that the built `du-thao serve` serves on this computer, in a process of its own (`npm run build` makes it). */
export async function serveReport(report: Report): Promise<ServedReport> {
  const folder = await mkdtemp(join(tmpdir(), 'served-'))
  const file = join(folder, 'Báo cáo.duthao')
  createReportFile(file, report)
  let host: ChildProcess
  let errors = ''
  let port = 0
  const start = async (): Promise<void> => {
    const args = [cli, 'serve', '--data', folder, '--host', '127.0.0.1', '--port', String(port), '--json']
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stderr.on('data', (said: Buffer) => (errors += said.toString()))
    port = await portOf(child, () => errors)
    host = child
  }
  const duThao = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)(process.execPath, [cli, ...args])).stdout
  await start()
  return {
    file,
    port,
    invite: async (name, role, at = port) => {
      const who = ['--name', name, '--role', role, '--url', `ws://127.0.0.1:${at}`]
      return (JSON.parse(await duThao('invite', file, ...who, '--json')) as { link: string }).link
    },
    kill: () => ended(host, 'SIGKILL'),
    start,
    errors: () => errors,
    remove: async () => {
      await ended(host, 'SIGTERM')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Where it listens, as it says itself. */
function portOf(host: ChildProcess, errors: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    host.once('exit', () => reject(new Error(`The host ended: ${errors()}`)))
    host.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString()
      const port = /"ws:\/\/127\.0\.0\.1:(\d+)"/.exec(said)?.[1]
      if (port) resolve(Number(port))
    })
  })
}

async function ended(host: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return
  const gone = once(host, 'exit')
  host.kill(signal)
  await gone
}
