import { existsSync, readFileSync } from 'node:fs'
import { inRoot } from '../paths.mjs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'
import { words } from '../words.mjs'
import { ensurePatches, hasOtherPatches } from './ensure-patches.mjs'

/**
 * Brings node_modules in step with the lock file, and with our patches.
 * @returns {Promise<void>} throws when npm fails
 */
export async function ensurePackages() {
  const isStale = packagesAreStale(read('package-lock.json'), read('node_modules/.package-lock.json'))
  if (isStale || hasOtherPatches()) await install()
  await ensurePatches()
}

/**
 * Install scripts stay off: npm 11 asks before it runs them, and none
 * is needed (esbuild and SQLite lie prebuilt in their packages, Electron is fetched by ensure-runtime).
 */
async function install() {
  say(words.installingPackages)
  const { code, text } = await run(
    'npm',
    ['ci', '--ignore-scripts', '--prefer-offline', '--loglevel=error', ...patience],
    {
      output: 'capture',
      timeout: 15 * 60_000,
      env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
    },
  )
  if (code !== 0)
    throw new Error(`${text}
${words.packagesFailed}`)
}

/** npm's own patience with a silent registry is more than five minutes for each package. */
export const patience = ['--fetch-timeout=60000', '--fetch-retries=1', '--fetch-retry-mintimeout=1000']

/**
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean }> }} Lock
 * @param {Lock | null} wanted package-lock.json
 * @param {Lock | null} installed npm's note of what it put into node_modules, written last
 * @returns {boolean}
 */
export function packagesAreStale(wanted, installed) {
  if (!installed) return true
  return Object.entries(wanted?.packages ?? {}).some(
    ([path, { version, optional }]) =>
      path !== '' && !optional && installed.packages?.[path]?.version !== version,
  )
}

/** @param {string} path */
function read(path) {
  return existsSync(inRoot(path)) ? JSON.parse(readFileSync(inRoot(path), 'utf8')) : null
}
