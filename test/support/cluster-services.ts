import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { findNewerNode } from '../../electron/launch/runtime/newer-node.mjs'

/** PostgreSQL and Redis of the system, on loopback, with everything they write in a folder that goes with them. */
export interface Services {
  readonly postgres: string
  readonly redis: string
  /** Ends the database as a power cut of its machine would, and starts it again when the returned function is called. */
  readonly cutDatabase: () => Promise<() => Promise<void>>
  readonly stop: () => Promise<void>
}

/** What the tests of a cluster lack here, in words; null where nothing is lacking. */
export function lackingForCluster(): string | null {
  const lacking = [
    findNewerNode() === null ? 'Node.js 22' : [],
    findPostgres() === null ? 'postgresql' : [],
    findRedis() === null ? 'redis-server' : [],
  ].flat()
  return lacking.length > 0 ? `Thiếu: ${lacking.join(', ')}` : null
}

export async function startServices(): Promise<Services> {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-services-'))
  const [port, redisPort] = [await freePort(), await freePort()]
  const owner = databaseOwner()
  for (const path of [tmpdir(), folder]) chmodSync(path, 0o711)
  const data = join(folder, 'data')
  execFileSync('mkdir', [data])
  if (owner) chownSync(data, owner.uid, owner.gid)
  const programs = findPostgres()!
  const database = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-locale', '--no-sync']
  execFileSync(join(programs, 'initdb'), database, { ...owner, cwd: '/', stdio: 'ignore' })
  const startDatabase = async (): Promise<ChildProcess> => {
    const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
    const args = ['-D', data, '-p', String(port), ...settings]
    const child = spawn(join(programs, 'postgres'), args, { ...owner, cwd: '/', stdio: 'ignore' })
    endWithUs(child)
    await answers(port)
    return child
  }
  let postgres = await startDatabase()
  const redisSettings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
  const redis = spawn(findRedis()!, ['--port', String(redisPort), ...redisSettings], { stdio: 'ignore' })
  endWithUs(redis)
  await answers(redisPort)
  return {
    postgres: `postgres://postgres@127.0.0.1:${port}/postgres`,
    redis: `redis://127.0.0.1:${redisPort}`,
    cutDatabase: async () => {
      await end(postgres, 'SIGQUIT')
      return async () => {
        postgres = await startDatabase()
      }
    },
    stop: async () => {
      await Promise.all([end(postgres, 'SIGQUIT'), end(redis, 'SIGKILL')])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Also where a run is broken off before it could tidy up. */
export const endWithUs = (child: ChildProcess): void => {
  process.once('exit', () => child.kill('SIGKILL'))
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

/** Debian keeps the server's programs out of the path, one folder for each version. */
function findPostgres(): string | null {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root) : []
  const folders = [...versions.map(version => join(root, version, 'bin')), ...pathFolders()]
  return folders.find(folder => existsSync(join(folder, 'initdb'))) ?? null
}

const findRedis = (): string | null =>
  pathFolders()
    .map(folder => join(folder, 'redis-server'))
    .find(existsSync) ?? null

const pathFolders = (): string[] => (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)

/** PostgreSQL refuses to run as root; its package brings a user of its own. */
function databaseOwner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

async function answers(port: number): Promise<void> {
  const tries = 300
  for (let attempt = 0; attempt < tries; attempt++) {
    if (await canConnect(port)) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`Nothing listens at ${port}`)
}

function canConnect(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => socket.destroy())
    socket.once('connect', () => socket.destroy())
  })
}
