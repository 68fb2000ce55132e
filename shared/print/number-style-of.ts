import type { NumberStyle } from '../numbering/number-style'
import type { Fields } from '../report/fields'
import type { Profile } from './profile'
import { profileOf } from './profiles'

/** How a report numbers its sections: as its own fields say, else as the profile does (its own, where none is given). */
export function numberStyleOf(
  { partStyle, markStyle, profile }: Pick<Fields, 'partStyle' | 'markStyle' | 'profile'>,
  { numberStyle }: Profile = profileOf(profile),
): NumberStyle {
  return {
    part: partStyle === 'ordinal' || partStyle === 'roman' ? partStyle : numberStyle.part,
    mark: markStyle === 'hyphen' || markStyle === 'dot' ? markStyle : numberStyle.mark,
  }
}
