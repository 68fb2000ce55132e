import type { Figure } from '../figures/figure'
import { perText, type PassageText } from './passage'

/*
 * Of what a figure speaks: the words of its clause, without those that would stand beside any figure. Compared as sets
 * of syllables; spellings of one sound (thuỷ, thủy) are one.
 */

/** Words that say nothing of what is measured. */
const empty = new Set(
  (
    'và của các những có được là đã đang sẽ đạt còn chiếm bằng ước khoảng trên dưới hơn gần trong ngoài với về tại ở cho ' +
    'theo từ đến tới năm nay hiện tính cả toàn mỗi hằng hàng giai đoạn nhiệm kỳ cuối đầu kỳ tỷ tỉ lệ số mức tổng tốc độ ' +
    'lên xuống tăng giảm bình quân trung thực hiện kết quả thì mà như này đó nhất địa bàn thành phố tỉnh huyện xã phường ' +
    'công nhận danh hiệu tiêu chuẩn duy trì nâng phấn đấu ổn định qua so cùng thời điểm một'
  ).split(' '),
)

const tones: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

/** One spelling for old and new places of the tone: "thuỷ" is "thủy", "hoá" is "hóa". */
export const plainTone = (word: string): string =>
  word.replace(/(?<!q)(?:oà|oá|oả|oã|oạ|uỳ|uý|uỷ|uỹ|uỵ)$/u, found => tones[found] ?? found)

/** The telling words of a text, in order. */
export const tellingWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).map(plainTone).filter(word => !empty.has(word))

/** How many words before and after a figure can speak of it. */
const before = 160
const after = 90
const edge = /[;.:!?\n]/u

export interface Subject {
  /** Of the clause before the figure. */
  readonly before: readonly string[]
  /** Of what follows it up to the next comma or figure. */
  readonly after: readonly string[]
  /** Both. */
  readonly all: ReadonlySet<string>
}

/** The subjects of a passage's figures, in their order. */
export const subjectsOf = perText((passage): readonly Subject[] =>
  passage.numbers.figures.map((figure, index) => subjectOf(passage, figure, index)),
)

function subjectOf({ text, numbers }: PassageText, figure: Figure, index: number): Subject {
  const previous = numbers.figures[index - 1]?.to ?? 0
  const next = numbers.figures[index + 1]?.from ?? text.length
  const words = {
    before: tellingWords(clauseBefore(text, Math.max(previous, figure.from - before), figure.from)),
    after: tellingWords(
      text.slice(figure.to, Math.min(next, figure.to + after)).split(/[,;.:()!?\n]/u)[0] ?? '',
    ),
  }
  return { ...words, all: new Set([...words.before, ...words.after]) }
}

function clauseBefore(text: string, from: number, to: number): string {
  const words = text.slice(from, to)
  let start = 0
  for (let at = words.length - 1; at >= 0; at--)
    if (edge.test(words[at] ?? '') || words[at] === '(') {
      start = at + 1
      break
    }
  const clause = words.slice(start)
  // A comma parts clauses, but not "nông, lâm nghiệp": the last piece alone where it is long enough to be one.
  const comma = clause.lastIndexOf(',')
  return comma >= 0 && tellingWords(clause.slice(comma)).length >= 3 ? clause.slice(comma + 1) : clause
}

/** How much of a name stands in some words: 0 to 1; all of an empty one. */
export function coverage(name: readonly string[], words: ReadonlySet<string>): number {
  return name.length === 0 ? 1 : name.filter(word => words.has(word)).length / name.length
}
