import { Fragment, type Node } from 'prosemirror-model'
import { readMark } from '../import/lines/typed-mark'
import { profileOf } from '../print/profiles'
import { newBlockId, type BlockId } from '../report/ids'
import type { Level } from '../report/levels'
import { alignmentOf, blockIdOf, isHeading, isParagraph, isTable, levelOf, listOf } from '../report/nodes'
import { schema } from '../report/schema'
import { plainTextOf, wordsOf } from '../report/text-blocks'
import type { Leftover } from './leftover'
import { settleInline } from './settle-inline'

/** A block that came back, as an edited copy of the block that was sent. */
export interface SettledBlock {
  readonly block: Node
  readonly leftovers: readonly Leftover[]
}

/** `profile`: of the report that was sent; it says which headings are printed in capitals. */
export function settleBlock(was: Node, now: Node, profile: string): SettledBlock {
  if (was.isTextblock && now.isTextblock) return settleText(was, now, profile)
  if (isTable(was) && isTable(now)) return { block: settleTable(was, now), leftovers: [] }
  return { block: was, leftovers: [] }
}

function settleText(was: Node, now: Node, profile: string): SettledBlock {
  const back = asBefore(was, now)
  const isUpper = isHeading(was) && profileOf(profile).headings[levelOf(was)].upper
  const content = settleInline(was, back, isUpper)
  const id = blockIdOf(was)
  if (isHeading(back))
    return { block: schema.node('heading', { id, level: levelOf(back) }, content), leftovers: [] }
  if (isHeading(was)) return { block: schema.node('paragraph', { id }, content), leftovers: [] }
  return { block: was.copy(content), leftovers: formOf(was, now) }
}

/** Undoes what a computed number becomes in Word: part of the words, or of another kind of paragraph. */
function asBefore(was: Node, now: Node): Node {
  if (isHeading(was) && isParagraph(now)) return headingAgain(was, now)
  if (!isParagraph(was) || !isParagraph(now)) return now
  if (listOf(was) !== 'none' && listOf(now) === 'none') return withoutMark(now)
  if (listOf(was) === 'none' && listOf(now) !== 'none') return withMark(was, now)
  return now
}

/** A heading that is not told from text any more: its number was typed, or it is all in bold. */
function headingAgain(was: Node, now: Node): Node {
  const bare = withoutMark(now)
  const isBold = now.childCount > 0 && now.children.every(child => schema.mark('strong').isInSet(child.marks))
  if (bare === now && !isBold) return now
  // What a heading of that level is printed in anyway.
  const looks = ['strong', 'em', 'underline'].map(name => schema.mark(name))
  const whole = looks.filter(mark => bare.children.every(child => mark.isInSet(child.marks)))
  const plain = bare.children.map(child => child.mark(child.marks.filter(mark => !whole.includes(mark))))
  return schema.node('heading', { id: blockIdOf(now), level: levelOfMark(now) ?? levelOf(was) }, plain)
}

/** Roman numerals and letters look alike. */
function levelOfMark(paragraph: Node): Level | null {
  const kind = readMark(plainTextOf(paragraph))?.kind
  return kind === 'part' || kind === 'number' || kind === 'subnumber' ? kind : null
}

function withoutMark(paragraph: Node): Node {
  const length = readMark(plainTextOf(paragraph))?.length ?? 0
  return length === 0 ? paragraph : paragraph.copy(paragraph.content.cut(length))
}

/** The number that was typed before is part of the words. */
function withMark(was: Node, now: Node): Node {
  const length = readMark(plainTextOf(was))?.length ?? 0
  return length === 0 ? now : now.copy(was.content.cut(0, length).append(now.content))
}

/** Lists and alignments have no proposal. */
function formOf(was: Node, now: Node): Leftover[] {
  const words = wordsOf(now)
  const isOther = alignmentOf(was) !== alignmentOf(now) || isOtherList(was, now)
  return isOther ? [{ kind: 'form', near: blockIdOf(was), before: words, after: words }] : []
}

/** A number that Word types out, or counts by itself, is the same list. */
function isOtherList(was: Node, now: Node): boolean {
  if (listOf(was) === listOf(now)) return false
  if (listOf(now) === 'none') return withoutMark(now) === now
  return listOf(was) !== 'none' || withoutMark(was) === was
}

/** The same rows and cells become one another; of another shape it is another table. */
function settleTable(was: Node, now: Node): Node {
  return hasShapeOf(was, now) ? cellsOf(was, now) : renamed(now)
}

function hasShapeOf(was: Node, now: Node): boolean {
  if (was.isTextblock || now.isTextblock) return was.isTextblock && now.isTextblock
  return (
    was.childCount === now.childCount && was.children.every((child, at) => hasShapeOf(child, now.child(at)))
  )
}

function cellsOf(was: Node, now: Node): Node {
  if (was.isTextblock) return was.copy(settleInline(was, asBefore(was, now), false))
  return was.copy(Fragment.fromArray(was.children.map((child, at) => cellsOf(child, now.child(at)))))
}

/** The block and those in it under ids that no other bears. */
export function renamed(block: Node, id: BlockId = newBlockId()): Node {
  const attrs = 'id' in block.attrs ? { ...block.attrs, id } : block.attrs
  const content = block.isTextblock
    ? block.content
    : Fragment.fromArray(block.children.map(child => renamed(child)))
  return block.type.create(attrs, content, block.marks)
}
