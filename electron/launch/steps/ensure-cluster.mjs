import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram } from '../machine.mjs'
import { ensureNewerNode } from '../runtime/newer-node.mjs'
import { say } from '../say.mjs'
import { words } from '../words.mjs'
import { ensureDebian } from './ensure-debian.mjs'

/** Debian keeps the server's programs out of the path, one folder for each version. */
const postgresFolder = '/usr/lib/postgresql'

const hasPostgres = () =>
  findProgram('initdb') !== null ||
  (existsSync(postgresFolder) &&
    readdirSync(postgresFolder).some(version => existsSync(join(postgresFolder, version, 'bin/initdb'))))

/** @type {import('./ensure-debian.mjs').Wish[]} */
const databases = [
  { packages: ['redis-server'], present: () => findProgram('redis-server') !== null },
  { packages: ['postgresql'], present: hasPostgres },
]

/** What a cluster's tests need. Where something cannot be had they skip, and the rest of the tests goes on. */
export async function ensureCluster() {
  try {
    await ensureNewerNode()
    await ensureDebian(databases)
  } catch (error) {
    say(words.layerSkipped(words.layers.cluster, error instanceof Error ? error.message : String(error)))
  }
}
