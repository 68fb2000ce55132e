import type { Node } from 'prosemirror-model'
import type { ImportWarning } from '../../ipc/contract'
import { numberSections } from '../../numbering/number-sections'
import type { NumberStyle } from '../../numbering/number-style'
import { places, warnings } from '../words'
import type { TypedHeading } from './build-body'

/** Headings whose computed number is not the typed one; numbers that only look different are told once. */
export function changedNumbers(
  text: Node,
  style: NumberStyle,
  headings: readonly TypedHeading[],
): ImportWarning[] {
  const numbers = numberSections(text, style)
  const found: ImportWarning[] = []
  let resigned: ImportWarning | undefined
  for (const { id, place, mark } of headings) {
    const printed = numbers.get(id) ?? ''
    if (bare(mark.label) !== bare(printed))
      found.push({ code: 'number-changed', place, message: warnings.numberChanged(mark.label, printed) })
    else if (mark.kind !== 'part' && tight(mark.label) !== tight(printed))
      resigned ??= {
        code: 'number-sign-changed',
        place: places.document,
        message: warnings.signChanged(mark.label, printed),
      }
  }
  return resigned ? [...found, resigned] : found
}

const tight = (label: string): string => label.replace(/\s+/gu, '').replace('–', '-')
const bare = (label: string): string =>
  label
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/\s?[-–./):]+$/u, '')
