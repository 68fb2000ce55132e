import type { Figure, Span } from '../../figures/figure'
import { isAmount, likeFigure, near } from '../amounts'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** "2.312 đơn (khiếu nại 185; tố cáo 18; đề nghị 2.109)": the parts of a whole must make it up. */
export const partsOfWhole: PassageRule = {
  kind: 'passage',
  name: 'parts-of-whole',
  severity: 'error',
  explanation: {
    title: 'Các phần không khớp với tổng',
    finds:
      'Một tổng số và các phần được kể ra ngay sau đó, trong ngoặc hoặc sau “gồm”, cộng lại không bằng tổng; các phần sau “trong đó” cộng lại lớn hơn tổng.',
    example: 'Tiếp nhận 120 đơn (khiếu nại 30; tố cáo 10; kiến nghị 81).',
    silent:
      'Khi chỉ kể một phần, khi tổng là số ước lượng (“trên”, “khoảng”), khi đơn vị tính khác nhau, hoặc sau “trong đó” mà các phần cộng lại nhỏ hơn tổng.',
  },
  check: passage => passage.numbers.figures.flatMap((whole, index) => checkWhole(passage, whole, index)),
}

interface Parts {
  /** `all`: the text says that nothing is left out. `listed`: it seems so. `some`: it says that there may be more. */
  readonly kind: 'all' | 'listed' | 'some'
  readonly figures: readonly Figure[]
}

function checkWhole(passage: Passage, whole: Figure, index: number): Finding[] {
  if (!isWhole(whole)) return []
  const parts = partsAfter(passage, whole, index)
  if (!parts || parts.figures.length < 2 || makesUp(parts.figures, whole.low)) return []
  const sum = sumOf(parts.figures)
  if (sum < whole.low && !(parts.kind === 'all' || (parts.kind === 'listed' && sum >= whole.low * nearlyAll)))
    return []
  return isSure(whole, parts, sum > whole.low) ? [findingOf(passage, whole, parts.figures, sum)] : []
}

/** A list in brackets that makes up less of its whole than this names some of its parts only. */
const nearlyAll = 0.85

const isWhole = ({ low, high, change, per, unit }: Figure): boolean =>
  low === high && change === '' && per === '' && unit !== '' && unit !== '%'

const sumOf = (figures: readonly Figure[]): number => figures.reduce((total, part) => total + part.low, 0)

/** Whether the parts, or the first of them, are the whole: what follows may speak of something else. */
function makesUp(parts: readonly Figure[], whole: number): boolean {
  const isFine = parts.every(({ step }) => step >= 1)
  const slack = isFine ? 0 : (parts.length * Math.max(...parts.map(({ step }) => step))) / 2
  return parts.some((_, index) => {
    const sum = sumOf(parts.slice(0, index + 1))
    return index > 0 && (near(sum, whole) || Math.abs(sum - whole) <= slack)
  })
}

/** "Trên 100 đơn" may well be 104; parts that are themselves estimates prove nothing. */
function isSure(whole: Figure, { figures }: Parts, isMore: boolean): boolean {
  if (figures.some(({ modality }) => modality !== 'exact')) return false
  if (whole.modality === 'exact') return true
  return isMore && (whole.modality === 'at-most' || whole.modality === 'less' || whole.modality === 'nearly')
}

function findingOf(passage: Passage, whole: Figure, parts: readonly Figure[], sum: number): Finding {
  const [computed, found] = [likeFigure(sum, whole), likeFigure(whole.low, whole)]
  return {
    rule: partsOfWhole.name,
    severity: 'error',
    message: `Các phần cộng lại là ${computed}, tổng ghi ${found}.`,
    places: [
      placeIn(passage, whole),
      placeIn(passage, { from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 }),
    ],
    computed,
    found,
  }
}

const opening = /^[^.;:()\d]{0,60}\(/u
const naming =
  /^[^.;()\d]{0,80}?(?:,\s*|:\s*|\s+)(?<word>trong đó|gồm có|bao gồm|gồm|chia ra|cụ thể)(?:\s+có)?\s*:?/iu

function partsAfter(passage: Passage, whole: Figure, index: number): Parts | undefined {
  const { text } = passage
  const sentence = passage.sentences.find(({ from, to }) => from <= whole.from && whole.to <= to)
  if (!sentence) return undefined
  const rest = text.slice(whole.to, sentence.to)
  const bracket = opening.exec(rest)
  const named = naming.exec(rest)
  if (bracket && (!named || bracket[0].length <= named[0].length)) {
    const from = whole.to + bracket[0].length
    const inside = closing(text, from)
    return inside && inBracket(passage, whole, index, inside)
  }
  if (!named) return undefined
  const from = whole.to + named[0].length
  const isSome = /trong đó|cụ thể/iu.test(named.groups?.['word'] ?? '')
  return { kind: isSome ? 'some' : 'all', figures: run(passage, whole, index, { from, to: sentence.to }) }
}

function inBracket(passage: Passage, whole: Figure, index: number, inside: Span): Parts | undefined {
  const words = passage.text.slice(inside.from, inside.to)
  const isSome =
    /(?:trong đó|có|riêng|nhất là|đạt|tăng|giảm|vượt|so với|bằng|chiếm|bình quân)(?![\p{L}\p{M}])/iu.test(
      words,
    )
  return { kind: isSome ? 'some' : 'listed', figures: run(passage, whole, index, inside) }
}

/** The figures of a list, each after a comma, a semicolon or "và"; a semicolon ends a list with commas. */
function run(passage: Passage, whole: Figure, index: number, within: Span): Figure[] {
  const figures: Figure[] = []
  let joints = ''
  for (const figure of passage.numbers.figures.slice(index + 1)) {
    if (figure.from < within.from || figure.to > within.to) break
    if (!isAmount(figure) || !sameUnit(figure, whole)) break
    const before = passage.text.slice(figures.at(-1)?.to ?? within.from, figure.from)
    if (figures.length > 0 && !joins(before, joints)) break
    if (figures.length > 0) joints += before
    figures.push(figure)
  }
  return figures
}

function joins(between: string, joints: string): boolean {
  if (/[()]/u.test(between)) return false
  if (between.includes(';')) return joints === '' || joints.includes(';')
  return /,|(?<![\p{L}\p{M}])và(?![\p{L}\p{M}])/u.test(between)
}

const sameUnit = (part: Figure, whole: Figure): boolean =>
  part.unit === whole.unit || (part.unit === '' && whole.scale === 1)

function closing(text: string, from: number): Span | undefined {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && --depth === 0) return { from, to: at }
  }
  return undefined
}
