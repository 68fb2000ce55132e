import type { Figure } from '../../figures/figure'
import { isAhead } from '../ahead'
import { isRoundingOf, near } from '../amounts'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { ReportRule } from '../rule'
import { subjectsOf } from '../subject'

/** One quantity stated in two places with two values. */
export const mentions: ReportRule = {
  kind: 'report',
  name: 'mentions',
  severity: 'error',
  explanation: {
    title: 'Cùng một số liệu nêu hai nơi khác nhau',
    finds:
      'Hai chỗ nói về cùng một việc, cùng đơn vị tính và cùng thời điểm, mà số khác nhau và không phải là số làm tròn của nhau.',
    example:
      'Số hộ chăn nuôi gia cầm an toàn sinh học là 12 hộ. Đến nay, số hộ chăn nuôi gia cầm an toàn sinh học là 15 hộ.',
    silent:
      'Khi hai chỗ nói về năm khác, về phần khác của cùng việc, một chỗ là mục tiêu, hoặc lời văn không đủ để biết là một việc.',
  },
  check: ({ passages }) => [...gathered(passages).values()].flatMap(checkGroup),
}

interface Mention {
  readonly passage: Passage
  readonly figure: Figure
}

function gathered(passages: readonly Passage[]): ReadonlyMap<string, readonly Mention[]> {
  const groups = new Map<string, Mention[]>()
  for (const passage of passages)
    for (const [index, figure] of passage.numbers.figures.entries()) {
      const key = keyOf(passage, figure, index)
      if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), { passage, figure }])
    }
  return groups
}

function checkGroup(group: readonly Mention[]): Finding[] {
  const [first, ...others] = group
  if (!first || others.length === 0) return []
  // One sentence that gives two values for the same words tells of two things.
  const isVague = group.some((one, index) =>
    group.slice(index + 1).some(other => sameSentence(one, other) && !agree(one.figure, other.figure)),
  )
  return isVague
    ? []
    : others.filter(({ figure }) => !agree(first.figure, figure)).map(other => findingOf(first, other))
}

/** Fewer telling words could speak of anything. */
const fewest = 4

function keyOf(passage: Passage, figure: Figure, index: number): string | undefined {
  if (passage.kind === 'heading' || passage.kind === 'cell') return undefined
  if (figure.unit === '' || figure.of !== null || figure.low !== figure.high) return undefined
  const subject = subjectsOf(passage)[index]
  if (!subject || subject.before.length < fewest) return undefined
  const words = [...new Set(subject.before)].sort()
  if (words.length < fewest) return undefined
  const { unit, per, change, period } = figure
  return JSON.stringify([words, unit, per, change, period?.key ?? null, isAhead(passage, figure)])
}

const sameSentence = (one: Mention, other: Mention): boolean =>
  one.passage === other.passage &&
  one.passage.sentences.some(({ from, to }) =>
    [one, other].every(({ figure }) => from <= figure.from && figure.to <= to),
  )

/** Equal, one the rounding of the other, or a bound that holds. */
function agree(one: Figure, other: Figure): boolean {
  if (near(one.low, other.low) || isRoundingOf(one, other.low) || isRoundingOf(other, one.low)) return true
  return (
    holds(one, other.low) && holds(other, one.low) && (one.modality !== 'exact' || other.modality !== 'exact')
  )
}

function holds({ modality, low }: Figure, value: number): boolean {
  if (modality === 'more' || modality === 'at-least') return value >= low
  if (modality === 'less' || modality === 'at-most') return value <= low
  return modality === 'exact' || Math.abs(value - low) <= low * 0.07
}

function findingOf(known: Mention, { passage, figure }: Mention): Finding {
  const found = passage.text.slice(figure.from, figure.to)
  const before = known.passage.text.slice(known.figure.from, known.figure.to)
  return {
    rule: mentions.name,
    severity: 'error',
    message: `Cùng một việc: chỗ này ghi ${found}, chỗ khác ghi ${before}.`,
    places: [placeIn(passage, figure), placeIn(known.passage, known.figure)],
    computed: before,
    found,
  }
}
