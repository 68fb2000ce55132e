import { ArrowDown, Check, CircleDashed, TrendingUp, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { IndicatorRow } from '../../../shared/indicators/indicator-row'
import { indicatorStatus } from '../../../shared/indicators/indicator-status'
import { checkRemark } from '../../../shared/indicators/status-remark'
import { statusWords, unknownWords } from '../../../shared/indicators/words'
import { vi } from '../../wording/vi'

interface Shown {
  readonly kind: string
  readonly icon: LucideIcon
  /** Beside the icon; empty where the typed remark says it already. */
  readonly words: string
  readonly why: string
}

const icons: Readonly<Record<string, LucideIcon>> = {
  reached: Check,
  exceeded: TrendingUp,
  missed: ArrowDown,
}

/** What the figures of a row say, beside what a person typed. Pressing it chooses which way is better. */
export function StatusChip({ row, onPress }: { row: IndicatorRow; onPress: () => void }) {
  const shown = shownFor(row)
  if (!shown) return null
  const Icon = shown.icon
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`status-chip ${shown.kind}`}
      title={shown.why}
      aria-label={shown.why}
      onClick={onPress}
    >
      <Icon size={12} strokeWidth={2} aria-hidden />
      {shown.words}
    </button>
  )
}

function shownFor(row: IndicatorRow): Shown | null {
  const status = indicatorStatus(row)
  if (status.kind === 'unknown') {
    // Only where the person can do something about it; an empty or worded cell speaks for itself.
    if (status.reason !== 'direction') return null
    return { kind: 'unknown', icon: CircleDashed, words: vi.grid.unknown, why: unknownWords.direction }
  }
  const words = statusWords[status.kind]
  const check = checkRemark(row)
  if (check.kind === 'differs')
    return { kind: 'mismatch', icon: TriangleAlert, words, why: vi.grid.mismatch(words) }
  return {
    kind: status.kind,
    icon: icons[status.kind] ?? Check,
    words: check.kind === 'agrees' ? '' : words,
    why: vi.grid.computed(words),
  }
}
