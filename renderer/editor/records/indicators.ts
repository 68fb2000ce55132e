import type { Doc } from 'yjs'
import { defaultColumns, type IndicatorTable } from '../../../shared/indicators/indicator-row'
import { newRowId, type TableId } from '../../../shared/report/ids'
import { byHand, indicatorsOf } from '../../../shared/sync/report-doc'
import { toIndicators } from '../../../shared/sync/write-report'

/** A table with one empty row to begin with. */
export const newIndicatorTable = (id: TableId): IndicatorTable => ({
  id,
  title: '',
  columns: defaultColumns,
  rows: [
    {
      id: newRowId(),
      kind: 'indicator',
      groupLevel: 'roman',
      direction: '',
      ...{ name: '', unit: '', base: '', target: '', result: '', remark: '' },
    },
  ],
})

export const addIndicatorTable = (body: Doc, table: IndicatorTable): void =>
  body.transact(() => void indicatorsOf(body).set(table.id, toIndicators(table)), byHand)
