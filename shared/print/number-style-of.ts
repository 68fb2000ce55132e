import type { NumberStyle } from '../numbering/number-style'
import type { Fields } from '../report/fields'
import type { Profile } from './profile'

/** How a report numbers its sections: its own choice, else its profile's. */
export function numberStyleOf(
  fields: Pick<Fields, 'partStyle' | 'markStyle'>,
  profile: Profile,
): NumberStyle {
  const { partStyle, markStyle } = fields
  return {
    part: partStyle === 'ordinal' || partStyle === 'roman' ? partStyle : profile.numberStyle.part,
    mark: markStyle === 'hyphen' || markStyle === 'dot' ? markStyle : profile.numberStyle.mark,
  }
}
