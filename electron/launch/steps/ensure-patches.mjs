import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../paths.mjs'
import { run } from '../run.mjs'
import { words } from '../words.mjs'

/** Where our changes to other people's packages are kept: beside the code that needs them. */
export const patchFolder = 'renderer/editor/sync/patches'

/**
 * @typedef {{ stamp: string, wanted: string, installed: string | null }} Patched
 * `stamp`: the file in the patched package that names the patch, so that it goes when the package is put in anew.
 */

/**
 * Applies the patches that the packages lack. Also what npm runs after an installation by hand.
 * @returns {Promise<void>} throws when a patch does not fit
 */
export async function ensurePatches() {
  const lacking = patches().filter(({ wanted, installed }) => wanted !== installed)
  if (lacking.length === 0) return
  const { code, text } = await run(
    process.execPath,
    [inRoot('node_modules/patch-package/index.js'), '--patch-dir', patchFolder, '--error-on-fail'],
    { output: 'capture', cwd: inRoot('.') },
  )
  if (code !== 0) throw new Error(`${text}\n${words.patchFailed}`)
  for (const { stamp, wanted } of lacking) writeFileSync(stamp, wanted)
}

/** Whether a package bears an earlier patch: the new one fits only the package as it came. */
export const hasOtherPatches = () =>
  patches().some(({ wanted, installed }) => installed !== null && installed !== wanted)

/** @returns {Patched[]} */
function patches() {
  return readdirSync(inRoot(patchFolder)).map(file => {
    const stamp = inRoot(join('node_modules', packageOf(file), '.patched'))
    return {
      stamp,
      wanted: createHash('sha256')
        .update(readFileSync(inRoot(join(patchFolder, file))))
        .digest('hex'),
      installed: existsSync(stamp) ? readFileSync(stamp, 'utf8') : null,
    }
  })
}

/**
 * patch-package names its files "name+1.2.3.patch" and "@scope+name+1.2.3.patch".
 * @param {string} file
 */
const packageOf = file => file.split('+').slice(0, -1).join('/')
