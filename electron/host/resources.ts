import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Profile } from '../../shared/print/profile'
import { defaultProfile } from '../../shared/report/fields'

// This file lies two folders below the top, and so does what the build makes of it (.build/node), also inside the
// packaged app. A package that keeps resources outside its archive has them beside it.
const beside = fileURLToPath(new URL('../../resources', import.meta.url))
const outside = join((process as { resourcesPath?: string }).resourcesPath ?? '', 'resources')
const folder = existsSync(beside) ? beside : outside

/** Absolute path of something in resources/, such as "fonts/Tinos-Bold.ttf". */
export const resourcePath = (name: string): string => join(folder, name)

let known: readonly Profile[] | null = null

/** Every layout profile that comes with the program, the default first. A profile file that is wrong is a bug. */
export function profiles(): readonly Profile[] {
  known ??= readdirSync(resourcePath('profiles'))
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => Profile.parse(JSON.parse(readFileSync(resourcePath(`profiles/${file}`), 'utf8'))))
    .sort((a, b) => Number(b.id === defaultProfile) - Number(a.id === defaultProfile))
  return known
}

/** The profile of that name, or undefined: a report may name one that this program does not have. */
export const findProfile = (id: string): Profile | undefined => profiles().find(profile => profile.id === id)

/** The profile of that name; the default one where there is none of that name. */
export function readProfile(id: string): Profile {
  const profile = findProfile(id) ?? findProfile(defaultProfile)
  if (!profile) throw new Error(`No layout profile ${defaultProfile} in ${folder}`)
  return profile
}
