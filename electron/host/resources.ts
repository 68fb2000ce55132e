import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// This file lies two folders below the top, and so does what the build makes of it (.build/node), also inside the
// packaged app. A package that keeps resources outside its archive has them beside it.
const beside = fileURLToPath(new URL('../../resources', import.meta.url))
const outside = join((process as { resourcesPath?: string }).resourcesPath ?? '', 'resources')
const folder = existsSync(beside) ? beside : outside

/** Absolute path of something in resources/, such as "fonts/Tinos-Bold.ttf". */
export const resourcePath = (name: string): string => join(folder, name)
