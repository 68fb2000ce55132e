import type { Figure } from '../../figures/figure'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** "Đạt 127 triệu đồng, vượt mục tiêu 130 triệu đồng": reached and exceeded must be so. */
export const targetClaim: PassageRule = {
  kind: 'passage',
  name: 'target-claim',
  severity: 'error',
  explanation: {
    title: 'Viết đạt, vượt hay chưa đạt trái với mục tiêu nêu cạnh đó',
    finds:
      'Kết quả và mục tiêu nêu trong một câu mà từ “vượt”, “đạt”, “chưa đạt” không đúng với hai số; “vượt kế hoạch” mà chỉ đạt dưới 100%.',
    example: 'Thu nhập đạt 127 triệu đồng, vượt mục tiêu 130 triệu đồng.',
    silent:
      'Khi câu không nêu mục tiêu, khi hai số khác đơn vị, hoặc với chỉ tiêu càng thấp càng tốt (hộ nghèo, tai nạn, tỷ suất sinh …).',
  },
  check: passage => passage.numbers.figures.flatMap((figure, index) => checkTarget(passage, figure, index)),
}

const aim = String.raw`(?:chỉ tiêu|mục tiêu|kế hoạch|kế hoạch đề ra|nghị quyết|dự toán|yêu cầu)`
const claim = new RegExp(
  String.raw`(?<way>chưa đạt|không đạt|vượt|đạt)\s+(?:mức\s+|cao hơn\s+)?(?:so với\s+)?${aim}(?:\s+(?:đề ra|đặt ra|Nghị quyết|nghị quyết|Đại hội|đại hội|được giao|của|là|đến|cả|nhiệm kỳ|năm|\d{4}))*\s*(?:là|\(|:)?\s*(?:từ|trên|ít nhất|tối thiểu|≥|>|đạt|là)?\s*$`,
  'iu',
)
const lowerIsBetter =
  /hộ nghèo|cận nghèo|thất nghiệp|tai nạn|tội phạm|tỷ suất sinh|dân số tự nhiên|suy dinh dưỡng|tử vong|sinh con thứ|giảm|nợ|tồn đọng|quá hạn|thất thoát|ô nhiễm/iu

function checkTarget(passage: Passage, target: Figure, index: number): Finding[] {
  const { text, numbers } = passage
  const result = numbers.figures[index - 1]
  if (!result) return []
  const between = text.slice(result.to, target.from)
  const told = claim.exec(between)
  if (!told || /[.;]/u.test(between) || between.length > 90) return []
  if (!comparable(result, target)) return []
  const sentence = passage.sentences.find(({ from, to }) => from <= result.from && target.to <= to)
  if (!sentence || lowerIsBetter.test(text.slice(sentence.from, result.from))) return []
  const way = (told.groups?.['way'] ?? '').toLowerCase()
  const isWrong =
    way === 'vượt'
      ? !(result.high > target.high)
      : way === 'đạt'
        ? result.high < target.low
        : result.low >= target.low
  if (!isWrong) return []
  const found = told[0].trim()
  return [
    {
      rule: targetClaim.name,
      severity: 'error',
      message: `Viết “${way}” nhưng kết quả là ${text.slice(result.from, result.to)}, mục tiêu là ${text.slice(target.from, target.to)}.`,
      places: [placeIn(passage, { from: result.from, to: target.to })],
      computed: `${text.slice(result.from, result.to)} so với ${text.slice(target.from, target.to)}`,
      found,
    },
  ]
}

function comparable(result: Figure, target: Figure): boolean {
  if (result.change !== target.change && target.change !== '') return false
  if (result.modality !== 'exact' && result.modality !== 'more' && result.modality !== 'at-least')
    return false
  return (
    result.of === null &&
    target.of === null &&
    result.unit === target.unit &&
    (target.per === '' || result.per === target.per)
  )
}
