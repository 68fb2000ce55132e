import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const beginning = 'du-thao-test-'

/**
 * Gives this process, and all that it starts from now on, one folder for temporary files, which goes when it ends.
 * Each runner's settings call it: a test that fails, and a program that is killed as part of a test, cannot tidy up
 * after themselves. Workers, which load the settings too, stay in the folder of their runner.
 */
export function ownTemporaryFolder(): void {
  if (basename(tmpdir()).startsWith(beginning)) return
  const folder = mkdtempSync(join(tmpdir(), beginning))
  // Open to all as the system's own is: a test starts a program in another user's name.
  chmodSync(folder, 0o1777)
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder })
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
}
