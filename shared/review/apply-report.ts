import { Slice, type Node } from 'prosemirror-model'
import { ReplaceStep, Transform } from 'prosemirror-transform'
import type { IndicatorTable } from '../indicators/indicator-row'
import type { NoteId, TableId } from '../report/ids'
import type { Edit, Proposable } from './apply-edit'
import { editText, isTextEdit } from './apply-text'

/** The report after edits that were planned for it. */
export function editReport(report: Proposable, edits: readonly Edit[]): Proposable {
  const tr = new Transform(report.text)
  editText(tr, edits.filter(isTextEdit))
  return {
    text: tr.doc,
    notes: editNotes(report.notes, edits),
    indicators: editCells(report.indicators, edits),
    options: editChoices(report.options, edits),
  }
}

const ofKind = <Kind extends Edit['kind']>(
  edits: readonly Edit[],
  kind: Kind,
): Extract<Edit, { kind: Kind }>[] =>
  edits.filter((edit): edit is Extract<Edit, { kind: Kind }> => edit.kind === kind)

function editNotes(notes: Proposable['notes'], edits: readonly Edit[]): ReadonlyMap<NoteId, Node> {
  const edited = new Map(notes)
  for (const id of new Set(ofKind(edits, 'note').map(({ note }) => note))) {
    const body = notes.get(id)
    if (body)
      edited.set(
        id,
        editNote(
          new Transform(body),
          ofKind(edits, 'note').filter(({ note }) => note === id),
        ).doc,
      )
  }
  return edited
}

/** Carries out edits of one note on a transform of its body. */
export function editNote<Tr extends Transform>(
  tr: Tr,
  edits: readonly Extract<Edit, { kind: 'note' }>[],
): Tr {
  const fromTheEnd = [...edits].sort((a, b) => a.from - b.from || a.to - b.to).reverse()
  for (const { from, to, content } of fromTheEnd) tr.step(new ReplaceStep(from, to, new Slice(content, 0, 0)))
  return tr
}

function editCells(
  tables: Proposable['indicators'],
  edits: readonly Edit[],
): ReadonlyMap<TableId, IndicatorTable> {
  const edited = new Map(tables)
  for (const { table: id, row, column, words } of ofKind(edits, 'cell')) {
    const table = edited.get(id)
    const rows = table?.rows.map(each => (each.id === row ? { ...each, [column]: words } : each))
    if (table && rows) edited.set(id, { ...table, rows })
  }
  return edited
}

function editChoices(options: Proposable['options'], edits: readonly Edit[]): Proposable['options'] {
  const edited = new Map(options)
  for (const { options: id, chosen } of ofKind(edits, 'choice')) {
    const found = edited.get(id)
    if (found) edited.set(id, { ...found, chosen })
  }
  return edited
}
