import type { Node } from 'prosemirror-model'
import { defaultColumns, type IndicatorRow, type IndicatorTable } from '../../shared/indicators/indicator-row'
import type { RowId, TableId } from '../../shared/report/ids'
import { schema } from '../../shared/report/schema'

let lastRow = 0

/** A row with what the test cares about; everything else is empty. */
export const row = (cells: Partial<Omit<IndicatorRow, 'id'>> & { id?: string }): IndicatorRow => ({
  kind: 'indicator',
  groupLevel: 'roman',
  direction: '',
  ...{ name: '', unit: '', base: '', target: '', result: '', remark: '' },
  ...cells,
  id: (cells.id ?? `r${++lastRow}`) as RowId,
})

/** A report's tables: one of them. */
export const table = (id: string, rows: IndicatorRow[], title = ''): Map<TableId, IndicatorTable> =>
  new Map([[id as TableId, { id: id as TableId, title, columns: defaultColumns, rows }]])

export const tableBlock = (id: string): Node => schema.node('indicator_table', { id })
export const optionsBlock = (id: string): Node => schema.node('options', { id })
