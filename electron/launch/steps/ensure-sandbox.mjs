import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findProgram, isRoot } from '../machine.mjs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'
import { words } from '../words.mjs'

/**
 * Chromium's sandbox: on wherever it can be, and never switched off in silence.
 * @param {string} executable
 * @returns {Promise<string[]>} switches for Electron; throws where an ordinary account cannot have a sandbox
 */
export async function sandboxSwitches(executable) {
  if (process.platform !== 'linux') return []
  if (isRoot) {
    say(words.sandboxOff)
    return ['--no-sandbox']
  }
  const helper = join(dirname(executable), 'chrome-sandbox')
  if (!(await hasUserNamespaces()) && !isSetuidRoot(helper)) throw new Error(words.sandboxImpossible(helper))
  return []
}

/** What Chromium prefers; some distributions keep it from ordinary accounts. */
async function hasUserNamespaces() {
  if (!findProgram('unshare')) return false
  return (await run('unshare', ['-Ur', 'true'], { output: 'capture', timeout: 5000 })).code === 0
}

/** @param {string} file */
function isSetuidRoot(file) {
  if (!existsSync(file)) return false
  const { uid, mode } = statSync(file)
  return uid === 0 && (mode & 0o4000) !== 0
}
