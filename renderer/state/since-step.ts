import { create } from 'zustand'
import type { Difference, DifferencePlace } from '../../shared/compare/difference'
import { findBlock } from '../../shared/report/find-block'
import type { BlockId } from '../../shared/report/ids'
import { headOfReport } from '../../shared/seen/piece'
import { useCommittee } from './committee'
import { bringIntoView } from './report/go-to'
import type { ReportSession } from './report-session'
import { openTab } from './side-tab'
import { useSince } from './since'
import { mineOf, shownSections, type ShownChange, type ShownSection } from './since-shown'
import { changeSettings, showDialog } from './window-state'

interface Stepping {
  /** The key of the change that the person is at. */
  readonly current: string | null
  readonly isMine: boolean
}

/** Where the person is among the changes, and whose are listed. */
export const useSinceStep = create<Stepping>(() => ({ current: null, isMine: true }))

/** What the panel lists at this moment. */
export function listedNow(session: ReportSession): readonly ShownSection[] {
  const { items } = session.outline()
  const isMine = mineOf(useCommittee.getState(), items)
  const isMeant = (section: string): boolean => !useSinceStep.getState().isMine || isMine(section)
  return shownSections(useSince.getState().changed, items, isMeant)
}

export const changesIn = (sections: readonly ShownSection[]): readonly ShownChange[] =>
  sections.flatMap(({ changes }) => changes)

/** To the next change, or the one before; the paper shows its place, the focus stays. From the last on to the first. */
export function stepChange(session: ReportSession, by: 1 | -1): void {
  openTab('changes')
  const changes = changesIn(listedNow(session))
  const here = changes.findIndex(({ difference }) => difference.key === useSinceStep.getState().current)
  const next =
    changes[here < 0 ? (by > 0 ? 0 : changes.length - 1) : (here + by + changes.length) % changes.length]
  if (next) showChange(session, next.difference)
}

/** Makes it the one that the person is at, and brings its place on the paper into view. */
export function showChange(session: ReportSession, difference: Difference): void {
  useSinceStep.setState({ current: difference.key })
  const view = session.editor()
  const block = blockOf(difference)
  const found = view && block ? findBlock(view.state.doc, block as BlockId) : null
  if (view && found) bringIntoView(view, found.pos)
  if (difference.place.kind === 'note') changeSettings({ notesOpen: true })
}

/** Takes the person there. What is gone is looked for where it stood. */
export function goToChange(session: ReportSession, difference: Difference): void {
  useSinceStep.setState({ current: difference.key })
  goToDifference(session, difference)
}

/** Takes the person to the place of a difference from today's text. */
export function goToDifference(session: ReportSession, difference: Difference): void {
  const { place, kind } = difference
  if (place.kind === 'field') showDialog('fields')
  else if (place.kind === 'note' && kind !== 'removed') {
    changeSettings({ notesOpen: true })
    session.goTo({ kind: 'note', id: place.id })
  } else goToBlock(session, difference)
}

function goToBlock(session: ReportSession, difference: Difference): void {
  const block = blockOf(difference)
  if (block) session.goToBlock(block as BlockId)
  const cell = cellOf(difference.place)
  if (cell) session.goTo(cell)
}

function cellOf(place: DifferencePlace): Parameters<ReportSession['goTo']>[0] | null {
  if (place.kind !== 'cell' || place.row === null) return null
  const { table: tableId, row: rowId, column } = place
  const cell =
    column === null || column === 'direction' || column === 'kind' || column === 'title' ? 'name' : column
  return { kind: 'cell', tableId, rowId, cell }
}

/** The block of the text that shows a place; of what is gone, the heading of its section. */
function blockOf({ kind, place, section }: Difference): string | null {
  const isGone = kind === 'removed'
  if (place.kind === 'cell') return place.table
  if (place.kind === 'table' || place.kind === 'options') return place.id
  if (place.kind === 'block' && !isGone) return place.id
  return section === null || section === (headOfReport as BlockId) ? null : section
}
