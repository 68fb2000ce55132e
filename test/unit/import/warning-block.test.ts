import { expect, test } from 'vitest'
import { warningBlocks } from '../../../shared/import/warning-block'

const blocks = [
  { id: 'a', text: 'Tình hình chung' },
  { id: 'b', text: 'Thu ngân sách tăng, tình hình chung ổn định' },
  { id: 'c', text: 'Nông nghiệp, nông thôn' },
]
const blockOf = warningBlocks(blocks)
const at = (place: string) => blockOf({ code: 'x', place, message: '' })

test('a warning leads to the block whose first words it quotes', () => {
  expect(at('đoạn 4 (“Tình hình chung”)')).toBe('a')
  expect(at('đoạn 9 (“Thu ngân sách tăng, tình…”)')).toBe('b')
})

test('the number that was typed before the words does not hide them', () => {
  expect(at('đoạn 12 (“2.1. Nông nghiệp, nông…”)')).toBe('c')
})

test('a warning about the whole file, or about words left out, leads nowhere', () => {
  expect(at('cả tệp')).toBeUndefined()
  expect(at('đoạn 3 (“Kính gửi”)')).toBeUndefined()
})
