import type { Figure } from '../../figures/figure'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** "18.05%", "12500 hộ": not how offices write numbers. */
export const numberForm: PassageRule = {
  kind: 'passage',
  name: 'number-form',
  severity: 'reminder',
  explanation: {
    title: 'Cách viết số',
    finds: 'Số thập phân viết bằng dấu chấm; số từ năm chữ số trở lên không có dấu chấm ngăn hàng nghìn.',
    example: 'Tăng 18.05%; có 12500 hộ.',
    silent: 'Với năm, số hiệu, số điện thoại.',
  },
  check: passage => passage.numbers.figures.flatMap(figure => checkForm(passage, figure)),
}

function checkForm(passage: Passage, figure: Figure): Finding[] {
  const digits = passage.text.slice(figure.digits.from, figure.digits.to)
  const isPoint = /(?<!\d)\d+\.\d{1,2}(?!\d)/u.test(digits)
  const isLong = /(?<![\d.,])\d{5,}/u.test(digits)
  if (!isPoint && !isLong) return []
  return [
    {
      rule: numberForm.name,
      severity: 'reminder',
      message: isPoint
        ? `“${digits}”: phần thập phân viết sau dấu phẩy.`
        : `“${digits}”: thêm dấu chấm ngăn hàng nghìn.`,
      places: [placeIn(passage, figure)],
      found: digits,
    },
  ]
}
