import type { Fields } from '../../report/fields'
import { splitAtColumns } from '../lines/clean-inlines'
import type { Item } from '../lines/items'
import { withInlines, type Line } from '../lines/line'
import { bodyFields, mergeFields, readHeaderLine, type HeaderLine } from './header-lines'
import { isBody } from './known-phrases'

export interface HeaderParagraphs {
  readonly family: 'party' | 'state'
  readonly fields: Partial<Fields>
  /** Items among them that are not of the header. */
  readonly kept: readonly Item[]
  /** How many items the header reaches over. */
  readonly taken: number
}

/** One side of a line: two columns are often faked with tabs or many spaces. */
interface Column {
  readonly line: Line
  readonly read: HeaderLine | undefined
  readonly isBody: boolean
}

/**
 * A header made of paragraphs. Undefined without the nation's name, or where two lines claim one field. A line is
 * taken only whole. `open` = nothing says where the header ends, so its last known line does.
 */
export function readHeaderParagraphs(front: readonly Item[], open: boolean): HeaderParagraphs | undefined {
  const columns = withBodies(front.map(columnsOf))
  const isTaken = columns.map(line => line.length > 0 && line.every(({ read, isBody }) => read || isBody))
  const end = open ? isTaken.lastIndexOf(true) + 1 : front.length
  const found = columns.filter((_, index) => isTaken[index]).flat()
  const nation = found.find(({ read }) => read?.kind === 'nation')?.read
  const fields = mergeFields([
    ...found.flatMap(({ read }) => (read?.kind === 'fields' ? [read.fields] : [])),
    bodyFields(found.filter(({ isBody }) => isBody).map(({ line }) => line)),
  ])
  if (nation?.kind !== 'nation' || !fields) return undefined
  const kept = front.slice(0, end).filter((_, index) => !isTaken[index])
  return { family: nation.family, fields, kept, taken: end }
}

function columnsOf(item: Item): Column[] {
  if (item.kind === 'table') return []
  const parts = splitAtColumns(item.paragraph.inlines)
  const lines = parts.length > 1 ? parts.map(part => withInlines(item, part)) : [item]
  return lines.map(line => ({ line, read: readHeaderLine(line), isBody: false }))
}

/** Names of bodies stand at the left; lines in capitals below carry such a name on. */
function withBodies(lines: readonly Column[][]): Column[][] {
  let goesOn = false
  return lines.map(line =>
    line.map((column, index) => {
      if (index > 0) return column
      goesOn = isFree(column) && (isBody(column.line.text) || (goesOn && column.line.upper))
      return { ...column, isBody: goesOn }
    }),
  )
}

const isFree = ({ line, read }: Column): boolean => !read && !line.hasNotes && line.words <= 14
