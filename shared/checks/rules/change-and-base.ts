import type { Figure } from '../../figures/figure'
import { isRoundingOf } from '../amounts'
import { dueChange } from '../due-change'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** "Năm 2020 đạt 660 tỷ đồng, tăng 12% so với năm 2015 (600 tỷ đồng)": the change must lead from the base to the value. */
export const changeAndBase: PassageRule = {
  kind: 'passage',
  name: 'change-and-base',
  severity: 'error',
  explanation: {
    title: 'Mức tăng, giảm không khớp với số gốc nêu kèm',
    finds:
      'Một số, mức tăng hay giảm của nó và số gốc để so sánh được nêu trong một câu, mà lấy số gốc tính ra thì khác.',
    example: 'Năm 2020 thu 660 tỷ đồng, tăng 12% so với năm 2015 (600 tỷ đồng).',
    silent:
      'Khi một trong ba số là ước lượng, khi mức tăng là bình quân mỗi năm, hoặc khi chênh lệch do làm tròn.',
  },
  check: passage => passage.numbers.figures.flatMap((_, index) => checkTriple(passage, index)),
}

const yearly = /bình quân|trung bình|mỗi năm|hằng năm|hàng năm/iu
/** From the change to its base: "so với năm 2015 (", "so với năm 2015 là", "năm 2015 (". */
const toBase =
  /^\s*(?:so với|so|của|cùng kỳ)?\s*(?:cùng kỳ\s+)?(?:năm\s+(?:19|20)\d{2}|năm trước|đầu nhiệm kỳ|đầu kỳ|nhiệm kỳ trước|cùng kỳ)?\s*(?:\((?:là\s+|năm\s+(?:19|20)\d{2}\s*(?:là|:)?\s*)?|là\s+)$/iu
/** From a value to the base that it is compared with at once: "1.189 tỷ đồng so với 612 tỷ đồng năm 2015, tăng 94%". */
const comparedWith = /^\s*so với\s+$/iu

function checkTriple(passage: Passage, index: number): Finding[] {
  const { text, numbers } = passage
  const [one, two, three] = numbers.figures.slice(index, index + 3)
  if (!one || !two || !three) return []
  const gaps = [text.slice(one.to, two.from), text.slice(two.to, three.from)] as const
  if (gaps.some(gap => /[.;:]/u.test(gap) || gap.length > 60 || yearly.test(gap))) return []
  if (isChange(two) && toBase.test(gaps[1])) return judge(passage, { now: one, told: two, was: three })
  if (isChange(three) && comparedWith.test(gaps[0]))
    return judge(passage, { now: one, told: three, was: two })
  return []
}

const isChange = ({ change }: Figure): boolean => change !== ''

interface Triple {
  readonly now: Figure
  readonly told: Figure
  readonly was: Figure
}

function judge(passage: Passage, { now, told, was }: Triple): Finding[] {
  const all = [now, told, was]
  if (all.some(({ low, high, modality, of }) => low !== high || modality !== 'exact' || of !== null))
    return []
  if (isChange(now) || isChange(was) || told.per !== '' || now.unit !== was.unit || now.unit === '') return []
  const due = dueChange(told, { was: was.low, now: now.low, unit: now.unit })
  if (!due) return []
  const isRightWay = told.change === 'down' ? now.low <= was.low : now.low >= was.low
  if (isRightWay && (isRoundingOf(told, due.value) || due.isAlso?.(told) === true)) return []
  const found = passage.text.slice(told.from, told.to)
  const [before, after] = [was, now].map(({ from, to }) => passage.text.slice(from, to))
  return [
    {
      rule: changeAndBase.name,
      severity: 'error',
      message: `Từ ${before} đến ${after} là ${now.low < was.low ? 'giảm' : 'tăng'} ${due.inWords}, văn bản ghi ${found}.`,
      places: [placeIn(passage, told), placeIn(passage, now), placeIn(passage, was)],
      computed: due.inWords,
      found,
    },
  ]
}
