import type { Figure } from '../../figures/figure'
import { readNumbers } from '../../figures/read-numbers'
import { measureIn, unitIn } from '../../figures/units'
import type { IndicatorRow, IndicatorTable } from '../../indicators/indicator-row'
import { perObject } from '../../util/per-object'
import { isRoundingOf } from '../amounts'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { ReportRule } from '../rule'
import { isAhead } from '../ahead'
import { coverage, subjectsOf, tellingWords } from '../subject'

/** "Tỷ lệ hộ nghèo còn 0,6%" beside 0,88 in the table of indicators. */
export const proseAndTable: ReportRule = {
  kind: 'report',
  name: 'prose-and-table',
  severity: 'error',
  explanation: {
    title: 'Số trong lời văn khác bảng chỉ tiêu',
    finds:
      'Một chỉ tiêu của bảng được nêu trong lời văn hay chú thích với số khác kết quả, mục tiêu và số đầu kỳ trong bảng.',
    example: 'Bảng ghi tỷ lệ hộ nghèo 0,88%, lời văn viết “tỷ lệ hộ nghèo còn 0,6%”.',
    silent:
      'Khi số trong lời văn là số làm tròn của bảng, nói về năm khác, về một phần (khu vực, ngành), hoặc là mức tăng, giảm.',
  },
  check: ({ report, passages }) => {
    const rows = [...report.indicators.values()].flatMap(table =>
      namedRows(table).map(row => ({ ...row, table })),
    )
    if (rows.length === 0) return []
    return passages.flatMap(passage =>
      passage.numbers.figures.flatMap((figure, index) => checkFigure(passage, figure, index, rows)),
    )
  },
}

interface NamedRow {
  readonly row: IndicatorRow
  /** Telling words of its own name, and of the row above that it belongs to. */
  readonly name: readonly string[]
  readonly parent: readonly string[]
  readonly unit: string
}

interface PlacedRow extends NamedRow {
  readonly table: IndicatorTable
}

const ownSubject = /^[\s–-]*(?:tỷ lệ|tỉ lệ|số|tổng|diện tích|giá trị|thu|tốc độ)/iu

const namedRows = perObject((table: IndicatorTable): readonly NamedRow[] => {
  let parent: readonly string[] = []
  return table.rows.flatMap(row => {
    const name = tellingWords(row.name)
    const isSub = row.kind === 'sub' || /^\s*[–-]/u.test(row.name)
    if (!isSub) parent = row.kind === 'indicator' ? name : []
    if (row.kind === 'group' || row.result.trim() === '') return []
    return [
      { row, name, parent: isSub && !ownSubject.test(row.name) ? parent : [], unit: unitOfCell(row.unit) },
    ]
  })
})

const unitOfCell = (unit: string): string => {
  const words = unit.trim().replace(/\/\s*năm$/iu, '')
  const [, scaled] = /^(?:nghìn|triệu|tỷ|tỉ)\s+(.*)$/iu.exec(words) ?? []
  const known = unitIn((scaled ?? words).toLowerCase()) ?? measureIn(words)
  return known?.name ?? words.toLowerCase()
}

const scaleOfCell = (unit: string): number => readNumbers(`1 ${unit.toLowerCase()}`).figures[0]?.scale ?? 1

/** So many other words say that a part is meant, or another thing. */
const mostOthers = 2

function checkFigure(passage: Passage, figure: Figure, index: number, rows: readonly PlacedRow[]): Finding[] {
  if (figure.change !== '' || figure.of !== null || figure.low !== figure.high || figure.unit === '')
    return []
  const subject = subjectsOf(passage)[index]
  if (!subject || subject.all.size < 2) return []
  const fitting = rows
    .filter(
      ({ unit, name, parent }) =>
        unit === figure.unit &&
        coverage(name, subject.all) >= 0.8 &&
        coverage(parent, subject.all) >= 0.5 &&
        name.length > 1,
    )
    .sort((one, other) => other.name.length - one.name.length)
  const best = fitting[0]
  if (!best || fitting[1]?.name.length === best.name.length) return []
  const others = subject.before.filter(word => !best.name.includes(word) && !best.parent.includes(word))
  if (
    isParted(subject.before, best.name) ||
    others.length > mostOthers ||
    isOfAnotherTime(figure, best) ||
    isAhead(passage, figure)
  )
    return []
  const cells = [best.row.result, best.row.target, best.row.base].flatMap(text => cellFigure(text, best.row))
  if (cells.length === 0 || cells.some(cell => agrees(figure, cell))) return []
  return [findingOf(passage, figure, best, others.length === 0)]
}

/** "Hộ cận nghèo" is not "hộ nghèo": a word inside the name makes another name of it. */
function isParted(words: readonly string[], name: readonly string[]): boolean {
  const first = words.findIndex(word => name.includes(word))
  const last = words.findLastIndex(word => name.includes(word))
  return words.slice(first, last).some(word => !name.includes(word))
}

function cellFigure(text: string, row: IndicatorRow): Figure[] {
  const scale = scaleOfCell(row.unit)
  return readNumbers(text)
    .figures.slice(0, 1)
    .map(figure => ({
      ...figure,
      low: figure.low * scale,
      high: figure.high * scale,
      step: figure.step * scale,
    }))
}

/** Whether a text may say this of a cell: equal, rounded, or within what it claims. */
export function agrees(told: Figure, cell: Figure): boolean {
  const { low, high } = cell
  switch (told.modality) {
    case 'exact':
      return low === high ? isRoundingOf(told, low) : told.low >= low && told.low <= high
    case 'more':
    case 'at-least':
      // "Trên 90%" of a table's 90 is a bound repeated.
      return high >= told.low && high <= told.low * 1.15
    case 'less':
    case 'at-most':
      return low <= told.low && low >= told.low * 0.85
    case 'nearly':
    case 'about':
      return Math.abs(high - told.low) <= told.low * 0.07
  }
}

/** The table tells the last year of the term; a year in the middle is not in it. */
function isOfAnotherTime({ period }: Figure, { table }: PlacedRow): boolean {
  if (!period) return false
  const years = `${table.title} ${table.columns.result}`.match(/(?:19|20)\d{2}/g)?.map(Number) ?? []
  return years.length > 0 && !years.includes(period.last)
}

function findingOf(passage: Passage, figure: Figure, { row, table }: PlacedRow, isSure: boolean): Finding {
  const found = passage.text.slice(figure.from, figure.to)
  const computed = `${row.result.trim()} ${row.unit.trim()}`.trim()
  return {
    rule: proseAndTable.name,
    severity: isSure ? 'error' : 'question',
    message: `Bảng chỉ tiêu ghi “${row.name.trim()}” ${computed}, ở đây ghi ${found}.`,
    places: [
      placeIn(passage, figure),
      {
        place: { kind: 'cell', table: table.id, row: row.id, cell: 'result' },
        section: null,
        from: 0,
        to: row.result.length,
        quote: row.result,
      },
    ],
    computed,
    found,
  }
}
