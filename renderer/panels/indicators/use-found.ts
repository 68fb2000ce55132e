import { useLayoutEffect, type RefObject } from 'react'
import type { Match } from '../../../shared/find/find'
import { rowCells, type IndicatorRow, type RowCell } from '../../../shared/indicators/indicator-row'
import type { RowId, TableId } from '../../../shared/report/ids'

interface FoundCell {
  readonly row: RowId
  readonly cell: RowCell
  readonly from: number
  readonly to: number
  readonly isHere: boolean
}

/** The matches of one table: in its cells, and whether in its title. */
export interface Found {
  readonly cells: readonly FoundCell[]
  readonly title: 'some' | 'here' | null
}

const nothing: Found = { cells: [], title: null }

/** `current` is the index of the match that is being shown. */
export function foundIn(id: TableId, matches: readonly Match[], current: number): Found {
  const cells: FoundCell[] = []
  let title: Found['title'] = null
  for (const [index, { place, from, to }] of matches.entries()) {
    const isHere = index === current
    if (place.kind === 'cell' && place.tableId === id)
      cells.push({ row: place.rowId, cell: place.cell, from, to, isHere })
    if (place.kind === 'table-title' && place.tableId === id) title = isHere ? 'here' : (title ?? 'some')
  }
  return cells.length > 0 || title ? { cells, title } : nothing
}

/**
 * Marks found words in the cells without touching their elements, which React owns, and brings the one that is
 * shown into view. The chosen cell's field is see-through, so the words below it are marked all the same.
 */
export function useFoundWords(
  figure: RefObject<HTMLElement | null>,
  found: Found,
  rows: readonly IndicatorRow[],
): void {
  useLayoutEffect(() => {
    if (found === nothing) return undefined
    const marks = found.cells.flatMap(cell => {
      const element = elementOf(figure.current, rows, cell)
      const range = element && rangeIn(element, cell)
      return range ? [{ range, element, isHere: cell.isHere }] : []
    })
    const here = marks.find(mark => mark.isHere)?.element
    for (const { range, isHere } of marks) highlightFor(isHere).add(range)
    here?.setAttribute('data-found', 'here')
    return () => {
      for (const { range, isHere } of marks) highlightFor(isHere).delete(range)
      here?.removeAttribute('data-found')
    }
  }, [figure, found, rows])
  const here = found.cells.find(cell => cell.isHere)
  const spot = here ? `${here.row} ${here.cell} ${here.from}` : found.title === 'here' ? 'title' : ''
  useLayoutEffect(() => {
    if (spot) figure.current?.querySelector('[data-found=here]')?.scrollIntoView({ block: 'center' })
  }, [figure, spot])
}

function elementOf(
  figure: HTMLElement | null,
  rows: readonly IndicatorRow[],
  { row, cell }: FoundCell,
): HTMLElement | null {
  const index = rows.findIndex(({ id }) => id === row)
  const body = figure?.querySelector('tbody')
  return (
    body?.rows[index]?.querySelector<HTMLElement>(`td:nth-of-type(${rowCells.indexOf(cell) + 1})`) ?? null
  )
}

function rangeIn(element: HTMLElement, { from, to }: FoundCell): Range | null {
  const words = element.querySelector('.words')?.firstChild
  if (!words || to > (words.textContent?.length ?? 0)) return null
  const range = document.createRange()
  range.setStart(words, from)
  range.setEnd(words, to)
  return range
}

/** The registry of the page is one for all grids; paper.css says how its names look. */
function highlightFor(isHere: boolean): Highlight {
  const name = isHere ? 'found-here' : 'found'
  const known = CSS.highlights.get(name) ?? new Highlight()
  CSS.highlights.set(name, known)
  return known
}
