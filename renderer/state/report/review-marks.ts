import type { EditorView } from 'prosemirror-view'
import type { NoteId, TableId } from '../../../shared/report/ids'
import type { AnchorIndex } from '../../../shared/review/anchor-index'
import type { AnchorPlace, AnchorSpot } from '../../../shared/review/anchor-place'
import { annotationsAt, type AnnotationMark } from '../../editor/review/annotation-marks'
import type { AnnotatedCell, ShownAnnotation } from '../../editor/review/review-places'
import type { Editors } from './editors'

/** What is to be drawn: annotations, where each of them stands, which is chosen. */
export interface Drawn {
  readonly shown: readonly ShownAnnotation[]
  readonly places: ReadonlyMap<string, AnchorPlace>
  readonly chosen: string | null
}

/** What each editor is to show. */
export function marksByView(
  drawn: Drawn,
  editors: Editors,
  index: AnchorIndex,
): ReadonlyMap<EditorView, readonly AnnotationMark[]> {
  const marks = new Map<EditorView, AnnotationMark[]>()
  const notes = new Map<NoteId, EditorView | null>()
  const viewOf = (spot: AnchorSpot): EditorView | null => {
    if (spot.kind !== 'note') return editors.text()
    if (!notes.has(spot.note)) notes.set(spot.note, editors.at({ kind: 'note', id: spot.note }))
    return notes.get(spot.note) ?? null
  }
  eachPlace(drawn, (annotation, spot, isChosen) => {
    const range = rangeOf(spot, index)
    const view = range && viewOf(spot)
    if (!view || range.to > view.state.doc.content.size || range.from >= range.to) return
    const mark = { id: annotation.id, colour: annotation.colour, isChosen, ...range }
    marks.set(view, [...(marks.get(view) ?? []), mark])
  })
  return marks
}

function eachPlace(
  { shown, places, chosen }: Drawn,
  visit: (annotation: ShownAnnotation, spot: AnchorSpot, isChosen: boolean) => void,
): void {
  for (const annotation of shown) {
    const place = places.get(annotation.id)
    if (place && place.kind !== 'detached') visit(annotation, place.at, annotation.id === chosen)
  }
}

function rangeOf(spot: AnchorSpot, index: AnchorIndex): Pick<AnnotationMark, 'from' | 'to' | 'kind'> | null {
  if (spot.kind === 'text' || spot.kind === 'note') return { from: spot.from, to: spot.to, kind: 'words' }
  if (spot.kind === 'cell') return null
  const id = spot.kind === 'section' ? spot.section : spot.block
  const block = index.block(id)
  return block && { from: block.pos, to: block.pos + block.node.nodeSize, kind: spot.kind }
}

/** The annotated cells of each table; a table's list keeps its identity while it says the same. */
export function cellsByTable(
  drawn: Drawn,
  before: ReadonlyMap<TableId, readonly AnnotatedCell[]>,
): ReadonlyMap<TableId, readonly AnnotatedCell[]> {
  const cells = new Map<TableId, AnnotatedCell[]>()
  eachPlace(drawn, ({ colour }, spot, isChosen) => {
    if (spot.kind !== 'cell') return
    const cell = { row: spot.row, column: spot.column, colour, isChosen }
    cells.set(spot.table, [...(cells.get(spot.table) ?? []), cell])
  })
  const kept = [...cells].map(([table, now]) => {
    const old = before.get(table)
    return [table, old && JSON.stringify(old) === JSON.stringify(now) ? old : now] as const
  })
  return new Map(kept)
}

/** Ids of the annotations where the person is. */
export function idsHere(editors: Editors, drawn: Drawn): string[] {
  const place = editors.place()
  if (place.kind === 'text' || place.kind === 'note') {
    const state = editors.at(place)?.state
    return state ? annotationsAt(state, state.selection.from, state.selection.to) : []
  }
  const ids: string[] = []
  eachPlace(drawn, ({ id }, spot) => {
    const isCell = place.kind === 'cell' && spot.kind === 'cell'
    if (isCell && spot.row === place.rowId && spot.column === place.cell) ids.push(id)
  })
  return ids
}
