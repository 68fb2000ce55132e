import type { NumberStyle } from '../../numbering/number-style'
import type { TypedHeading } from './build-body'

/** How a file writes its section numbers, by majority; undefined where it has none of the kind. */
export function fileStyle(headings: readonly TypedHeading[]): {
  part: NumberStyle['part'] | undefined
  mark: NumberStyle['mark'] | undefined
} {
  const parts = headings.flatMap(({ mark }) => (mark.kind === 'part' ? [mark.style] : []))
  const signs = headings.flatMap(({ mark }) => (mark.kind === 'capital' ? [mark.sign] : []))
  const ordinals = parts.filter(style => style === 'ordinal').length
  const hyphens = signs.filter(sign => /[-–]/u.test(sign)).length
  return {
    part: parts.length === 0 ? undefined : ordinals * 2 > parts.length ? 'ordinal' : 'roman',
    mark: signs.length === 0 ? undefined : hyphens * 2 > signs.length ? 'hyphen' : 'dot',
  }
}
