import { expect, test } from 'vitest'
import { judgeEncoding } from '../../../../shared/import/legacy/judge-encoding'
import { decodeTcvn3, isTcvn3CapitalFont } from '../../../../shared/import/legacy/tcvn3'
import { decodeVni } from '../../../../shared/import/legacy/vni'

const letters = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ'
/** The same letters as bytes, in the order above, from TCVN 5712:1993. */
const tcvn3 =
  'b5 b6 b7 b8 b9 a8 bb bc bd be c6 a9 c7 c8 c9 ca cb ae cc ce cf d0 d1 aa d2 d3 d4 d5 d6 d7 d8 dc dd de ' +
  'df e1 e2 e3 e4 ab e5 e6 e7 e8 e9 ac ea eb ec ed ee ef f1 f2 f3 f4 ad f5 f6 f7 f8 f9 fa fb fc fd fe'
const fromBytes = (hex: string) => hex.split(' ').map(byte => String.fromCharCode(Number.parseInt(byte, 16)))
/** The same letters as the VNI keyboard writes them. */
const vni =
  'aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò ' +
  'oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î'

test('knows every small letter of TCVN3', () => {
  expect(fromBytes(tcvn3).map(sign => decodeTcvn3(sign))).toEqual(Array.from(letters))
})

test('knows the capitals of TCVN3, and makes the others of a capital font', () => {
  expect(decodeTcvn3(fromBytes('a1 a2 a3 a4 a5 a6 a7').join(''))).toBe('ĂÂÊÔƠƯĐ')
  expect(decodeTcvn3(fromBytes(tcvn3).join(''), true)).toBe(letters.toLocaleUpperCase('vi'))
})

test('reads TCVN3 letters that Word keeps in the plane of symbols', () => {
  expect(decodeTcvn3('\uf0ae\uf0b6ng')).toBe('đảng')
})

test('knows every letter of VNI in both cases', () => {
  expect(vni.split(' ').map(decodeVni)).toEqual(Array.from(letters))
  expect(vni.split(' ').map(sign => decodeVni(sign.toUpperCase()))).toEqual(Array.from(letters.toUpperCase()))
})

test.each([
  ['.VnTimeH', true],
  ['.VnArialH', true],
  ['.VnTime', false],
  ['.VnTimeH Bold', true],
  ['Times New Roman', false],
])('tells whether the font %s shows capitals only', (font, capitals) => {
  expect(isTcvn3CapitalFont(font)).toBe(capitals)
})

test.each([
  ['viÖt nam ®¶ng', 'legacy'],
  ['Việt Nam', 'unicode'],
  ['vie\u0323\u0302t', 'unicode'],
  ['các cá nhân', 'unsure'],
  ['Windows®', 'unsure'],
  ['plain', 'unsure'],
])('judges "%s" in a TCVN3 font as %s', (text, verdict) => {
  expect(judgeEncoding(text, 'tcvn3')).toBe(verdict)
})
