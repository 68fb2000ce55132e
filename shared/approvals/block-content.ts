import { Mark, type Node } from 'prosemirror-model'
import { rowCells, type IndicatorTable } from '../indicators/indicator-row'
import type { Options } from '../options/options'
import { isIndicatorTable, isNoteRef, isOptions, noteIdOf, optionsIdOf, tableIdOf } from '../report/nodes'
import type { Report } from '../report/report'

/** What stands beside the text and is shown in it. */
export type Records = Pick<Report, 'notes' | 'indicators' | 'options'>

interface Named {
  readonly kind: keyof Records
  readonly id: string
}

/** The records that a block shows, in the order in which it shows them. */
export function recordsIn(block: Node): readonly Named[] {
  const found: Named[] = []
  const look = (node: Node): void => {
    if (isNoteRef(node)) found.push({ kind: 'notes', id: noteIdOf(node) })
    if (isIndicatorTable(node)) found.push({ kind: 'indicators', id: tableIdOf(node) })
    if (isOptions(node)) found.push({ kind: 'options', id: optionsIdOf(node) })
    node.forEach(look)
  }
  look(block)
  return found
}

/** A block as an approval sees it: plain JSON of its words, marks, levels, and the records that it shows. */
export function blockContent(block: Node, records: Records): unknown {
  if (isIndicatorTable(block)) return { indicators: tableContent(records.indicators.get(tableIdOf(block))) }
  if (isOptions(block)) return { options: optionsContent(records.options.get(optionsIdOf(block))) }
  return nodeContent(block, records)
}

/** How wide a column is says nothing. */
const unread = ['id', 'widths', 'colwidth']

function nodeContent(node: Node, records: Records): unknown {
  const attrs = Object.fromEntries(Object.entries(node.attrs).filter(([name]) => !unread.includes(name)))
  const content = node.isTextblock ? inlineContent(node, records) : []
  if (!node.isTextblock) node.forEach(child => content.push(blockContent(child, records)))
  return { type: node.type.name, attrs, content }
}

interface Run {
  text: string
  readonly marks: unknown
}

/** Neighbouring words with the same marks are one run, however they came to stand in several nodes. */
function inlineContent(block: Node, records: Records): unknown[] {
  const content: unknown[] = []
  let run: Run | null = null
  block.forEach(node => {
    const marks = marksOf(node)
    if (node.isText && run && JSON.stringify(run.marks) === JSON.stringify(marks)) {
      run.text += node.text ?? ''
      return
    }
    run = node.isText ? { text: node.text ?? '', marks } : null
    content.push(run ?? { ...leafContent(node, records), marks })
  })
  return content
}

/**
 * Two people may raise and lower the same words at once. An editor keeps both marks where a reader of the shared document
 * keeps the later by name (sync/read-report.ts); an approval must be the same for both.
 */
const marksOf = ({ marks }: Node): unknown[] =>
  [...marks]
    .sort((a, b) => (a.type.name < b.type.name ? -1 : 1))
    .reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), Mark.none)
    .map(mark => mark.toJSON() as unknown)

const leafContent = (leaf: Node, records: Records): object =>
  isNoteRef(leaf) ? { note: noteContent(records.notes.get(noteIdOf(leaf))) } : { type: leaf.type.name }

/** Null for one that is not there (yet). */
const noteContent = (note: Node | undefined): unknown => (note ? nodeContent(note, noRecords) : null)

// Notes and wordings show no records.
const noRecords: Records = { notes: new Map(), indicators: new Map(), options: new Map() }

function tableContent(table: IndicatorTable | undefined): unknown {
  if (!table) return null
  const { title, columns, rows } = table
  return {
    title,
    columns: rowCells.map(cell => columns[cell]),
    rows: rows.map(row => ({
      kind: row.kind,
      groupLevel: row.groupLevel,
      direction: row.direction,
      cells: rowCells.map(cell => row[cell]),
    })),
  }
}

function optionsContent(options: Options | undefined): unknown {
  if (!options) return null
  const { name, wordings, chosen } = options
  return {
    name,
    wordings: wordings.map(({ body }) => noteContent(body)),
    // Where it stands, not what it is called; -1 while the choice is open.
    chosen: wordings.findIndex(({ id }) => id === chosen),
  }
}
