import { expect, test } from 'vitest'
import { isDeeper } from '../../../electron/host/review/json-depth'

test('lists and objects within each other are counted, those beside each other are not', () => {
  expect(isDeeper('{"a":[{"b":[]}]}', 4)).toBe(false)
  expect(isDeeper('{"a":[{"b":[]}]}', 3)).toBe(true)
  expect(isDeeper('[[],[],{},{},[[]]]', 3)).toBe(false)
})

test('brackets in words are words, also behind a quotation mark that is written out', () => {
  expect(isDeeper('{"a":"[[[[","[{":"{{{\\"[[[","c":"\\\\"}', 1)).toBe(false)
  expect(isDeeper('["\\\\",["\\"",[0]]]', 2)).toBe(true)
})

test('words that never end are looked at once', () => {
  expect(isDeeper('"' + '\\"'.repeat(900_000), 60)).toBe(false)
})
