import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * The sha256 of a file, in hex, read in pieces (the runtime's archive has 200 MB).
 * @param {string} path
 * @returns {Promise<string>}
 */
export async function hashFile(path) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/**
 * One hash over names and contents of files and folders. A missing one counts as empty.
 * @param {string} root the names are taken relative to it
 * @param {readonly string[]} paths relative to `root`
 * @returns {string} hex
 */
export function hashTree(root, paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(path => filesBelow(join(root, path)))) {
    const content = readFileSync(file)
    hash.update(`${relative(root, file)}\0${String(content.length)}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]} files, sorted, so that two machines agree
 */
function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap(name => filesBelow(join(path, name)))
}
