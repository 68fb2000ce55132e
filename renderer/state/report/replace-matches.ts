import { EditorState, type Transaction } from 'prosemirror-state'
import type { Doc } from 'yjs'
import { rowCells } from '../../../shared/indicators/indicator-row'
import type { FoundPlace, Match } from '../../../shared/find/find'
import { noteSchema } from '../../../shared/report/schema'
import { readFragment } from '../../../shared/sync/read-report'
import type { Report } from '../../../shared/report/report'
import type { Place } from '../../editor/place'
import { writeFragment } from '../../editor/sync/binding'
import { cleanText } from '../../../shared/util/text'
import { changeRows, renameTable } from '../indicator-edits'
import { fragmentAt, type Editors, type NotePlace } from './editors'

interface Desk {
  readonly body: Doc
  readonly editors: Editors
  readonly report: () => Report
}

/** The place of a match as the editors and panels know it. */
export function placeOf(found: FoundPlace): Place {
  switch (found.kind) {
    case 'block':
      return { kind: 'text' }
    case 'note':
      return { kind: 'note', id: found.id }
    case 'wording':
      return { kind: 'wording', optionsId: found.optionsId, wordingId: found.wordingId }
    case 'cell':
      return { kind: 'cell', tableId: found.tableId, rowId: found.rowId, cell: found.cell }
    default:
      return { kind: 'table', tableId: found.tableId }
  }
}

/** Puts other words in the places of these matches, wherever they stand. Call within one step of undo. */
export function replaceMatches(matches: readonly Match[], typed: string, desk: Desk): void {
  const words = cleanText(typed)
  const byPlace = new Map<string, Match[]>()
  for (const match of matches) {
    const key = JSON.stringify(placeOf(match.place))
    byPlace.set(key, [...(byPlace.get(key) ?? []), match])
  }
  // From the last to the first, so that each still stands where it was found.
  for (const group of byPlace.values()) replaceIn(group.reverse(), words, desk)
}

function replaceIn(group: readonly Match[], words: string, desk: Desk): void {
  const place = placeOf(group[0]?.place as FoundPlace)
  if (place.kind === 'cell') {
    replaceInCell(group, place, words, desk)
    return
  }
  if (place.kind === 'table') {
    const title = desk.report().indicators.get(place.tableId)?.title ?? ''
    renameTable(desk.body, place.tableId, spliced(title, group, words))
    return
  }
  if (place.kind !== 'text' && place.kind !== 'note' && place.kind !== 'wording') return
  const view = desk.editors.at(place)
  if (view) {
    view.dispatch(replaced(view.state, group, words))
    return
  }
  if (place.kind !== 'text') replaceInStored(group, place, words, desk)
}

/** A note or wording that no editor shows. */
function replaceInStored(group: readonly Match[], place: NotePlace, words: string, desk: Desk): void {
  const fragment = fragmentAt(desk, place)
  if (!fragment) return
  const state = EditorState.create({ doc: readFragment(fragment, noteSchema) })
  writeFragment(fragment, replaced(state, group, words).doc)
}

function replaced(state: EditorState, group: readonly Match[], words: string): Transaction {
  const { tr } = state
  for (const match of group) {
    const start = startOf(match, state)
    tr.insertText(words, start + match.from, start + match.to)
  }
  return tr
}

/** Where the paragraph of a match begins in its editor. */
export function startOf({ place }: Match, { doc }: EditorState): number {
  if (place.kind === 'block') return place.pos + 1
  let start = 1
  const paragraphs = place.kind === 'note' || place.kind === 'wording' ? place.paragraph : 0
  for (let index = 0; index < paragraphs; index++) start += doc.child(index).nodeSize
  return start
}

type CellPlace = Extract<Place, { kind: 'cell' }>

function replaceInCell(
  group: readonly Match[],
  place: CellPlace,
  words: string,
  { body, report }: Desk,
): void {
  const row = report()
    .indicators.get(place.tableId)
    ?.rows.find(({ id }) => id === place.rowId)
  if (!row || !rowCells.includes(place.cell)) return
  const change = { [place.cell]: spliced(row[place.cell], group, words) }
  changeRows(body, place.tableId, new Map([[place.rowId, change]]))
}

/** `group` from the last match to the first. */
const spliced = (text: string, group: readonly Match[], words: string): string =>
  group.reduce((left, { from, to }) => left.slice(0, from) + words + left.slice(to), text)
