import { useLayoutEffect, type RefObject } from 'react'
import { rowCells, type IndicatorRow } from '../../../shared/indicators/indicator-row'
import type { AnnotatedCell } from '../../editor/review/review-places'
import type { ProposedCell } from '../../state/proposed-here'
import { vi } from '../../wording/vi'

interface CellMarks {
  readonly annotated: readonly AnnotatedCell[]
  readonly proposed: readonly ProposedCell[]
}

/** Marks cells that something is said or proposed about, without touching what React owns of them. */
export function useMarkedCells(
  figure: RefObject<HTMLElement | null>,
  { annotated, proposed }: CellMarks,
  rows: readonly IndicatorRow[],
): void {
  useLayoutEffect(() => {
    const cellOf = (mark: AnnotatedCell | ProposedCell) => cellAt(figure.current, rows, mark)
    const unmark = [
      ...annotated.flatMap(mark => marked(cellOf(mark), vi.grid.annotated, cell => annotate(cell, mark))),
      ...proposed.flatMap(mark => marked(cellOf(mark), mark.label, cell => propose(cell, mark))),
    ]
    return () => unmark.forEach(undo => undo())
  }, [figure, annotated, proposed, rows])
}

function cellAt(
  figure: HTMLElement | null,
  rows: readonly IndicatorRow[],
  { row, column }: AnnotatedCell | ProposedCell,
): HTMLElement | null {
  const index = rows.findIndex(({ id }) => id === row)
  const cells = figure?.querySelector('tbody')?.rows[index]?.querySelectorAll<HTMLElement>('td')
  // A group's row has one cell for all columns.
  return cells?.[Math.min(rowCells.indexOf(column), cells.length - 1)] ?? null
}

/** Read aloud with what else is said of the cell. */
function marked(
  cell: HTMLElement | null,
  label: string,
  draw: (cell: HTMLElement) => () => void,
): (() => void)[] {
  if (!cell) return []
  const before = cell.getAttribute('aria-description')
  cell.setAttribute('aria-description', before ? `${before}. ${label}` : label)
  const erase = draw(cell)
  return [
    () => {
      cell.removeAttribute('aria-description')
      erase()
    },
  ]
}

function annotate(cell: HTMLElement, { colour, isChosen }: AnnotatedCell): () => void {
  cell.dataset['annotated'] = isChosen ? 'chosen' : 'yes'
  cell.style.setProperty('--annotator', `var(--p${colour})`)
  return () => {
    Reflect.deleteProperty(cell.dataset, 'annotated')
    cell.style.removeProperty('--annotator')
  }
}

/** Of several proposals about one cell the first is drawn; a press on it chooses its card. */
function propose(cell: HTMLElement, { id, colour, label, isChosen }: ProposedCell): () => void {
  if (cell.dataset['proposal'] !== undefined) return () => undefined
  cell.dataset['proposal'] = id
  cell.dataset['proposed'] = isChosen ? 'chosen' : 'yes'
  cell.style.setProperty('--proposer', `var(--p${colour})`)
  cell.title = label
  return () => {
    Reflect.deleteProperty(cell.dataset, 'proposal')
    Reflect.deleteProperty(cell.dataset, 'proposed')
    cell.style.removeProperty('--proposer')
    cell.removeAttribute('title')
  }
}
