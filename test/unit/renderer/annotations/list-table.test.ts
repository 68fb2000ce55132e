import { expect, test } from 'vitest'
import { listTable } from '../../../../renderer/panels/review/annotations/list-table'
import { everything } from '../../../../shared/review/list/review-filter'
import { reviewList } from '../../../../shared/review/list/review-list'
import { reviewOf } from '../../../../shared/review/review-of'
import { anchorAt, knownAll, minute, noOwner, recordOf } from '../../../support/review-records'
import { committeeOf, memberNamed, reportToList } from '../../../support/report-to-list'

const rows = reviewList(
  {
    review: reviewOf(
      knownAll(
        recordOf('annotation.added', { id: 'one', anchor: { ...anchorAt('A'), quote: 'mười phần trăm' } }),
        recordOf('annotation.replied', { id: 'two', of: 'one', text: 'Đã sửa', at: minute(3) }),
        recordOf('annotation.resolved', { id: 'end', of: 'one', author: 'binh', at: minute(5) }),
      ),
      noOwner,
    ),
    report: reportToList,
    ledger: committeeOf(memberNamed('an', { unit: 'Văn phòng' }), memberNamed('binh')),
  },
  everything,
)
const now = new Date(minute(10))

test('a list on paper names days by their dates, also on the day itself', () => {
  const table = listTable(rows, { title: 'Báo cáo', now, detached: new Set() })
  expect(JSON.stringify(table)).not.toContain('hôm nay')
  expect(table.rows[0]?.[5]).toMatch(/ngày 31\/03\/2026$/u)
})

test('every row has a cell for each column, and says how the thread ended and what was answered', () => {
  const table = listTable(rows, { title: '', now, detached: new Set(['one']) })
  expect(table.rows.every(row => row.length === table.columns.length)).toBe(true)
  expect(table.rows[0]?.[7]).toMatch(/^Đã xong, .*Chữ không còn trong báo cáo$/u)
  expect(table.rows[0]?.[8]).toContain('Đã sửa')
})
