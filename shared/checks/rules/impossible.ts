import type { Figure } from '../../figures/figure'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** A part larger than its whole; a share above a hundred. */
export const impossibleFigure: PassageRule = {
  kind: 'passage',
  name: 'impossible-figure',
  severity: 'error',
  explanation: {
    title: 'Số vượt giới hạn có thể có',
    finds: 'Một phần lớn hơn tổng của nó (“17/16 xã”); tỷ lệ của một bộ phận lớn hơn 100%.',
    example: 'Có 17/16 xã đạt chuẩn; tỷ lệ hộ dùng nước sạch đạt 104%.',
    silent: 'Với tỷ lệ so với kế hoạch, dự toán, cùng kỳ; với mức tăng; với tỷ lệ có thể vượt 100%.',
  },
  check: passage => passage.numbers.figures.flatMap(figure => checkFigure(passage, figure)),
}

const shareOf =
  /(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)\s+(?![\p{L}\p{M}\s]{0,30}(?:tăng|thực hiện|so với|hoàn thành kế hoạch|vượt|sinh lời|lấp đầy|chi|thu|giải ngân))[^.;:,()\d%]{3,90}$/iu
const compared = /^\s*(?:so với|so|kế hoạch|KH|dự toán|chỉ tiêu|mục tiêu|nghị quyết|cùng kỳ|trở lên)/iu

function checkFigure(passage: Passage, figure: Figure): Finding[] {
  const { text } = passage
  if (figure.of !== null && figure.low > figure.of)
    return [
      finding(passage, figure, `${text.slice(figure.digits.from, figure.digits.to)}: phần lớn hơn tổng.`),
    ]
  if (figure.unit !== '%' || figure.change !== '' || figure.per !== '' || figure.high <= 100) return []
  if (compared.test(text.slice(figure.to))) return []
  const before = text.slice(Math.max(0, figure.from - 120), figure.from)
  if (/(?:bằng|vượt|kế hoạch|dự toán)[^,;.]{0,20}$/iu.test(before) || !shareOf.test(before)) return []
  return [finding(passage, figure, `Tỷ lệ ${text.slice(figure.digits.from, figure.to)} lớn hơn 100%.`)]
}

const finding = (passage: Passage, figure: Figure, message: string): Finding => ({
  rule: impossibleFigure.name,
  severity: 'error',
  message,
  places: [placeIn(passage, figure)],
  found: passage.text.slice(figure.from, figure.to),
})
