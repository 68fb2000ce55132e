import { Fragment, Slice, type Node } from 'prosemirror-model'
import { ReplaceStep, type Transform } from 'prosemirror-transform'
import { findBlock } from '../report/find-block'
import { blockIdOf, isHeading } from '../report/nodes'
import { schema } from '../report/schema'
import type { Edit } from './apply-edit'

export type TextEdit = Extract<Edit, { kind: 'words' | 'insert-blocks' | 'delete-block' | 'level' }>

export const isTextEdit = (edit: Edit): edit is TextEdit =>
  edit.kind !== 'note' && edit.kind !== 'cell' && edit.kind !== 'choice'

/** What of the text an edit touches; an insertion is a single point. Null where its block is gone. */
export interface Range {
  readonly from: number
  readonly to: number
}

export function rangeOf(text: Node, edit: TextEdit): Range | null {
  if (edit.kind === 'insert-blocks' && edit.after === null) return startOf(text)
  const id = edit.kind === 'insert-blocks' ? edit.after : edit.block
  const found = id === null ? null : findBlock(text, id)
  if (!found) return null
  const { pos, node } = found
  const end = pos + node.nodeSize
  switch (edit.kind) {
    case 'words':
      return { from: pos + 1 + edit.from, to: pos + 1 + edit.to }
    case 'insert-blocks':
      return { from: end, to: end }
    case 'delete-block':
      return { from: pos, to: end }
    default:
      return { from: pos, to: pos + 1 }
  }
}

/**
 * Carries out edits of the text on a transform (a transaction is one). All of them were found in the text with which it
 * begins here; no two may touch the same words (`touch`). What is put in at one point comes in the order of the edits.
 */
export function editText(tr: Transform, edits: readonly TextEdit[]): void {
  const placed = edits.flatMap(edit => {
    const range = rangeOf(tr.doc, edit)
    return range ? [{ edit, range }] : []
  })
  placed.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to)
  // From the last to the first, so that each still stands where it was found.
  for (const { edit, range } of placed.reverse()) carryOut(tr, edit, range)
}

function carryOut(tr: Transform, edit: TextEdit, { from, to }: Range): void {
  switch (edit.kind) {
    case 'words':
      replace(tr, from, to, edit.content)
      return
    case 'insert-blocks':
      replace(tr, from, from, placed(tr.doc, from, edit.blocks))
      return
    case 'delete-block':
      replace(tr, from, to, Fragment.empty)
      return
    default:
      relevel(tr, from, edit.level)
  }
}

// Content that is known to fit is put in as it is; `replaceWith` would look for another way to fit it in.
const replace = (tr: Transform, from: number, to: number, content: Fragment): void =>
  void tr.step(new ReplaceStep(from, to, new Slice(content, 0, 0)))

/** A report without any sheet gets one. */
const placed = (text: Node, pos: number, blocks: readonly Node[]): Fragment =>
  text.resolve(pos).depth > 0
    ? Fragment.fromArray([...blocks])
    : Fragment.from(schema.node('sheet', null, [...blocks]))

function relevel(tr: Transform, pos: number, level: string | null): void {
  const block = tr.doc.nodeAt(pos)
  if (!block) return
  const id = blockIdOf(block)
  // A heading that only changes its level stays the same shared element; nobody's typing is disturbed.
  if (level !== null && isHeading(block)) tr.setNodeAttribute(pos, 'level', level)
  else tr.setNodeMarkup(pos, schema.nodes[level ? 'heading' : 'paragraph'], level ? { id, level } : { id })
}

const startOf = (text: Node): Range => (text.childCount > 0 ? { from: 1, to: 1 } : { from: 0, to: 0 })

/** Whether two edits cannot both be carried out: they are about the same words, or one is within the other. */
export const touch = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to
