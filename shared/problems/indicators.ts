import type { IndicatorRow, IndicatorTable, RowCell } from '../indicators/indicator-row'
import { indicatorStatus } from '../indicators/indicator-status'
import { checkRemark } from '../indicators/status-remark'
import { statusWords } from '../indicators/words'
import type { TableId } from '../report/ids'
import { blockIdOf, forEachBlock, isIndicatorTable, tableIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { perObject } from '../util/per-object'
import { problem, type Problem, type ProblemCode } from './problem'

export function indicatorProblems({ text, indicators }: Report): Problem[] {
  const problems: Problem[] = []
  const placed = new Set<TableId>()
  forEachBlock(text, block => {
    if (!isIndicatorTable(block)) return
    const id = tableIdOf(block)
    placed.add(id)
    if (!indicators.has(id)) problems.push(problem('missing-table', { kind: 'block', id: blockIdOf(block) }))
  })
  for (const [id, table] of indicators) {
    if (!placed.has(id)) problems.push(problem('unplaced-table', { kind: 'table', id }, table.title))
    problems.push(...rowProblems(table))
  }
  return problems
}

const rowProblems = perObject((table: IndicatorTable): readonly Problem[] =>
  table.rows.flatMap(row =>
    checkRow(row).map(({ code, cell, quote }) =>
      problem(code, { kind: 'cell', tableId: table.id, rowId: row.id, cell }, quote),
    ),
  ),
)

interface RowFinding {
  readonly code: ProblemCode
  readonly cell: RowCell
  readonly quote: string
}

const checkRow = perObject((row: IndicatorRow): readonly RowFinding[] => {
  const findings: RowFinding[] = []
  if (row.name.trim() === '') findings.push({ code: 'unnamed-row', cell: 'name', quote: figuresOf(row) })
  const status = indicatorStatus(row)
  if (status.kind === 'unknown' && status.reason === 'no-result')
    findings.push({ code: 'missing-result', cell: 'result', quote: `Mục tiêu: ${row.target.trim()}` })
  const remark = checkRemark(row)
  if (remark.kind === 'differs') {
    const quote = `${figuresOf(row)}; theo số liệu là “${statusWords[remark.computed]}”, ghi chú viết “${row.remark.trim()}”`
    findings.push({ code: 'differing-remark', cell: 'remark', quote })
  }
  return findings
})

/** What a person compares, as it stands in the row; empty cells are left out. */
const figuresOf = ({ target, result }: IndicatorRow): string =>
  [target.trim() && `Mục tiêu: ${target.trim()}`, result.trim() && `Kết quả: ${result.trim()}`]
    .filter(Boolean)
    .join('; ')
