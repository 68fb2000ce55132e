import type { NumberStyle } from '../../shared/numbering/number-style'
import { Profile } from '../../shared/print/profile'
import { defaultProfile, type Fields } from '../../shared/report/fields'

const files = import.meta.glob<unknown>('../../resources/profiles/*.json', { eager: true, import: 'default' })

/** Every layout profile that comes with the program, the default first. */
export const profiles: readonly Profile[] = Object.values(files)
  .map(file => Profile.parse(file))
  .sort(
    (a, b) => Number(b.id === defaultProfile) - Number(a.id === defaultProfile) || a.id.localeCompare(b.id),
  )

/** The profile of a report; the default one where the report names none that is known. */
export function profileOf(id: string): Profile {
  const profile = profiles.find(each => each.id === id) ?? profiles[0]
  if (!profile) throw new Error('No layout profile in resources/profiles')
  return profile
}

/** How this report numbers its sections: its own choice, else its profile's. */
export function numberStyleOf(fields: Pick<Fields, 'profile' | 'partStyle' | 'markStyle'>): NumberStyle {
  const style = profileOf(fields.profile).numberStyle
  return {
    part: fields.partStyle === 'ordinal' || fields.partStyle === 'roman' ? fields.partStyle : style.part,
    mark: fields.markStyle === 'hyphen' || fields.markStyle === 'dot' ? fields.markStyle : style.mark,
  }
}
