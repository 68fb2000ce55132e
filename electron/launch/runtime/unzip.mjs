import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * Unpacks the files that `rename` gives a name to, keeping who may run them. yauzl refuses names that leave the folder.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | null} rename the name inside `folder`, or null to leave the file out
 */
export async function unzip(archive, folder, rename) {
  // Not at the top: this file is loaded before the packages are installed.
  const { default: yauzl } = await import('yauzl')
  const zip = await yauzl.openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.endsWith('/') ? null : rename(entry.fileName)
    if (name === null) continue
    const file = join(folder, name)
    await mkdir(dirname(file), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode: mode || 0o644 }))
  }
}
