import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../run.mjs'
import { patience } from '../steps/ensure-packages.mjs'

/** npm counts the whole transfer: 200 MB on an office's line take longer than a package does. */
const archivePatience = ['--fetch-timeout=600000', ...patience.slice(1)]

const quiet = ['--no-save', '--no-package-lock', '--ignore-scripts', '--prefer-offline', '--loglevel=error']

/**
 * Fetches a package that is no dependency, by npm, into a folder of its own.
 * @param {string} name with its version
 * @param {string} work the folder
 * @returns {Promise<{ code: number, text: string }>} npm's answer
 */
export function fetchPackage(name, work) {
  // Npm would otherwise look for a project above it.
  writeFileSync(join(work, 'package.json'), '{ "private": true }')
  const options = { cwd: work, output: /** @type {const} */ ('capture'), timeout: 15 * 60_000 }
  return run('npm', ['install', ...quiet, ...archivePatience, name], options)
}
