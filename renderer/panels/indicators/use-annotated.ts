import { useLayoutEffect, type RefObject } from 'react'
import { rowCells, type IndicatorRow } from '../../../shared/indicators/indicator-row'
import type { AnnotatedCell } from '../../editor/review/review-places'
import { vi } from '../../wording/vi'

/** Marks annotated cells without touching what React owns of them. */
export function useAnnotated(
  figure: RefObject<HTMLElement | null>,
  annotated: readonly AnnotatedCell[],
  rows: readonly IndicatorRow[],
): void {
  useLayoutEffect(() => {
    const marks = annotated.flatMap(each => {
      const cell = cellAt(figure.current, rows, each)
      return cell ? [mark(cell, each)] : []
    })
    return () => marks.forEach(unmark => unmark())
  }, [figure, annotated, rows])
}

function cellAt(
  figure: HTMLElement | null,
  rows: readonly IndicatorRow[],
  { row, column }: AnnotatedCell,
): HTMLElement | null {
  const index = rows.findIndex(({ id }) => id === row)
  const cells = figure?.querySelector('tbody')?.rows[index]?.querySelectorAll<HTMLElement>('td')
  // A group's row has one cell for all columns.
  return cells?.[Math.min(rowCells.indexOf(column), cells.length - 1)] ?? null
}

function mark(cell: HTMLElement, { colour, isChosen }: AnnotatedCell): () => void {
  cell.dataset['annotated'] = isChosen ? 'chosen' : 'yes'
  cell.style.setProperty('--annotator', `var(--p${colour})`)
  cell.setAttribute('aria-description', vi.grid.annotated)
  return () => {
    Reflect.deleteProperty(cell.dataset, 'annotated')
    cell.style.removeProperty('--annotator')
    cell.removeAttribute('aria-description')
  }
}
