import type { Node } from 'prosemirror-model'
import type { InlinePart } from '../../../shared/compare/compare-inline'
import { depthOf } from '../../../shared/report/levels'
import { alignmentOf, blockIdOf, isHeading, isParagraph, levelOf } from '../../../shared/report/nodes'
import type { ComparedRow } from '../../state/compare-rows'
import type { ComparedText } from '../../state/compare-side'
import { vi } from '../../wording/vi'
import { useCompared, type Side } from './compared'
import { wholeSpan } from './pieces'
import { PartWords } from './Words'

interface TextBlockProps {
  readonly row: ComparedRow
  readonly side: Side
}

/** The view is called by a heading of level 2. */
const levelOfView = 2

/** A heading or a paragraph with the words of one text, or of both. */
export function TextBlock({ row, side }: TextBlockProps) {
  const texts = useCompared()
  const isOld = side === 'was' || row.now.length === 0
  const nodes = isOld ? row.was : row.now
  const first = nodes[0]
  if (!first || (side === 'now' && row.now.length === 0)) return null
  const text = isOld ? texts.was : texts.now
  const earlier = side === 'both' && !isOld ? numberThen(row, texts.was, numberOf(first, text)) : ''
  const level = isHeading(first) ? levelOf(first) : null
  return (
    <div
      className="compared-block"
      data-level={level ?? undefined}
      data-align={isParagraph(first) ? alignmentOf(first) : undefined}
      role={level ? 'heading' : undefined}
      aria-level={level ? depthOf(level) + 1 + levelOfView : undefined}
    >
      <Number number={numberOf(first, text)} kind={row.kind} />
      {earlier && <span className="earlier">({vi.compare.number(earlier)}) </span>}
      <PartWords parts={partsOf(row)} was={row.was} now={row.now} side={side} />
    </div>
  )
}

/** The number is new, or gone, with its block. */
function Number({ number, kind }: { number: string; kind: ComparedRow['kind'] }) {
  if (!number) return null
  if (kind === 'added') return <ins className="number">{number} </ins>
  return kind === 'removed' ? (
    <del className="number">{number} </del>
  ) : (
    <span className="number">{number} </span>
  )
}

export const numberOf = (block: Node, { sections, marks }: ComparedText): string =>
  (isHeading(block) ? sections : marks).get(blockIdOf(block)) ?? ''

/** The number that a heading bore; empty where it is the same. */
function numberThen({ was: [first] }: ComparedRow, text: ComparedText, now: string): string {
  const then = first && isHeading(first) ? numberOf(first, text) : ''
  return then === now ? '' : then
}

const ofWords: ReadonlySet<string> = new Set(['words', 'split', 'joined', 'marks'])

/** Both texts of a row word by word; a row on one side alone is one part. */
function partsOf({ kind, was, now, differences }: ComparedRow): readonly InlinePart[] {
  const told = differences.find(({ place, kind }) => place.kind === 'block' && ofWords.has(kind))
  if (told) return told.parts
  const spans = { was: wholeSpan(was), now: wholeSpan(now), text: '' }
  if (kind === 'removed' || kind === 'added') return [{ kind, ...spans }]
  return [{ kind: 'same', ...spans }]
}
