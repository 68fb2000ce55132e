import { useLayoutEffect, type RefObject } from 'react'
import { rowCells, type IndicatorTable } from '../../../shared/indicators/indicator-row'
import { usePresence, type Person } from '../../state/presence'

/** Marks the cells in which colleagues are, without touching what React owns of them. */
export function useColleaguesIn(
  figure: RefObject<HTMLElement | null>,
  { id, rows }: Pick<IndicatorTable, 'id' | 'rows'>,
): void {
  const people = usePresence(state => state.people)
  useLayoutEffect(() => {
    const marks = people.flatMap(person => {
      const { at, isSelf } = person
      const cell =
        !isSelf && at.kind === 'cell' && at.tableId === id ? cellAt(figure.current, rows, at) : null
      return cell ? [mark(cell, person)] : []
    })
    return () => marks.forEach(unmark => unmark())
  }, [figure, people, id, rows])
}

type CellPlace = Extract<Person['at'], { kind: 'cell' }>

function cellAt(
  figure: HTMLElement | null,
  rows: IndicatorTable['rows'],
  { rowId, cell }: CellPlace,
): HTMLElement | null {
  const index = rows.findIndex(row => row.id === rowId)
  const cells = figure?.querySelector('tbody')?.rows[index]?.querySelectorAll<HTMLElement>('td')
  // A group's row has one cell for all columns.
  return cells?.[Math.min(rowCells.indexOf(cell), cells.length - 1)] ?? null
}

/** Several may be in one cell: all names are shown, in the colour of the last who came. */
function mark(cell: HTMLElement, { client, name, colour, isIdle }: Person): () => void {
  const { dataset, style } = cell
  const names = dataset['colleague']
  const clients = dataset['client']
  dataset['colleague'] = names ? `${names}, ${name}` : name
  dataset['client'] = clients ? `${clients} ${client}` : String(client)
  dataset['idle'] = String(isIdle)
  style.setProperty('--who', `var(--p${colour})`)
  return () => {
    for (const kept of ['colleague', 'client', 'idle']) Reflect.deleteProperty(dataset, kept)
    style.removeProperty('--who')
  }
}
