import type { PlainTable } from '../../../shared/ipc/paper'
import { OnPaper } from '../../ui/OnPaper'

/** A list as it is printed: title, lines, a table whose head stands on every page. */
export const TableOnPaper = ({ table, onReady }: { table: PlainTable; onReady: () => void }) => (
  <OnPaper onReady={onReady}>
    <h1>{table.title}</h1>
    {table.lines.map(line => (
      <p key={line}>{line}</p>
    ))}
    <table>
      <colgroup>
        {table.columns.map(({ label, width }) => (
          <col key={label} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </OnPaper>
)
