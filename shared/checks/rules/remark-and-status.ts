import { checkRemark } from '../../indicators/status-remark'
import { statusWords } from '../../indicators/words'
import type { Finding, FoundPlace } from '../finding'
import type { ReportRule } from '../rule'

/** A row that is remarked "Hoàn thành" and is not. */
export const remarkAndStatus: ReportRule = {
  kind: 'report',
  name: 'remark-and-status',
  severity: 'error',
  explanation: {
    title: 'Ghi chú của chỉ tiêu trái với số liệu',
    finds:
      'Cột ghi chú viết “Hoàn thành”, “Hoàn thành vượt”, “Chưa hoàn thành” mà so kết quả với mục tiêu thì khác.',
    example: 'Mục tiêu ≥ 90, kết quả 88,4, ghi chú “Hoàn thành”.',
    silent:
      'Khi mục tiêu hoặc kết quả không phải là con số, khác đơn vị, chưa rõ cao hay thấp là tốt, hoặc ghi chú nói việc khác.',
  },
  check: ({ report }) =>
    [...report.indicators.values()].flatMap(table =>
      table.rows.flatMap((row): Finding[] => {
        const remark = checkRemark(row)
        if (remark.kind !== 'differs') return []
        const placeOf = (cell: 'remark' | 'target' | 'result'): FoundPlace => ({
          place: { kind: 'cell', table: table.id, row: row.id, cell },
          section: null,
          from: 0,
          to: row[cell].length,
          quote: row[cell],
        })
        return [
          {
            rule: remarkAndStatus.name,
            // Beyond a range is "vượt" for some offices and "hoàn thành" for others; short of it is neither.
            severity: remark.computed === 'missed' || remark.typed === 'missed' ? 'error' : 'question',
            message: `“${row.name.trim()}”: mục tiêu ${row.target.trim()}, kết quả ${row.result.trim()} là “${statusWords[remark.computed]}”, ghi chú viết “${row.remark.trim()}”.`,
            places: [placeOf('remark'), placeOf('target'), placeOf('result')],
            computed: statusWords[remark.computed],
            found: row.remark.trim(),
          },
        ]
      }),
    ),
}
