import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashFile } from '../hash.mjs'
import { cacheFolder, platform } from '../machine.mjs'
import { say } from '../say.mjs'
import { words } from '../words.mjs'
import { fetchPackage } from './fetch-package.mjs'
import { newerNode } from './pins.mjs'

/** What a cluster needs (electron/host/cluster). */
const oldest = 22

/**
 * A Node that a cluster runs on: this one, or the one that was fetched. Null where there is none (yet).
 * @returns {string | null} the path of the program
 */
export function findNewerNode() {
  if (Number.parseInt(process.versions.node) >= oldest) return process.execPath
  return existsSync(fetched()) ? fetched() : null
}

/**
 * Fetches it where it is missing and can be had.
 * @returns {Promise<void>} throws when what came is not what was pinned, or nothing came
 */
export async function ensureNewerNode() {
  if (findNewerNode() || platform !== newerNode.platform) return
  say(words.fetchingNode(newerNode.version))
  const work = `${fetched()}.${String(process.pid)}`
  mkdirSync(work, { recursive: true })
  try {
    const { code, text } = await fetchPackage(newerNode.package, work)
    if (code !== 0) throw new Error(`${text}\n${words.nodeFailed}`)
    const program = join(work, newerNode.program)
    if ((await hashFile(program)) !== newerNode.hash) throw new Error(words.nodeForged)
    renameSync(program, fetched())
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const fetched = () => join(cacheFolder(), 'node', `${newerNode.version}-${newerNode.platform}`)
