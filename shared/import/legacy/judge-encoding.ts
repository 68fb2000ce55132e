/** The encodings that came before Unicode, by the fonts that show them. */
export type LegacyEncoding = 'tcvn3' | 'vni'

export function encodingOfFont(font: string): LegacyEncoding | undefined {
  if (/^\.vn/i.test(font)) return 'tcvn3'
  return /^vni[- ]/i.test(font) ? 'vni' : undefined
}

export type Verdict = 'legacy' | 'unicode' | 'unsure'

/** Letters that Vietnamese has and Latin-1 has not: whoever has them writes Unicode. */
const unicodeOnly = /[ăđĩũơưạ-ỹ\u0300\u0301\u0303\u0309\u0323]/iu
/** Vietnamese letters that Latin-1 has too: as common in Unicode text as in either old encoding. */
const shared = /[àáâãèéêìíòóôõùúý]/giu

const legacySigns: Readonly<Record<LegacyEncoding, RegExp>> = {
  // The byte of "ư" is the optional hyphen, which Unicode text also holds: it proves nothing.
  tcvn3: /[\u00a1-\u00ac\u00ae\u00b5-\u00b9\u00bb-\u00beÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþ]/gu,
  vni: /[øûïöñåäëæîü]/giu,
}

const occurrences = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/**
 * Whether text in an old font really is in the old encoding. Most office files only carry the font's name as a label
 * over Unicode text, so the letters decide and never the name. One sign alone ("®") may just be that sign.
 */
export function judgeEncoding(text: string, encoding: LegacyEncoding): Verdict {
  if (unicodeOnly.test(text)) return 'unicode'
  const signs = occurrences(text, legacySigns[encoding])
  return signs >= 2 && signs * 3 >= occurrences(text, shared) ? 'legacy' : 'unsure'
}
