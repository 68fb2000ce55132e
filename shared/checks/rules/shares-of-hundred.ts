import type { Figure, Span } from '../../figures/figure'
import { formatNumber } from '../../figures/format-figure'
import { placesOf } from '../amounts'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** "Cơ cấu kinh tế: công nghiệp 49%, dịch vụ 41%, nông nghiệp 11%": shares of one whole make a hundred. */
export const sharesOfHundred: PassageRule = {
  kind: 'passage',
  name: 'shares-of-hundred',
  severity: 'error',
  explanation: {
    title: 'Cơ cấu không đủ hoặc vượt 100%',
    finds: 'Các tỷ trọng của một cơ cấu cộng lại khác 100%; mức tăng, giảm của các tỷ trọng cộng lại khác 0.',
    example: 'Cơ cấu kinh tế: công nghiệp 49%, dịch vụ 41%, nông nghiệp 11%.',
    silent:
      'Khi câu không nói về cơ cấu, tỷ trọng; khi tổng còn xa 100% (chỉ kể vài thành phần); khi chênh lệch do làm tròn.',
  },
  check: passage => passage.sentences.flatMap(sentence => checkSentence(passage, sentence)),
}

const about = /(?<![\p{L}\p{M}])(?:cơ cấu|tỷ trọng|tỉ trọng)(?![\p{L}\p{M}])/iu
/** Sums farther from a hundred are of some of the shares only. */
const reach = 10

function checkSentence(passage: Passage, sentence: Span): Finding[] {
  if (!about.test(passage.text.slice(sentence.from, sentence.to))) return []
  const shares = passage.numbers.figures.filter(
    figure =>
      figure.from >= sentence.from &&
      figure.to <= sentence.to &&
      figure.unit.endsWith('%') &&
      figure.per === '',
  )
  if (shares.some(({ low, high, modality }) => low !== high || modality !== 'exact')) return []
  const levels = shares.filter(({ change, unit }) => change === '' && unit === '%')
  const changes = shares.filter(({ change }) => change !== '')
  return [
    ...checkSum(passage, levels, 100),
    ...(levels.length === changes.length ? checkSum(passage, changes, 0) : []),
  ]
}

function checkSum(passage: Passage, figures: readonly Figure[], due: number): Finding[] {
  if (figures.length < 3) return []
  const sum = figures.reduce(
    (total, figure) => total + (figure.change === 'down' ? -figure.low : figure.low),
    0,
  )
  // "48%" among shares with a decimal is 48,0%.
  const step = Math.min(...figures.map(figure => figure.step))
  const off = Math.abs(sum - due)
  if (off < step / 2 || off > reach) return []
  const computed = `${formatNumber(sum, placesOf(step))}%`
  return [
    {
      rule: sharesOfHundred.name,
      // As much can come of rounding each share.
      severity: off <= (figures.length * step) / 2 ? 'question' : 'error',
      message:
        due === 100
          ? `Các tỷ trọng cộng lại là ${computed}, không phải 100%.`
          : `Mức tăng, giảm của các tỷ trọng cộng lại là ${computed}, lẽ ra bằng 0.`,
      places: figures.map(figure => placeIn(passage, figure)),
      computed,
      found: `${due}%`,
    },
  ]
}
