import type { XmlFragment } from 'yjs'
import { outlineOf } from '../outline/outline'
import { sectionOfNotes } from '../outline/section-of-blocks'
import { numberStyleOf } from '../print/number-style-of'
import type { BlockId } from '../report/ids'
import { forEachBlock } from '../report/nodes'
import { notesOf, textOf } from '../sync/report-doc'
import { unreachable } from '../util/exhaustive'
import type { Anchor } from './anchor'
import type { AnchorIndex } from './anchor-index'
import type { AnchorSpot } from './anchor-place'
import { sameStart } from './find-block-again'
import { letterAt, positionOfLetter, wordsBetween, type Flow } from './flow'
import { lettersIn } from './letters'
import { border, nearness, placesOf, type Wanted } from './search-letters'
import { tieLetters } from './tied-letters'

type SpotOf<Kind extends AnchorSpot['kind']> = Extract<AnchorSpot, { kind: Kind }>

/** Letters that are kept of what stands on each side. */
const around = 64
/** A border with many spaces may be longer than the record may hold. */
const longest = 200
const longestQuote = 20_000

/** Ties a remark or a proposal to a spot of this state of the report; the spot must be one of it. */
export function makeAnchor(spot: AnchorSpot, index: AnchorIndex): Anchor {
  switch (spot.kind) {
    case 'section':
      return sectionAnchor(spot, index)
    case 'block':
      return blockAnchor(spot, index)
    case 'text':
      return textAnchor(spot, index)
    case 'note':
      return noteAnchor(spot, index)
    case 'cell':
      return cellAnchor(spot, index)
    default:
      return unreachable(spot)
  }
}

const inSection = (section: string, { report }: AnchorIndex): Pick<Anchor, 'section' | 'sectionTitle'> => {
  const item = outlineOf(report.text, numberStyleOf(report.fields)).items.find(({ id }) => id === section)
  return { section, sectionTitle: item ? `${item.number} ${item.title}`.trim().slice(0, 2_000) : '' }
}

function sectionAnchor({ section }: SpotOf<'section'>, index: AnchorIndex): Anchor {
  return {
    ...inSection(section, index),
    target: { kind: 'section' },
    ...firstWords(section === 'report' ? null : (index.block(section)?.pos ?? null), index),
  }
}

function blockAnchor({ block }: SpotOf<'block'>, index: AnchorIndex): Anchor {
  const pos = index.block(block)?.pos ?? null
  return {
    ...inSection(pos === null ? 'report' : index.sectionAt(pos + 1), index),
    target: { kind: 'block', block },
    ...firstWords(pos, index),
  }
}

/** What a section or block begins with, and how much of it another begins with too. */
function firstWords(
  pos: number | null,
  index: AnchorIndex,
): Pick<Anchor, 'quote' | 'before' | 'after' | 'rival'> {
  if (pos === null) return { quote: '', before: '', after: '' }
  const letter = letterAt(index.flow, pos)
  const after = wordsBehind(index.flow, letter)
  let rival = 0
  forEachBlock(index.report.text, (_block, other) => {
    if (other !== pos) rival = Math.max(rival, sameStart(lettersIn(after), index, other))
  })
  return { quote: '', before: '', after, ...(rival > 0 ? { rival } : {}) }
}

function textAnchor({ from, to }: SpotOf<'text'>, index: AnchorIndex): Anchor {
  const { flow, body } = index
  return {
    ...inSection(index.sectionAt(from), index),
    target: { kind: 'words', block: firstBlock(index, from, to) },
    ...quoted(flow, from, to),
    ...tied(body && textOf(body), { flow, from, to }),
  }
}

/** The first block with words of the range. */
function firstBlock({ report }: AnchorIndex, from: number, to: number): string {
  const $from = report.text.resolve(from)
  for (let depth = $from.depth; depth > 0; depth--) {
    const id = $from.node(depth).attrs['id'] as BlockId | undefined
    if (id) return id
  }
  let first = ''
  report.text.nodesBetween(from, to, node => {
    const id = node.attrs['id'] as string | undefined
    if (first === '' && id && node.isTextblock) first = id
    return first === ''
  })
  return first
}

function noteAnchor({ note, from, to }: SpotOf<'note'>, index: AnchorIndex): Anchor {
  const flow = index.note(note)
  if (!flow) throw new RangeError('No such note stands in the report')
  return {
    ...inSection(sectionOfNotes(index.report.text).get(note) ?? 'report', index),
    target: { kind: 'note', note },
    ...quoted(flow, from, to),
    ...tied(index.body && (notesOf(index.body).get(note) ?? null), { flow, from, to }),
  }
}

function cellAnchor(spot: SpotOf<'cell'>, index: AnchorIndex): Anchor {
  const { table, row: id, column, from, to } = spot
  const row = index.report.indicators.get(table)?.rows.find(each => each.id === id)
  if (!row) throw new RangeError('No such row stands in the report')
  const words = row[column]
  const block = index.block(table)
  return {
    ...inSection(block ? index.sectionAt(block.pos) : 'report', index),
    target: { kind: 'cell', table, row: id, column },
    quote: words.slice(from, to).slice(0, longestQuote),
    // The name of the row, by which a pasted one is known again, and what stands before in the cell.
    before: `${row.name.replaceAll('\n', ' ').slice(0, 130)}\n${words.slice(Math.max(0, from - around), from).replaceAll('\n', ' ')}`,
    after: words.slice(to, to + around),
  }
}

function quoted(flow: Flow, from: number, to: number): Pick<Anchor, 'quote' | 'before' | 'after' | 'rival'> {
  const first = letterAt(flow, from)
  const last = letterAt(flow, to)
  const quote = wordsBetween(flow, from, to).slice(0, longestQuote)
  const before = wordsAhead(flow, first)
  const after = wordsBehind(flow, last)
  const rival = rivalOf(flow, first, {
    ...{ quote: lettersIn(quote), before: lettersIn(before), after: lettersIn(after), rival: -1 },
  })
  return { quote, before, after, ...(rival >= 0 ? { rival } : {}) }
}

/** How much of its surroundings the likest other place with the same words has; -1 where there is none. */
function rivalOf(flow: Flow, own: number, wanted: Wanted): number {
  const { quote, before, after } = wanted
  // A place for an insertion has no words: what stands right beside it is looked for.
  const ahead = quote === '' ? before.slice(-border) : ''
  const sought = quote === '' ? ahead + after.slice(0, border) : quote
  let rival = -1
  for (const place of placesOf(flow.letters, sought, 2_000)) {
    const from = place + ahead.length
    if (from !== own)
      rival = Math.max(rival, nearness(flow.letters, { from, to: from + quote.length }, wanted))
  }
  return rival
}

function wordsAhead(flow: Flow, letter: number): string {
  const from = positionOfLetter(flow, Math.max(0, letter - around))
  const to = letter > 0 ? positionOfLetter(flow, letter - 1) : null
  return from === null || to === null ? '' : wordsBetween(flow, from, to + 1).slice(-longest)
}

function wordsBehind(flow: Flow, letter: number): string {
  const from = positionOfLetter(flow, letter)
  const to = positionOfLetter(flow, Math.min(flow.letters.length, letter + around) - 1)
  return from === null || to === null ? '' : wordsBetween(flow, from, to + 1).slice(0, longest)
}

function tied(
  fragment: XmlFragment | null,
  { flow, from, to }: { flow: Flow; from: number; to: number },
): Pick<Anchor, 'letters'> {
  const letters = fragment ? tieLetters(flow.root, fragment, from, to) : undefined
  return letters ? { letters } : {}
}
