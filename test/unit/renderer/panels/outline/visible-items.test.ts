import { expect, test } from 'vitest'
import { visibleItems } from '../../../../../renderer/panels/outline/visible-items'
import { partyStyle } from '../../../../support/number-styles'
import { outlineOf } from '../../../../../shared/outline/outline'
import { heading, sheet, text } from '../../../../support/build-report'

const outline = outlineOf(
  text(
    sheet(
      heading('part', 'Kết quả', 'p'),
      heading('letter', 'Kinh tế', 'a'),
      heading('roman', 'Công nghiệp', 'a1'),
      heading('letter', 'Xã hội', 'b'),
    ),
  ),
  partyStyle,
)
const shown = (collapsed: string[], filter = '') =>
  visibleItems(outline, new Set(collapsed) as never, filter).map(item => item.title)

test('nothing below a collapsed section is shown', () => {
  expect(shown(['a'])).toEqual(['Kết quả', 'Kinh tế', 'Xã hội'])
})

test('the filter finds without case and tones, and shows what holds a match, even collapsed', () => {
  expect(shown(['p'], 'cong')).toEqual(['Kết quả', 'Kinh tế', 'Công nghiệp'])
})

test('numbers can be searched for', () => {
  expect(shown([], 'b-')).toEqual(['Kết quả', 'Xã hội'])
})
