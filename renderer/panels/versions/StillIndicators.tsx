import { rowCells, type IndicatorTable } from '../../../shared/indicators/indicator-row'
import { numberRows } from '../../../shared/numbering/number-rows'
import { vi } from '../../wording/vi'

/** An indicator table as it stood, for reading. */
export function StillIndicators({ table }: { table: IndicatorTable }) {
  const numbers = numberRows(table.rows)
  return (
    <figure className="indicators still" aria-label={table.title || vi.grid.table}>
      {table.title && <div className="table-title">{table.title}</div>}
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              {vi.grid.number}
            </th>
            {rowCells.map(cell => (
              <th key={cell} scope="col" className={cell}>
                {table.columns[cell]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(row => (
            <tr key={row.id} className={row.kind}>
              <td className="number">{numbers.get(row.id)}</td>
              {rowCells.map(cell => (
                <td key={cell} className={cell}>
                  <div className="words">{row[cell]}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
