import { memo, type MouseEvent } from 'react'
import { rowCells, type IndicatorRow, type RowCell } from '../../../shared/indicators/indicator-row'
import { vi } from '../../wording/vi'
import { StatusChip } from './StatusChip'

export interface CellAt {
  readonly row: number
  /** -1 is the TT: it stands for the whole row. */
  readonly column: number
}

interface GridRowProps {
  readonly row: IndicatorRow
  readonly index: number
  readonly number: string
  /** First and last chosen column in this row, or null. */
  readonly chosenFrom: number | null
  readonly chosenTo: number | null
  /** The column that holds the text field, or null. */
  readonly caret: number | null
  readonly input: React.ReactNode
  readonly onPress: (cell: CellAt, event: MouseEvent) => void
  readonly onDrag: (cell: CellAt) => void
  readonly onStatus: (index: number) => void
}

/** One row. Drawn again only when its own record, number or selection changes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, number, onPress } = props
  const group = row.kind === 'group'
  return (
    <tr className={`grid-row ${row.kind}`} aria-label={row.name || vi.grid.row(index + 1)}>
      <th
        scope="row"
        role="rowheader"
        className="number"
        onMouseDown={event => onPress({ row: index, column: -1 }, event)}
      >
        {number}
      </th>
      {(group ? rowCells.slice(0, 1) : rowCells).map((cell, column) => (
        <GridCell key={cell} {...props} cell={cell} column={column} span={group ? rowCells.length : 1} />
      ))}
    </tr>
  )
})

function GridCell(props: GridRowProps & { cell: RowCell; column: number; span: number }) {
  const { row, index, cell, column, span, chosenFrom, chosenTo } = props
  const caret = span > 1 ? props.caret !== null : props.caret === column
  const chosen =
    chosenFrom !== null && chosenTo !== null && column + span - 1 >= chosenFrom && column <= chosenTo
  return (
    <td
      role="gridcell"
      colSpan={span}
      className={`${cell}${chosen ? ' chosen' : ''}${caret ? ' caret' : ''}`}
      aria-selected={chosen}
      onMouseDown={event => props.onPress({ row: index, column }, event)}
      onMouseEnter={event => event.buttons === 1 && props.onDrag({ row: index, column })}
    >
      <span className="words">{row[cell]}</span>
      {cell === 'remark' && <StatusChip row={row} onPress={() => props.onStatus(index)} />}
      {caret && props.input}
    </td>
  )
}
