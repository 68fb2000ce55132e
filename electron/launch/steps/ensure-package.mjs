import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hashTree } from '../hash.mjs'
import { inRoot, root } from '../paths.mjs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'
import { words } from '../words.mjs'

const parts = ['node', 'preload', 'renderer'].map(name => `.build/${name}.stamp`)
const sources = [...parts, 'resources', 'electron-builder.yml', 'package.json', 'package-lock.json']
const stamp = inRoot('dist/.stamp')

/** Where electron-builder puts the unpacked program of this computer, and how it names the program in it. */
const places = {
  linux: ['linux-unpacked', 'du-thao'],
  win32: ['win-unpacked', 'Dự Thảo.exe'],
  darwin: ['mac/Dự Thảo.app', 'Contents/MacOS/Dự Thảo'],
}

/** @returns {{ folder: string, executable: string }} */
export function packagePlace(os = process.platform) {
  const [folder = '', name = ''] = /** @type {Record<string, string[]>} */ (places)[os] ?? places.linux
  return { folder: inRoot('dist', folder), executable: inRoot('dist', folder, name) }
}

/**
 * The unpacked program, packed anew when anything in it changed. The build must be up to date.
 * @param {import('./ensure-runtime.mjs').Runtime} runtime
 * @returns {Promise<{ folder: string, executable: string }>} throws when it cannot be packed
 */
export async function ensurePackage(runtime) {
  const place = packagePlace()
  const hash = `${hashTree(root, sources)} ${runtime.version}`
  if (existsSync(place.executable) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return place
  if ((await pack(runtime, ['--dir'])) !== 0) throw new Error(words.packagingFailed)
  writeFileSync(stamp, hash)
  return place
}

/**
 * Packs with the runtime that is at hand, so that electron-builder fetches none.
 * @param {import('./ensure-runtime.mjs').Runtime} runtime
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function pack({ folder, version }, args) {
  say(words.packaging)
  const chosen = [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`]
  const cli = inRoot('node_modules/electron-builder/cli.js')
  const { code, text } = await run(process.execPath, [cli, '--publish', 'never', ...chosen, ...args], {
    output: 'capture',
    timeout: 20 * 60_000,
  })
  if (code !== 0) say(text)
  return code
}
