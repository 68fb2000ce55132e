import { findProgram, isRoot } from '../machine.mjs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'
import { words } from '../words.mjs'

/**
 * One thing wanted from Debian. `packages` are names of the same thing in different releases: the first known one is
 * installed.
 * @typedef {{ readonly packages: readonly [string, ...string[]], readonly present: () => boolean | Promise<boolean> }} Wish
 */

const network = [
  '-o',
  'Acquire::http::Timeout=20',
  '-o',
  'Acquire::Retries=1',
  '-o',
  'DPkg::Lock::Timeout=60',
]
const quiet = { output: /** @type {const} */ ('capture'), env: { DEBIAN_FRONTEND: 'noninteractive' } }

/**
 * Installs what is missing, with root only.
 * @param {readonly Wish[]} wishes
 * @returns {Promise<boolean>} whether everything is there now
 */
export async function ensureDebian(wishes) {
  const missing = await absent(wishes)
  if (missing.length === 0) return true
  const names = missing.map(wish => wish.packages[0])
  if (!isRoot || !findProgram('apt-get')) return (say(words.debianByHand(names)), false)

  say(words.installingDebian(names))
  // A fresh machine may have no list of packages yet, or one that is months old.
  await run('apt-get', [...network, 'update'], { ...quiet, timeout: 120_000 })
  const known = await Promise.all(missing.map(firstKnown))
  const { code, text } = await run(
    'apt-get',
    [...network, 'install', '-y', '--no-install-recommends', ...known],
    {
      ...quiet,
      timeout: 20 * 60_000,
    },
  )
  if (code !== 0) say(text.split('\n').slice(-5).join('\n'))
  const left = await absent(wishes)
  if (left.length > 0) say(words.debianFailed(left.map(wish => wish.packages[0])))
  return left.length === 0
}

/** @param {readonly Wish[]} wishes */
async function absent(wishes) {
  const present = await Promise.all(wishes.map(wish => wish.present()))
  return wishes.filter((_, index) => !present[index])
}

/** @param {Wish} wish */
async function firstKnown({ packages }) {
  for (const name of packages) {
    // `show` also knows names that only other packages provide, which cannot be installed by that name.
    const { code, text } = await run('apt-cache', ['show', name], quiet)
    if (code === 0 && text.includes(`Package: ${name}`)) return name
  }
  return packages[0]
}
