import { expect, test } from 'vitest'
import { countsOf, countWords } from '../../../shared/counts/counts'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { row, table, tableBlock } from '../../support/build-indicators'

test('words are what stands between spaces of any kind', () => {
  expect(countWords(' Thương mại - dịch\u00a0vụ\nđạt 21.566 tỷ\t')).toBe(8)
  expect(countWords('')).toBe(0)
})

test('text, notes that are referred to and indicator tables are counted apart and together', () => {
  const counts = countsOf(
    report({
      text: text(
        sheet(heading('part', 'Kết quả chung'), paragraph('nhanh', noteRef('n'), ', tốt'), tableBlock('t')),
      ),
      notes: { n: note('Theo báo cáo', 'số 5'), lost: note('không ai dẫn') },
      indicators: table('t', [row({ name: 'Thu ngân sách', result: '21,5' })]),
    }),
  )
  expect(counts).toMatchObject({ words: 14, textWords: 5, noteWords: 5, tableWords: 4, notes: 1, pages: 1 })
})

test('a note counts once however often it is referred to', () => {
  const twice = report({
    text: text(sheet(paragraph('a', noteRef('n')), paragraph('b', noteRef('n')))),
    notes: { n: note('một hai') },
  })
  expect(countsOf(twice)).toMatchObject({ notes: 1, noteWords: 2 })
})

test('more text means more pages', () => {
  const long = Array.from({ length: 60 }, () => paragraph('tiếng '.repeat(150)))
  expect(countsOf(report({ text: text(sheet(...long)) })).pages).toBeGreaterThan(15)
})
