import { Fragment, Node, type Schema } from 'prosemirror-model'
import { Selection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { Doc, XmlFragment } from 'yjs'
import { rowCells, type RowCell } from '../../../shared/indicators/indicator-row'
import { fieldNames } from '../../../shared/report/fields'
import {
  newBlockId,
  type BlockId,
  type NoteId,
  type OptionsId,
  type RowId,
  type TableId,
} from '../../../shared/report/ids'
import { blockIdOf, forEachBlock, isHeading, isNoteRef, noteIdOf } from '../../../shared/report/nodes'
import { noteSchema, schema } from '../../../shared/report/schema'
import {
  bodyOf as bodyIn,
  byHand,
  fieldsOf,
  indicatorsOf,
  notesOf,
  optionsOf,
  rowsOf,
  wordingsOf,
} from '../../../shared/sync/report-doc'
import { appendChildren } from '../../../shared/sync/write-report'
import type { TrayEntry } from '../../../shared/tray/entry'
import { unreachable } from '../../../shared/util/exhaustive'
import { findBlock } from '../../editor/queries/find-block'
import { setField } from '../../editor/records/fields'
import { addNoteBody } from '../../editor/records/notes'
import { renameOptions } from '../../editor/records/options'
import { closedEdit } from '../../editor/rights/closed-edit'
import { rightsOf } from '../../editor/rights/rights'
import { addRows, changeRows, emptyRow, renameColumn, renameTable } from '../../state/indicator-edits'
import type { ReportSession } from '../../state/report-session'

/** How the words of an entry go back into the report. */
export interface Way {
  /** The person may write there. */
  readonly isOpen: boolean
  /** Puts them back, as one step of undo; false where it came to nothing. */
  readonly go: () => boolean
}

type Desk = Pick<ReportSession, 'body' | 'history' | 'editor' | 'run' | 'text'>

/** Into the place they stood in, where it is still there; else as a paragraph of their own at the nearest place. */
export function wayBack(session: Desk, entry: TrayEntry): Way {
  const { body, history } = session
  const { place, mine } = entry
  const record = (id: string, write: () => void): Way => ({
    isOpen: rightsOf(body).closedRecord(id) === undefined,
    go: () => {
      history.oneStep(write)
      return true
    },
  })
  switch (place.kind) {
    case 'block':
      return intoText(session, entry)
    case 'note':
      return record(place.id, () => writeNote(body, place.id as NoteId, bodyOf(entry)))
    case 'cell':
      return indicatorsOf(body).has(place.table)
        ? record(place.table, () => writeCell(body, place, mine))
        : intoText(session, entry)
    case 'wording':
      return hasWording(body, place)
        ? record(place.options, () => writeWording(body, place, entry))
        : intoText(session, entry)
    case 'field':
      return {
        isOpen: rightsOf(body).closedFields() === undefined,
        go: () => {
          const name = fieldNames.find(each => each === place.id)
          if (name) history.oneStep(() => setField(body, name, mine))
          return name !== undefined && fieldsOf(body).get(name) === mine
        },
      }
    default:
      return unreachable(place)
  }
}

function intoText(session: Desk, entry: TrayEntry): Way {
  const view = session.editor()
  if (!view) return { isOpen: false, go: () => false }
  const command: Command = (state, dispatch) => {
    const tr = withWords(state, entry)
    dispatch?.(tr.setSelection(Selection.near(tr.selection.$head)).scrollIntoView())
    return true
  }
  const permissions = rightsOf(session.body).permissions()
  const isOpen =
    permissions === null ||
    closedEdit(view.state.doc, withWords(view.state, entry).doc, permissions) === undefined
  return {
    isOpen,
    go: () => {
      const before = session.text()
      session.run(command)
      return session.text() !== before
    },
  }
}

/** The edit that puts the words of an entry into the text. */
export function withWords(state: EditorState, entry: TrayEntry): Transaction {
  const id = entry.place.kind === 'block' ? (entry.place.id as BlockId) : ('' as BlockId)
  const block = id ? findBlock(state.doc, id) : null
  const words = inlineOf(schema, entry, elsewhere(state.doc, block?.node ?? null))
  const { tr } = state
  if (block?.node.isTextblock) {
    const from = block.pos + 1
    tr.replaceWith(from, from + block.node.content.size, words)
    return tr.setSelection(Selection.near(tr.doc.resolve(from)))
  }
  const at = nearestPlace(state.doc, entry)
  const sheet = state.doc.childCount === 0
  const paragraph = schema.node('paragraph', { id: newBlockId() }, words)
  tr.insert(at, sheet ? schema.node('sheet', null, [paragraph]) : paragraph)
  return tr.setSelection(Selection.near(tr.doc.resolve(at + 1)))
}

/** Behind the last block of the section that the words stood in, before its inner sections; else the report's end. */
function nearestPlace(text: Node, { section }: TrayEntry): number {
  const ends = [Math.max(0, text.content.size - 1)]
  let isInside = false
  forEachBlock(text, (block, pos) => {
    if (isHeading(block)) isInside = blockIdOf(block) === section?.id
    if (isInside) ends[0] = pos + block.nodeSize
  })
  return ends[0] ?? 0
}

/** Notes whose marks stand outside a block: a second mark would be one too many. */
function elsewhere(text: Node, block: Node | null): ReadonlySet<string> {
  const notes = new Set<string>()
  text.descendants(node => {
    if (node === block) return false
    if (isNoteRef(node)) notes.add(noteIdOf(node))
    return true
  })
  return notes
}

/** The content of an entry; its plain words where its marks are none of this program's. */
function inlineOf(as: Schema, { content, mine }: TrayEntry, marked: ReadonlySet<string>): Fragment {
  const plain = mine === '' ? Fragment.empty : Fragment.from(as.text(mine.replaceAll('\n', ' ')))
  if (!content) return plain
  try {
    const nodes = content.map(json => Node.fromJSON(as, json))
    return Fragment.from(nodes.filter(node => !isNoteRef(node) || !marked.has(noteIdOf(node))))
  } catch (error) {
    if (error instanceof RangeError) return plain
    throw error
  }
}

const bodyOf = (entry: TrayEntry): Node =>
  noteSchema.node(
    'note',
    null,
    entry.content
      ? [noteSchema.node('paragraph', null, inlineOf(noteSchema, entry, new Set()))]
      : entry.mine
          .split('\n')
          .map(line => noteSchema.node('paragraph', null, line ? [noteSchema.text(line)] : [])),
  )

function writeNote(body: Doc, id: NoteId, note: Node): void {
  const fragment = notesOf(body).get(id)
  if (fragment) rewrite(body, fragment, note)
  else addNoteBody(body, id, note)
}

type WordingPlace = Extract<TrayEntry['place'], { kind: 'wording' }>

function writeWording(body: Doc, { options, wording }: WordingPlace, entry: TrayEntry): void {
  const record = optionsOf(body).get(options)
  const words = wording === null ? undefined : record && wordingsOf(record).get(wording)
  if (words) rewrite(body, bodyIn(words), bodyOf(entry))
  else if (wording === null) renameOptions(body, options as OptionsId, entry.mine)
}

const rewrite = (body: Doc, fragment: XmlFragment, words: Node): void =>
  body.transact(() => {
    fragment.delete(0, fragment.length)
    appendChildren(fragment, words)
  }, byHand)

type CellPlace = Extract<TrayEntry['place'], { kind: 'cell' }>

function writeCell(body: Doc, { table, row, cell }: CellPlace, words: string): void {
  const tableId = table as TableId
  const column = rowCells.find(each => each === cell.replace('column:', ''))
  const rows = indicatorsOf(body).get(table)
  if (row === null && cell === 'title') renameTable(body, tableId, words)
  else if (row === null && column) renameColumn(body, tableId, column, words)
  else if (row !== null && column && rows) {
    const cells: Partial<Record<RowCell, string>> = { [column]: words }
    if (rowsOf(rows).has(row)) changeRows(body, tableId, new Map([[row as RowId, cells]]))
    else addRows(body, tableId, lastRow([...rowsOf(rows).keys()]), [emptyRow('indicator', cells)])
  }
}

const lastRow = (rows: readonly string[]): RowId | null => (rows.at(-1) as RowId | undefined) ?? null

function hasWording(body: Doc, { options, wording }: WordingPlace): boolean {
  const record = optionsOf(body).get(options)
  return record !== undefined && (wording === null || wordingsOf(record).has(wording))
}
