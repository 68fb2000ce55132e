/** A sentence of a paragraph; `from` and `to` are offsets of its letters, without the spaces behind it. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * The sentences of a Vietnamese paragraph. A sentence ends at . ! ? … ; before a space, or with its line. It goes on
 * behind shortened words ("TP. Bắc Giang", "Ng. V. An"), within figures ("1.500 tỷ") and before a small letter.
 */
export function sentencesOf(paragraph: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const end = (to: number): void => {
    const raw = paragraph.slice(from, to)
    const text = raw.trim()
    const start = from + (raw.length - raw.trimStart().length)
    if (text !== '') sentences.push({ from: start, to: start + text.length, text })
    from = to
  }
  for (const { index, 0: mark } of paragraph.matchAll(/[.!?…;]+["”’)\]]*(?=\s)|\n/gu)) {
    const to = index + mark.length
    if (mark === '\n' || endsHere(paragraph.slice(from, index), mark, paragraph.slice(to))) end(to)
  }
  end(paragraph.length)
  return sentences
}

/** Short words that a stop belongs to: titles, places, "v.v.", initials of names. */
const shortened =
  /(?:^|[\s(/])(?:TP|TX|TT|Tp|Tx|ThS|TS|PGS|GS|BS|KS|CN|Ths|v\.v|tr|đ\/c|Đ\/c|Nxb|NXB|QĐ|\p{Lu}\p{Ll}?)$/u

function endsHere(before: string, mark: string, after: string): boolean {
  if (mark.startsWith(';')) return true
  if (!mark.startsWith('.')) return true
  if (mark.length === 1 && shortened.test(before)) return false
  // A small letter goes on with the sentence; a figure may begin one.
  return !/^\s+\p{Ll}/u.test(after)
}
