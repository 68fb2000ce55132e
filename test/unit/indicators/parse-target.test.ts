import { expect, test } from 'vitest'
import { parseNumber } from '../../../shared/indicators/parse-number'
import { parseTarget } from '../../../shared/indicators/parse-target'

test.each([
  ['21.566', 21566],
  ['18,05', 18.05],
  ['1.234,5', 1234.5],
  ['18.05', 18.05],
  ['55.0000', 55],
  ['0', 0],
  ['-2,5', -2.5],
  [' 100 ', 100],
])('the figure %s is read as offices mean it', (typed, value) => {
  expect(parseNumber(typed)).toBe(value)
})

test.each(['', 'mười', '1,2,3', '12 xã', '1.23.456', '90%'])('"%s" is no bare figure', typed => {
  expect(parseNumber(typed)).toBeUndefined()
})

const plain = { unit: '', change: '' }

test.each([
  ['17,5-18,5', { kind: 'range', low: 17.5, high: 18.5, falling: false, ...plain }],
  ['17,5 – 18,5 %', { kind: 'range', low: 17.5, high: 18.5, falling: false, ...plain, unit: '%' }],
  ['từ 5 đến 7', { kind: 'range', low: 5, high: 7, falling: false, ...plain }],
  ['3,0-2,0', { kind: 'range', low: 2, high: 3, falling: true, ...plain }],
  ['02-03 xã', { kind: 'range', low: 2, high: 3, falling: false, unit: 'xã', change: '' }],
  ['Tăng 10-20', { kind: 'range', low: 10, high: 20, falling: false, unit: '', change: 'up' }],
  ['Giảm 1,5%/năm', { kind: 'exact', value: 1.5, unit: '%/năm', change: 'down' }],
  ['>55.000', { kind: 'more', low: 55000, ...plain }],
  ['trên 90%', { kind: 'more', low: 90, unit: '%', change: '' }],
  ['≥ 90', { kind: 'at-least', low: 90, ...plain }],
  ['>= 90', { kind: 'at-least', low: 90, ...plain }],
  ['15%/năm trở lên', { kind: 'at-least', low: 15, unit: '%/năm', change: '' }],
  ['<1', { kind: 'less', high: 1, ...plain }],
  ['Dưới 1%', { kind: 'less', high: 1, unit: '%', change: '' }],
  ['không quá 3', { kind: 'at-most', high: 3, ...plain }],
  ['100', { kind: 'exact', value: 100, ...plain }],
  ['90%', { kind: 'exact', value: 90, unit: '%', change: '' }],
  ['ước đạt 1.250 tỷ đồng.', { kind: 'exact', value: 1250, unit: 'tỷ đồng', change: '' }],
  ['\u00a0100\u00a0', { kind: 'exact', value: 100, ...plain }],
])('the target "%s" is understood', (typed, target) => {
  expect(parseTarget(typed)).toEqual(target)
})

test.each(['3 trong 5 xã', '20 (30)', 'Hoàn thành trước 2025', '≥ 5-6', 'Loại I', '10-20-30'])(
  'the target "%s" is left to people',
  typed => {
    expect(parseTarget(typed)).toEqual({ kind: 'unparsed', text: typed })
  },
)

test('an empty cell is no target', () => {
  expect(parseTarget(' \u00a0')).toEqual({ kind: 'empty' })
})
