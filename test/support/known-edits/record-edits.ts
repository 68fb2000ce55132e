import { Fragment, type Node } from 'prosemirror-model'
import type { IndicatorRow, IndicatorTable } from '../../../shared/indicators/indicator-row'
import { noteRefsIn } from '../../../shared/numbering/number-notes'
import type { NoteId, RowId } from '../../../shared/report/ids'
import { blockIdOf, isNoteRef, noteIdOf } from '../../../shared/report/nodes'
import { noteSchema, schema } from '../../../shared/report/schema'
import { note } from '../build-report'
import type { EditedText } from './edited-text'
import { appended } from './inline'

/** A note that was not edited, and stands in the text. */
function someNote(edited: EditedText): NoteId | undefined {
  const id = edited.oneOf([...new Set(edited.before.blocks.flatMap(noteRefsIn))])
  return id && !edited.isTaken(id) && (edited.notes.get(id)?.textContent ?? '').length > 20 ? id : undefined
}

export function changeNote(edited: EditedText): boolean {
  const id = someNote(edited)
  if (!id || !edited.take(id)) return false
  edited.notes.set(id, note(`${edited.notes.get(id)?.textContent ?? ''} ${edited.newWord()}`))
  return edited.tell(`words wording note ${id}`)
}

export function addNote(edited: EditedText): boolean {
  const at = edited.somewhere()
  const block = at === undefined ? undefined : edited.blocks[at]
  if (at === undefined || !block) return false
  const id = edited.newId() as NoteId
  edited.take(blockIdOf(block), id)
  edited.notes.set(
    id,
    noteSchema.node('note', null, [
      noteSchema.node('paragraph', null, [noteSchema.text(edited.newWords(8))]),
    ]),
  )
  edited.blocks[at] = appended(block, schema.node('note_ref', { id }))
  return edited.tell(`added content note ${id}`)
}

export function removeNote(edited: EditedText): boolean {
  const id = someNote(edited)
  const at = edited.blocks.findIndex(block => id !== undefined && noteRefsIn(block).includes(id))
  const block = edited.blocks[at]
  if (!id || !block || !edited.take(blockIdOf(block), id)) return false
  edited.blocks[at] = withoutNote(block, id)
  edited.notes.delete(id)
  return edited.tell(`removed content note ${id}`)
}

export function moveNote(edited: EditedText): boolean {
  const id = someNote(edited)
  const from = edited.blocks.findIndex(block => id !== undefined && noteRefsIn(block).includes(id))
  const to = edited.somewhere()
  const [block, target] = [edited.blocks[from], to === undefined ? undefined : edited.blocks[to]]
  if (!id || !block || to === undefined || !target || from === to) return false
  if (!edited.take(blockIdOf(block), blockIdOf(target), id)) return false
  edited.blocks[from] = withoutNote(block, id)
  edited.blocks[to] = appended(target, schema.node('note_ref', { id }))
  return edited.tell(`moved move note ${id}`)
}

const withoutNote = (block: Node, id: NoteId): Node =>
  block.copy(Fragment.from(block.children.filter(child => !isNoteRef(child) || noteIdOf(child) !== id)))

const editTable = (
  edited: EditedText,
  change: (table: IndicatorTable, row: IndicatorRow) => readonly IndicatorRow[] | undefined,
): IndicatorRow | undefined => {
  const table = [...edited.indicators.values()][0]
  const row = table && edited.oneOf(table.rows)
  if (!table || !row || row.kind === 'group' || edited.isTaken(row.id)) return undefined
  const rows = change(table, row)
  if (!rows || !edited.take(row.id)) return undefined
  edited.indicators.set(table.id, { ...table, rows })
  return row
}

export function changeCell(edited: EditedText): boolean {
  const result = edited.newFigure()
  const row = editTable(edited, ({ rows }, one) =>
    rows.map(each => (each === one ? { ...each, result } : each)),
  )
  return row !== undefined && edited.tell(`words figure cell ${row.id} result`)
}

export function renameRow(edited: EditedText): boolean {
  const row = editTable(edited, ({ rows }, one) =>
    one.name.trim().split(' ').length < 5
      ? undefined
      : rows.map(each => (each === one ? { ...each, name: `${each.name} ${edited.newWord()}` } : each)),
  )
  return row !== undefined && edited.tell(`words wording cell ${row.id} name`)
}

export function addRow(edited: EditedText): boolean {
  const id = edited.newId() as RowId
  const row = editTable(edited, ({ rows }, one) => {
    const fresh = { ...one, id, name: edited.newWords(6), unit: edited.newWord() }
    return rows.flatMap(each => (each === one ? [fresh, each] : [each]))
  })
  return row !== undefined && edited.take(id) && edited.tell(`added content cell ${id}`)
}

export function removeRow(edited: EditedText): boolean {
  const row = editTable(edited, ({ rows }, one) => rows.filter(each => each !== one))
  return row !== undefined && edited.tell(`removed content cell ${row.id}`)
}

export function moveRow(edited: EditedText): boolean {
  const row = editTable(edited, ({ rows }, one) => {
    const [from, to] = [rows.indexOf(one), edited.upTo(rows.length)]
    if (Math.abs(from - to) < 6) return undefined
    const rest = rows.filter(each => each !== one)
    return [...rest.slice(0, to), one, ...rest.slice(to)]
  })
  return row !== undefined && edited.tell(`moved move cell ${row.id}`)
}

export function changeWording(edited: EditedText): boolean {
  const options = [...edited.options.values()][0]
  const wording = options && edited.oneOf(options.wordings)
  if (!options || !wording || !edited.take(wording.id)) return false
  const fresh = { ...wording, body: note(`${wording.body.textContent} ${edited.newWord()}`) }
  const wordings = options.wordings.map(each => (each === wording ? fresh : each))
  edited.options.set(options.id, { ...options, wordings })
  return edited.tell(`words wording options ${options.id} ${wording.id}`)
}

export function choose(edited: EditedText): boolean {
  const options = [...edited.options.values()][0]
  const wording = options && edited.oneOf(options.wordings)
  if (!options || !wording || options.chosen !== '' || !edited.take(`chosen ${options.id}`)) return false
  edited.options.set(options.id, { ...options, chosen: wording.id })
  return edited.tell(`chosen content options ${options.id}`)
}
