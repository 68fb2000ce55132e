import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** `NAME.ext` in a folder, or `NAME 2.ext` and so on where that is taken. */
export function freePath(folder: string, name: string, extension: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? '' : ` ${number}`}${extension}`)
    if (!existsSync(path)) return path
  }
}
