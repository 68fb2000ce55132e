import { expect, test } from 'vitest'
import { decodeText } from '../../../electron/host/import/decode-text'
import { importBytes } from '../../../electron/host/import/import-bytes'

const words = 'Đảng bộ thành phố\nbáo cáo năm nay và phương hướng'
const utf16 = (text: string, swapped = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return swapped ? bytes.swap16() : bytes
}

test.each([
  ['UTF-8', Buffer.from(words)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`)],
  ['UTF-16 little endian', utf16(`\ufeff${words}`)],
  ['UTF-16 big endian', utf16(`\ufeff${words}`, true)],
  ['UTF-16 without a mark', utf16(words)],
  ['UTF-16 big endian without a mark', utf16(words, true)],
])('%s is read', (_, bytes) => {
  expect(decodeText(bytes, 'a.txt')).toBe(words)
})

test.each([
  ['another encoding', Buffer.from('B¸o c¸o chÝnh trÞ', 'latin1'), /UTF-8/],
  ['a binary file', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256), /không phải văn bản/],
  ['text with control characters', Buffer.from('a\u0001b\u0002c'.repeat(100)), /không phải văn bản/],
  ['nothing but spaces', Buffer.from(' \n\t\n'), /rỗng/],
  ['a text of too many lines', Buffer.from('\n'.repeat(200_001) + 'x'), /200 000 dòng/],
])('%s is refused with the reason', (_, bytes, reason) => {
  expect(() => decodeText(bytes, 'a.txt')).toThrow(reason)
})

test.each([
  ['an empty file', '', 'a.docx', /rỗng/],
  ['text that calls itself Word', 'Không phải Word', 'a.docx', /không phải là tệp Word/],
  ['an old Word file that calls itself text', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a.txt', /đời cũ/],
])('%s is refused by its bytes', async (_, content, name, reason) => {
  await expect(importBytes(Buffer.from(content, 'latin1'), name)).rejects.toThrow(reason)
})

test('progress names its steps', async () => {
  const steps: string[] = []
  await importBytes(Buffer.from(words), 'a.txt', ({ step, done, of }) => steps.push(`${done}/${of} ${step}`))
  expect(steps).toEqual(['0/3 Đang đọc tệp', '1/3 Đang nhận dạng cấu trúc', '2/3 Đang hoàn tất'])
})
