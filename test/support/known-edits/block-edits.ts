import { Fragment, type Node } from 'prosemirror-model'
import { noteRefsIn } from '../../../shared/numbering/number-notes'
import { depthOf, levels } from '../../../shared/report/levels'
import { blockIdOf, isHeading, levelOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { wordsOf } from '../../../shared/report/text-blocks'
import type { EditedText } from './edited-text'
import { replaced, wordsBetween } from './inline'
import { isPlain, middleOf } from './word-edits'

/** So much text in its way, by its own weight, that nobody would say the text in the way had moved. */
const timesItsWeight = 3

export function addParagraph(edited: EditedText): boolean {
  const at = edited.somewhere()
  if (at === undefined || !edited.settle(at)) return false
  const id = edited.newId()
  edited.take(id)
  edited.blocks.splice(at, 0, schema.node('paragraph', { id }, [schema.text(edited.newWords(20))]))
  return edited.tell(`added content block ${id}`)
}

export function removeParagraph(edited: EditedText): boolean {
  const at = edited.somewhere()
  const block = at === undefined ? undefined : edited.blocks[at]
  if (at === undefined || !block || noteRefsIn(block).length > 0 || !edited.settle(at)) return false
  edited.take(blockIdOf(block))
  edited.blocks.splice(at, 1)
  return edited.tell(`removed content block ${blockIdOf(block)}`)
}

export function moveParagraph(edited: EditedText): boolean {
  const [from, to] = [edited.somewhere(), edited.somewhere()]
  const block = from === undefined ? undefined : edited.blocks[from]
  if (from === undefined || to === undefined || !block || !isFar(edited, [from, from + 1], to)) return false
  if (edited.isSettled(to) || edited.isSettled(to - 1) || !edited.settle(from)) return false
  edited.settle(to)
  move(edited, [from, from + 1], to)
  edited.take(blockIdOf(block))
  return edited.tell(`moved move block ${blockIdOf(block)}`)
}

/** Moved, and a word of it is another. */
export function moveEdited(edited: EditedText): boolean {
  const before = edited.told.length
  if (!moveParagraph(edited)) return false
  const id = edited.told[before]?.split(' ').at(-1) ?? ''
  const at = edited.blocks.findIndex(block => blockIdOf(block) === id)
  const block = edited.blocks[at]
  const word = block && edited.oneOf(wordsBetween(block).filter(isPlain))
  if (!block || !word) return true
  edited.blocks[at] = replaced(block, word.from, word.to, edited.newWord())
  return edited.tell(`words wording block ${id}`)
}

/** A section that holds no other, before another heading far away. */
export function moveSection(edited: EditedText): boolean {
  const from = leafHeading(edited)
  const to = edited.upTo(edited.blocks.length)
  const [heading, target] = [edited.blocks[from], edited.blocks[to]]
  if (!heading || !target || !isHeading(target)) return false
  const span = [from, endOfLeaf(edited, from)] as const
  const blocks = edited.blocks.slice(...span)
  if (blocks.length < 2 || blocks.some(block => !block.isTextblock) || !isFar(edited, span, to)) return false
  if (edited.isSettled(to) || edited.isSettled(to - 1) || !edited.settle(...span)) return false
  edited.settle(to)
  move(edited, span, to)
  return edited.tell(`moved move block ${blockIdOf(heading)}`)
}

export function changeLevel(edited: EditedText): boolean {
  const at = leafHeading(edited)
  const heading = edited.blocks[at]
  if (!heading || edited.isSettled(at) || edited.isTaken(blockIdOf(heading))) return false
  const depth = depthOf(levelOf(heading))
  const by = depth === levels.length - 1 ? -1 : edited.upTo(2) === 0 && depth > 1 ? -1 : 1
  edited.take(blockIdOf(heading))
  edited.blocks[at] = heading.type.create({ ...heading.attrs, level: levels[depth + by] }, heading.content)
  return edited.tell(`${by < 0 ? 'promoted' : 'demoted'} layout block ${blockIdOf(heading)}`)
}

export function splitParagraph(edited: EditedText): boolean {
  const at = edited.somewhere()
  const block = at === undefined ? undefined : edited.blocks[at]
  if (at === undefined || !block || !edited.settle(at)) return false
  const [cut, id] = [middleOf(block), edited.newId()]
  edited.take(blockIdOf(block), id)
  const second = block.type.create({ ...block.attrs, id }, block.content.cut(cut + 1))
  edited.blocks.splice(at, 1, block.copy(block.content.cut(0, cut)), second)
  return edited.tell(`split layout block ${blockIdOf(block)}`)
}

export function joinParagraphs(edited: EditedText): boolean {
  const at = edited.somewhere()
  const [block, next] = at === undefined ? [] : edited.blocks.slice(at, at + 2)
  if (at === undefined || !block || next?.type.name !== 'paragraph') return false
  if (edited.isTaken(blockIdOf(next)) || wordsOf(next).length < 20 || !edited.settle(at, at + 2)) return false
  edited.take(blockIdOf(block), blockIdOf(next))
  const joined = block.content.append(Fragment.from(schema.text(' '))).append(next.content)
  edited.blocks.splice(at, 2, block.copy(joined))
  return edited.tell(`joined layout block ${blockIdOf(block)}`)
}

type Span = readonly [from: number, to: number]

function move(edited: EditedText, [from, to]: Span, before: number): void {
  const taken = edited.blocks.splice(from, to - from)
  edited.blocks.splice(before > from ? before - taken.length : before, 0, ...taken)
}

function isFar({ blocks }: EditedText, [from, to]: Span, before: number): boolean {
  if (before >= from && before <= to) return false
  const passed = before > to ? blocks.slice(to, before) : blocks.slice(before, from)
  return weightOf(passed) > timesItsWeight * weightOf(blocks.slice(from, to))
}

const weightOf = (blocks: readonly Node[]): number =>
  blocks.reduce((sum, { content }) => sum + 1 + content.size, 0)

/** The place of a heading whose section holds no other, nor did; -1 where chance finds none. */
function leafHeading(edited: EditedText): number {
  const at = edited.upTo(edited.blocks.length)
  const heading = edited.blocks[at]
  if (!heading || !isHeading(heading)) return -1
  // A section that was within it and changed level alike would be told with it.
  return [edited.blocks, edited.before.blocks].some(blocks => holdsAnother(blocks, heading)) ? -1 : at
}

function holdsAnother(blocks: readonly Node[], heading: Node): boolean {
  const at = blocks.findIndex(block => blockIdOf(block) === blockIdOf(heading))
  const [own, next] = [blocks[at], blocks.find((block, index) => index > at && isHeading(block))]
  return !!own && !!next && depthOf(levelOf(next)) > depthOf(levelOf(own))
}

function endOfLeaf({ blocks }: EditedText, from: number): number {
  const next = blocks.findIndex((block, index) => index > from && isHeading(block))
  return next < 0 ? blocks.length : next
}
