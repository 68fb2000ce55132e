import { withoutSymbolPlane } from './tcvn3'

/*
 * VNI for Windows: a plain vowel followed by a sign that carries its tone (and circumflex or breve), and a few single
 * letters. Shown right only in fonts named VNI-….
 */

const [acute, grave, hook, tilde, dot] = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const
const [circumflex, breve] = ['\u0302', '\u0306'] as const

/** Signs for a tone alone: on every vowel but i, which has letters of its own. */
const toneSigns: Readonly<Record<string, string>> = { ù: acute, ø: grave, û: hook, õ: tilde, ï: dot }

/** On a, e, o: the circumflex, alone and with a tone. */
const circumflexSigns: Readonly<Record<string, string>> = {
  â: circumflex,
  á: circumflex + acute,
  à: circumflex + grave,
  å: circumflex + hook,
  ã: circumflex + tilde,
  ä: circumflex + dot,
}

/** On a: the breve, alone and with a tone. */
const breveSigns: Readonly<Record<string, string>> = {
  ê: breve,
  é: breve + acute,
  è: breve + grave,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + dot,
}

/** Letters in one sign; ô and ö take a tone sign after them. */
const singles: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  î: 'ỵ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
}

const signsAfter: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { ...toneSigns, ...circumflexSigns, ...breveSigns },
  e: { ...toneSigns, ...circumflexSigns },
  o: { ...toneSigns, ...circumflexSigns },
  u: toneSigns,
  y: toneSigns,
  ô: toneSigns,
  ö: toneSigns,
}

/** Text of a VNI font as Unicode. */
export function decodeVni(text: string): string {
  const written = withoutSymbolPlane(text)
  let decoded = ''
  for (let index = 0; index < written.length; index++) {
    const sign = written.charAt(index)
    const small = sign.toLowerCase()
    const mark = signsAfter[small]?.[written.charAt(index + 1).toLowerCase()]
    const letter = singles[small] ?? small
    if (mark !== undefined) index++
    decoded += sameCase(sign, `${letter}${mark ?? ''}`.normalize('NFC'))
  }
  return decoded
}

const sameCase = (sign: string, letter: string) =>
  sign === sign.toLowerCase() ? letter : letter.toLocaleUpperCase('vi')
