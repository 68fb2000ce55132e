import { expect, test } from 'vitest'
import { outlineOf } from '../../../../../shared/outline/outline'
import { placesOf } from '../../../../../renderer/panels/outline/use-rows'
import { heading, sheet, text } from '../../../../support/build-report'
import { partyStyle } from '../../../../support/number-styles'

test('each section knows its place among those beside it, also where only a part of the rows is drawn', () => {
  const { items } = outlineOf(
    text(
      sheet(
        heading('part', 'Kết quả', 'p'),
        heading('letter', 'Kinh tế', 'a'),
        heading('roman', 'Công nghiệp', 'a1'),
        heading('letter', 'Xã hội', 'b'),
        heading('roman', 'Giáo dục', 'b1'),
        heading('part', 'Nhiệm vụ', 'q'),
      ),
    ),
    partyStyle,
  )
  expect(placesOf(items).map(({ position, size }) => `${position}/${size}`)).toEqual([
    ...['1/2', '1/2', '1/1', '2/2', '1/1', '2/2'],
  ])
})
