import { defaultProfile } from '../report/fields'
import { Profile } from './profile'

const files = import.meta.glob<unknown>('../../resources/profiles/*.json', { eager: true, import: 'default' })

/** Every layout profile that comes with the program, the default first. A profile file that is wrong is a bug. */
export const profiles: readonly Profile[] = Object.values(files)
  .map(file => Profile.parse(file))
  .sort((a, b) => Number(b.id === defaultProfile) - Number(a.id === defaultProfile) || (a.id < b.id ? -1 : 1))

/** The profile of that name; the default one where there is none: a report may name one that this program lacks. */
export function profileOf(id: string): Profile {
  const profile = profiles.find(each => each.id === id) ?? profiles[0]
  if (!profile) throw new Error('No layout profile in resources/profiles')
  return profile
}
