import { expect, test } from 'vitest'
import { initialOf, initialsOf } from '../../../../renderer/ui/initials'

test.each([
  ['Phạm Minh Tuấn', 'PT', 'T'],
  ['  đỗ   văn  ân ', 'ĐÂ', 'Â'],
  ['Hà', 'H', 'H'],
  ['', '', ''],
])('“%s” is %s, or %s where there is room for one letter', (name, two, one) => {
  expect(initialsOf(name)).toBe(two)
  expect(initialOf(name)).toBe(one)
})
