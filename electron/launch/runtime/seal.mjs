import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { hashFile } from '../hash.mjs'

const sealName = '.seal.json'

/** @typedef {{ size: number, modified: number, hash: string }} Mark */

/**
 * Notes every file of a folder, as the last step of filling it: a folder without its seal is half-written.
 * @param {string} folder
 */
export async function seal(folder) {
  /** @type {Record<string, Mark>} */
  const marks = {}
  for (const name of filesIn(folder)) {
    const { size, mtimeMs } = statSync(join(folder, name))
    marks[name] = { size, modified: mtimeMs, hash: await hashFile(join(folder, name)) }
  }
  writeFileSync(join(folder, sealName), JSON.stringify(marks, null, 1))
}

/**
 * Whether a sealed folder is still whole. Only files whose size or time differ are read again (hashing all 260 MB at each
 * start would take most of a second); files added later do no harm.
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
export async function isIntact(folder) {
  const note = join(folder, sealName)
  if (!existsSync(note)) return false
  const marks = Object.entries(/** @type {Record<string, Mark>} */ (readSeal(note)))
  for (const [name, mark] of marks) {
    if (!(await isUnchanged(join(folder, name), mark))) return false
  }
  return marks.length > 0
}

/** A seal that is not JSON was cut short while being written, and vouches for nothing. @param {string} note */
function readSeal(note) {
  const text = readFileSync(note, 'utf8')
  return text.endsWith('}') ? JSON.parse(text) : {}
}

/** @param {string} file @param {Mark} mark */
async function isUnchanged(file, { size, modified, hash }) {
  if (!existsSync(file)) return false
  const now = statSync(file)
  if (now.size !== size) return false
  return now.mtimeMs === modified || (await hashFile(file)) === hash
}

/** @param {string} folder @returns {string[]} relative names */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== sealName)
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
