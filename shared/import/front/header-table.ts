import type { Fields } from '../../report/fields'
import { itemsOf, type TableItem } from '../lines/items'
import { splitLine, type Line } from '../lines/line'
import type { SourceCell } from '../source'
import { bodyFields, mergeFields, readHeaderLine, type HeaderLine } from './header-lines'
import { isBody } from './known-phrases'

export interface Header {
  readonly family: 'party' | 'state' | undefined
  readonly fields: Partial<Fields>
  /** Lines that belong to no field ("V/v …"), to be kept as text. */
  readonly left: readonly Line[]
}

/**
 * The borderless table of two columns at the top: bodies, number, draft mark left; nation, place and date right.
 * Undefined where it is some other table, or where a line would have to be guessed.
 */
export function readHeaderTable(item: TableItem): Header | undefined {
  const { rows } = item.table
  if (rows.length === 0 || rows.length > 6 || rows.some(row => row.cells.length > 3)) return undefined
  const lines = rows.flatMap(row =>
    row.cells.flatMap((cell, index) =>
      (linesOf(cell, item.place) ?? []).map(line => sided(line, index === 0)),
    ),
  )
  if (rows.some(row => row.cells.some(cell => linesOf(cell, item.place) === undefined))) return undefined
  return readSides(lines)
}

interface SidedLine {
  readonly line: Line
  readonly atLeft: boolean
  readonly read: HeaderLine | undefined
}

const sided = (line: Line, atLeft: boolean): SidedLine => ({ line, atLeft, read: readHeaderLine(line) })

/** The lines of a cell, or undefined where it holds more than lines. */
function linesOf(cell: SourceCell, place: string): Line[] | undefined {
  const items = itemsOf(cell.blocks)
  if (items.some(item => item.kind === 'table')) return undefined
  return items.flatMap(item => (item.kind === 'line' ? splitLine({ ...item, place }) : []))
}

function readSides(lines: readonly SidedLine[]): Header | undefined {
  const nation = lines.map(({ read }) => read).find(read => read?.kind === 'nation')
  const known = lines.filter(({ read }) => read?.kind === 'fields').length
  if (!nation && known < 2) return undefined
  const bodies = leadingBodies(lines)
  const rest = lines.filter(({ read, line }) => !read && !bodies.includes(line)).map(({ line }) => line)
  const fields = mergeFields([
    ...lines.flatMap(({ read }) => (read?.kind === 'fields' ? [read.fields] : [])),
    bodyFields(bodies),
  ])
  if (!fields) return undefined
  return { family: nation?.kind === 'nation' ? nation.family : undefined, fields, left: rest }
}

/** The names of bodies: unknown lines in capitals at the left, above the first line that is known. */
function leadingBodies(lines: readonly SidedLine[]): Line[] {
  const atLeft = lines.filter(line => line.atLeft)
  const known = atLeft.findIndex(({ read }) => read !== undefined)
  return atLeft
    .slice(0, known < 0 ? undefined : known)
    .map(({ line }) => line)
    .filter(line => !line.hasNotes && (line.upper || isBody(line.text)) && line.words <= 20)
}
