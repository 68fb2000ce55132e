import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { platform } from '../machine.mjs'
import { runtimesToTry } from '../runtime/choose.mjs'
import { ensureFallback, fallbackFolder } from '../runtime/fallback.mjs'
import { failedToday, fetchOfficial, hasArchive, hasOfficial, officialFolder } from '../runtime/official.mjs'
import { fallback } from '../runtime/pins.mjs'
import { words } from '../words.mjs'

/** @typedef {{ version: string, origin: 'override' | 'official' | 'fallback', folder: string, executable: string }} Runtime */

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/**
 * The Electron to run with, fetched if need be.
 * @returns {Promise<Runtime>} throws when there is none
 */
export async function ensureRuntime() {
  for (const attempt of runtimesToTry(situation())) {
    const found = await attempts[attempt]()
    if (!found) continue
    return describe(found.origin, found.folder)
  }
  throw new Error(words.noRuntime(platform))
}

const override = () => process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''

const situation = () => ({
  override: override() !== '',
  hasOfficial: hasOfficial(),
  failedToday: failedToday() && !hasArchive(),
  hasFallback: existsSync(fallbackFolder()),
  fallbackFits: platform === fallback.platform,
})

/** @typedef {{ origin: Runtime['origin'], folder: string }} Found */

/** @type {Record<ReturnType<typeof runtimesToTry>[number], () => Promise<Found | null>>} */
const attempts = {
  override: async () => ({ origin: 'override', folder: override() }),
  official: async () => ({ origin: 'official', folder: officialFolder }),
  'fetch-official': async () =>
    (await fetchOfficial()) ? { origin: 'official', folder: officialFolder } : null,
  fallback: async () => ({ origin: 'fallback', folder: await ensureFallback() }),
}

/** @param {Runtime['origin']} origin @param {string} folder @returns {Runtime} */
function describe(origin, folder) {
  const name = /** @type {Record<string, string>} */ (executables)[process.platform] ?? 'electron'
  const note = join(folder, 'version')
  const version = existsSync(note) ? readFileSync(note, 'utf8').trim().replace(/^v/, '') : '?'
  return { version, origin, folder, executable: join(folder, name) }
}
