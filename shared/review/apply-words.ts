import { Fragment, type Node, type Schema } from 'prosemirror-model'
import type { NoteId } from '../report/ids'
import { blockIdOf } from '../report/nodes'
import { noteSchema, schema } from '../report/schema'
import { plainTextOf } from '../report/text-blocks'
import type { Anchor } from './anchor'
import type { AnchorIndex } from './anchor-index'
import type { AnchorSpot } from './anchor-place'
import type { Applied } from './apply-edit'
import { exactRange, rangeInBlock, type BlockRange } from './apply-range'
import type { Change } from './change'
import { noteText } from './propose-records'
import { marksFor } from './propose-words'
import { readNodes } from './read-nodes'
import { resolveAnchor } from './resolve-anchor'

type WordsChange = Extract<Change, { kind: 'words' }>
type Range = Extract<AnchorSpot, { kind: 'text' | 'note' }>

/** Where words are looked for: the text, or the body of a note. */
interface Ground {
  readonly root: Node
  readonly note: NoteId | null
  readonly index: AnchorIndex
}

/** What accepting a change of words does; see `applyProposal`. */
export function applyWords(anchor: Anchor, change: WordsChange, index: AnchorIndex): Applied {
  const { target } = anchor
  if (target.kind === 'words') return find(anchor, change, { root: index.report.text, note: null, index })
  const root = target.kind === 'note' ? index.note(target.note)?.root : undefined
  if (target.kind !== 'note' || !root) return gone
  const ground = { root, note: target.note as NoteId, index }
  return isWhole(change) ? replaceWhole(change, ground) : find(anchor, change, ground)
}

const gone: Applied = { kind: 'gone' }
const conflict = (found: string): Applied => ({ kind: 'conflict', found })

/** A note whose paragraphs change is proposed as a whole. */
const isWhole = ({ content }: WordsChange): boolean =>
  content?.some(({ type }) => type === 'paragraph') === true

function replaceWhole(change: WordsChange, ground: Ground): Applied {
  const { root } = ground
  if (noteText(root) !== change.was) return conflict(noteText(root))
  return carryOut(change, { block: root, start: 0, from: 0, to: root.content.size }, ground)
}

function find(anchor: Anchor, change: WordsChange, ground: Ground): Applied {
  const sought = { was: change.was, before: anchor.before, after: anchor.after }
  const place = resolveAnchor(anchor, ground.index)
  // Of a point, or of spaces alone, an anchor in a note may know no more than the note.
  const isPoint = change.was.trim() === ''
  if (
    place.kind === 'found' &&
    isRange(place.at) &&
    !(isPoint && place.at.to - place.at.from > change.was.length)
  ) {
    const range = exactRange(ground.root, place.at, sought)
    return range ? carryOut(change, range, ground, anchor) : conflict(wordsAt(ground.root, place.at))
  }
  if (place.kind === 'changed' && !isPoint) return conflict(place.now)
  const blocks = ownBlocks(anchor, ground)
  for (const { block, start } of isPoint ? blocks : []) {
    const range = rangeInBlock(block, start, sought)
    if (range) return carryOut(change, range, ground, anchor)
  }
  return blocks.length > 0 ? conflict(blocks.map(({ block }) => plainTextOf(block)).join('\n')) : gone
}

const isRange = (at: AnchorSpot): at is Range => at.kind === 'text' || at.kind === 'note'

/** The paragraph that the words stood in, or those of the note. */
function ownBlocks({ target }: Anchor, { root, note, index }: Ground): { block: Node; start: number }[] {
  const blocks: { block: Node; start: number }[] = []
  if (note !== null) root.forEach((block, pos) => blocks.push({ block, start: pos + 1 }))
  const own = target.kind === 'words' ? index.block(target.block) : null
  if (own?.node.isTextblock) blocks.push({ block: own.node, start: own.pos + 1 })
  return blocks
}

/** What stands there now; of a point, what stands around it. */
function wordsAt(root: Node, { from, to }: Range): string {
  const words = root.textBetween(from, to, '\n')
  if (words.trim() !== '') return words
  const { parent, parentOffset } = root.resolve(from)
  return parent.isTextblock
    ? plainTextOf(parent).slice(Math.max(0, parentOffset - 40), parentOffset + 40)
    : ''
}

function carryOut(change: WordsChange, range: BlockRange, ground: Ground, anchor?: Anchor): Applied {
  if (anchor && isThereAlready(change, range, anchor)) return conflict(change.now)
  const content = contentOf(change, range, ground)
  if (!content) return gone
  const { block, start, from, to } = range
  const { note } = ground
  if (note !== null)
    return { kind: 'edit', edit: { kind: 'note', note, from: start + from, to: start + to, content } }
  return { kind: 'edit', edit: { kind: 'words', block: blockIdOf(block), from, to, content } }
}

/** The same words were added beside this very point since: somebody else's proposal was accepted. */
function isThereAlready(
  { was, now }: WordsChange,
  { block, from }: BlockRange,
  { before, after }: Anchor,
): boolean {
  if (was !== '' || now === '') return false
  const text = plainTextOf(block)
  return (
    (text.startsWith(now, from) && !after.startsWith(now)) ||
    (text.slice(0, from).endsWith(now) && !before.endsWith(now))
  )
}

function contentOf(
  { now, content }: WordsChange,
  { block, from, to }: BlockRange,
  ground: Ground,
): Fragment | null {
  const as: Schema = ground.note === null ? schema : noteSchema
  if (!content) return now === '' ? Fragment.empty : Fragment.from(as.text(now, marksFor(block, from, to)))
  const nodes = readNodes(content, ground.index.report, as)
  return nodes && Fragment.fromArray([...nodes])
}
