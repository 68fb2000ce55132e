import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder, platform } from '../machine.mjs'
import { inRoot } from '../paths.mjs'
import { answers } from '../probe.mjs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'
import { words } from '../words.mjs'
import { officialSource } from './pins.mjs'

const wrapper = inRoot('node_modules/electron')
const day = 24 * 60 * 60_000

export const officialFolder = join(wrapper, 'dist')

/** @returns {string} the version that package.json lists */
export const officialVersion = () => JSON.parse(readFileSync(join(wrapper, 'package.json'), 'utf8')).version

/** Whether the official runtime lies where its package keeps it, in the version that is wanted. */
export function hasOfficial() {
  const note = join(officialFolder, 'version')
  return (
    existsSync(note) &&
    existsSync(join(wrapper, 'path.txt')) &&
    readFileSync(note, 'utf8').trim().replace(/^v/, '') === officialVersion()
  )
}

/** Whether the electron package has its archive from an earlier time; then it asks nobody. */
export function hasArchive() {
  const cache = process.env['electron_config_cache'] ?? electronCache()
  if (!existsSync(cache)) return false
  const name = `electron-v${officialVersion()}-${platform}.zip`
  return readdirSync(cache).some(folder => existsSync(join(cache, folder, name)))
}

/** Beside ours, in the place that @electron/get chooses. */
const electronCache = () =>
  join(dirname(cacheFolder()), 'electron', process.platform === 'win32' ? 'Cache' : '')

/**
 * Lets the electron package fetch its own runtime (it checks the hash and keeps the archive in Electron's cache).
 * @returns {Promise<boolean>} whether it is there now
 */
export async function fetchOfficial() {
  const source = process.env['ELECTRON_MIRROR'] ?? officialSource
  const host = new URL(source).host
  if (!hasArchive() && !(await answers(source))) {
    say(words.officialUnreachable(host))
    return noteFailure()
  }
  say(words.fetchingOfficial(officialVersion(), host))
  const { code } = await run(process.execPath, [join(wrapper, 'install.js')], {
    output: 'capture',
    timeout: 5 * 60_000,
  })
  if (code === 0 && hasOfficial()) return true
  say(words.officialFailed)
  return noteFailure()
}

const failureNote = () => join(cacheFolder(), 'electron', 'official-unreachable')

function noteFailure() {
  mkdirSync(dirname(failureNote()), { recursive: true })
  writeFileSync(failureNote(), officialVersion())
  // A fetch that was cut off leaves part of the runtime behind, which would look installed to the electron package.
  rmSync(officialFolder, { recursive: true, force: true })
  return false
}

/** Once a day is enough to ask a host that did not answer; in between a start takes no time for it. */
export function failedToday(now = Date.now()) {
  const note = failureNote()
  return (
    existsSync(note) && readFileSync(note, 'utf8') === officialVersion() && now - statSync(note).mtimeMs < day
  )
}
