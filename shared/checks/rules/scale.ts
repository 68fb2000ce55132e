import type { Figure } from '../../figures/figure'
import { formatNumber } from '../../figures/format-figure'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** "10.000 nghìn lượt" is ten million: meant so, or "nghìn" too much? */
export const scaleOfUnit: PassageRule = {
  kind: 'passage',
  name: 'scale',
  severity: 'question',
  explanation: {
    title: 'Số quá lớn so với đơn vị đi kèm',
    finds:
      'Số hàng nghìn đi với “nghìn”, số hàng triệu đi với “triệu”, hàng trăm nghìn đi với “tỷ” trong lời văn.',
    example: 'Thu hút gần 10.000 nghìn lượt người tham gia.',
    silent: 'Với tiền tính bằng nghìn đồng, triệu đồng theo biểu mẫu ngân sách.',
  },
  check: passage => passage.numbers.figures.flatMap(figure => checkScale(passage, figure)),
}

/** From so many thousands, millions, … on it would be said with the next word. */
const most = new Map([
  [1e3, 1_000],
  [1e6, 1_000_000],
  [1e9, 1_000_000],
])

function checkScale(passage: Passage, figure: Figure): Finding[] {
  const limit = most.get(figure.scale)
  if (limit === undefined || figure.high / figure.scale < limit) return []
  if (figure.scale === 1e3 && (figure.unit === 'đồng' || figure.unit === 'USD')) return []
  const found = passage.text.slice(figure.from, figure.to)
  return [
    {
      rule: scaleOfUnit.name,
      severity: 'question',
      message: `“${found}” là ${formatNumber(figure.high, 0)} ${figure.unit}: có đúng vậy không?`,
      places: [placeIn(passage, figure)],
      computed: `${formatNumber(figure.high, 0)} ${figure.unit}`.trim(),
      found,
    },
  ]
}
