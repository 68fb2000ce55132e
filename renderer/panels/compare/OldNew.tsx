import { ArrowRight } from 'lucide-react'
import type { Difference } from '../../../shared/compare/difference'
import type { InlinePart } from '../../../shared/compare/compare-inline'
import { vi } from '../../wording/vi'
import { Changed, PlainWords } from './Words'

/** A value this long is read word by word. */
const longest = 40

/** A value of a cell: what it was and what it is; longer words, word by word. */
export function OldNew({ difference: { parts, class: of } }: { difference: Difference }) {
  const [was, now] = [textOn(parts, 'added'), textOn(parts, 'removed')]
  const isShort = was.length <= longest && now.length <= longest
  if (of !== 'figure' || !isShort) return <PlainWords parts={parts} side="both" />
  return (
    <span className="old-new">
      {was === '' ? <Nothing /> : <Changed kind="removed">{was}</Changed>}
      <ArrowRight size={11} strokeWidth={2} aria-hidden />
      <span className="visually-hidden"> {vi.compare.becomes} </span>
      {now === '' ? <Nothing /> : <Changed kind="added">{now}</Changed>}
    </span>
  )
}

const Nothing = () => <em>{vi.compare.nothing}</em>

/** All words but those of a kind. */
export const textOn = (parts: readonly InlinePart[], without: 'added' | 'removed'): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
    .trim()
