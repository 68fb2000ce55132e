import { Fragment, Slice, type Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import type { Doc } from 'yjs'
import type { IndicatorTable } from '../../../shared/indicators/indicator-row'
import type { Options } from '../../../shared/options/options'
import {
  newNoteId,
  newOptionsId,
  newRowId,
  newTableId,
  newWordingId,
  type NoteId,
  type OptionsId,
  type TableId,
} from '../../../shared/report/ids'
import {
  isIndicatorTable,
  isNoteRef,
  isOptions,
  noteIdOf,
  optionsIdOf,
  tableIdOf,
} from '../../../shared/report/nodes'
import { readIndicators, readOptions } from '../../../shared/sync/read-report'
import { indicatorsOf, optionsOf } from '../../../shared/sync/report-doc'
import { addIndicatorTable } from '../records/indicators'
import { addNoteBody, noteBody } from '../records/notes'
import { addOptions } from '../records/options'

/*
 * The text holds only the marks of notes, indicator tables and options; what they stand for travels beside the
 * text in the clipboard. A pasted mark gets a record of its own, so that changing the copy never changes the
 * original; cut and pasted, it keeps the one it had.
 */

/** What a mark stands for, as it travels. */
export type Carried =
  | { readonly kind: 'note'; readonly note: Node }
  | { readonly kind: 'indicators'; readonly table: IndicatorTable }
  | { readonly kind: 'options'; readonly options: Options }

/** By the id that the mark bore where it was copied. */
export type CarriedById = Map<string, Carried>

/** The record behind a mark of this report, or undefined. */
export function recordOf(body: Doc, mark: Node): Carried | undefined {
  if (isNoteRef(mark)) {
    const note = noteBody(body, noteIdOf(mark))
    return note ? { kind: 'note', note } : undefined
  }
  if (isIndicatorTable(mark)) {
    const table = indicatorsOf(body).get(tableIdOf(mark))
    return table && { kind: 'indicators', table: readIndicators(table, tableIdOf(mark)) }
  }
  const options = isOptions(mark) ? optionsOf(body).get(optionsIdOf(mark)) : undefined
  return options && { kind: 'options', options: readOptions(options, optionsIdOf(mark)) }
}

export const isMark = (node: Node): boolean => isNoteRef(node) || isIndicatorTable(node) || isOptions(node)

export function hasMarks(slice: Slice): boolean {
  let has = false
  slice.content.descendants(node => {
    has ||= isMark(node)
    return !has
  })
  return has
}

/** The slice with marks that may be put into the text, and the records to store for them. */
export function settle(slice: Slice, carried: CarriedById, body: Doc, state: EditorState): Settled {
  const taken = marksIn(state)
  const stored: (() => void)[] = []
  const settleMark = (mark: Node): Node | null => {
    const id = mark.attrs['id'] as string
    const here = recordOf(body, mark)
    if (here && !taken.has(id)) {
      taken.add(id)
      return mark
    }
    const record = carried.get(id) ?? here
    return record ? copied(mark, record, body, stored) : null
  }
  const settleIn = (content: Fragment): Fragment => {
    const nodes: Node[] = []
    content.forEach(node => {
      const settled = isMark(node) ? settleMark(node) : node.copy(settleIn(node.content))
      if (settled) nodes.push(settled)
    })
    return Fragment.fromArray(nodes)
  }
  const settled = new Slice(settleIn(slice.content), slice.openStart, slice.openEnd)
  return { slice: settled, store: () => stored.forEach(store => store()) }
}

export interface Settled {
  readonly slice: Slice
  readonly store: () => void
}

/** Marks that stay in the text: those that the paste will not replace. */
function marksIn({ doc, selection }: EditorState): Set<string> {
  const ids = new Set<string>()
  doc.descendants((node, pos) => {
    const isReplaced = pos >= selection.from && pos + node.nodeSize <= selection.to
    if (isMark(node) && !isReplaced) ids.add(node.attrs['id'] as string)
  })
  return ids
}

function copied(mark: Node, record: Carried, body: Doc, stored: (() => void)[]): Node {
  if (record.kind === 'note') {
    const id: NoteId = newNoteId()
    stored.push(() => addNoteBody(body, id, record.note))
    return mark.type.create({ id }, null, mark.marks)
  }
  if (record.kind === 'indicators') {
    const id: TableId = newTableId()
    const rows = record.table.rows.map(row => ({ ...row, id: newRowId() }))
    stored.push(() => addIndicatorTable(body, { ...record.table, id, rows }))
    return mark.type.create({ id })
  }
  const id: OptionsId = newOptionsId()
  const wordings = record.options.wordings.map(wording => ({ ...wording, id: newWordingId() }))
  const chosenAt = record.options.wordings.findIndex(wording => wording.id === record.options.chosen)
  const chosen = wordings[chosenAt]?.id ?? ''
  stored.push(() => addOptions(body, { ...record.options, id, wordings, chosen }))
  return mark.type.create({ id })
}
