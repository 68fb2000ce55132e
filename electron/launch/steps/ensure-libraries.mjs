import { findProgram } from '../machine.mjs'
import { run } from '../run.mjs'
import { words } from '../words.mjs'
import { ensureDebian } from './ensure-debian.mjs'

/** @type {import('./ensure-debian.mjs').Wish['packages'][]} What Electron needs of Debian 12 and 13, as the first name in each line; these bring the rest with them. */
const packages = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
]

/**
 * The shared libraries of Electron on Linux. The loader itself is asked what is missing, not the list of packages: it
 * is right on every distribution.
 * @param {string} executable
 * @returns {Promise<void>} throws when the program could not start
 */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux' || !findProgram('ldd')) return
  if ((await missingLibraries(executable)).length === 0) return
  await ensureDebian(packages.map(names => ({ packages: names, present: () => false })))
  const missing = await missingLibraries(executable)
  if (missing.length > 0) throw new Error(words.missingLibraries(missing))
}

/** @param {string} executable */
async function missingLibraries(executable) {
  const { text } = await run('ldd', [executable], { output: 'capture', timeout: 20_000 })
  return librariesNotFound(text)
}

/**
 * @param {string} answer what ldd prints
 * @returns {string[]} names of libraries
 */
export const librariesNotFound = answer =>
  [...answer.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? '')
