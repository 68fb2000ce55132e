/** A cell in its place; cells that fill a hole left by concurrent edits have no `cell`. */
export interface PlacedCell<Cell> {
  readonly cell: Cell | null
  readonly x: number
  readonly colspan: number
  readonly rowspan: number
}

interface SpanningCell<Cell> {
  readonly cell: Cell
  readonly colspan: number
  readonly rowspan: number
}

/**
 * Places cells as a browser does (each in the next free column) and fills what is left, so that every place is
 * covered by exactly one cell: Word and Typst shift or refuse tables that are ragged.
 */
export function layOutRows<Cell>(rows: readonly (readonly SpanningCell<Cell>[])[]): {
  readonly columns: number
  readonly rows: readonly (readonly PlacedCell<Cell>[])[]
} {
  const taken: boolean[][] = rows.map(() => [])
  const placed = rows.map((cells, y) => placeRow(cells, y, taken))
  const columns = Math.max(0, ...taken.map(row => row.length))
  return { columns, rows: placed.map((cells, y) => fillHoles(cells, taken[y] ?? [], columns)) }
}

function placeRow<Cell>(
  cells: readonly SpanningCell<Cell>[],
  y: number,
  taken: boolean[][],
): PlacedCell<Cell>[] {
  let x = 0
  return cells.map(({ cell, colspan, rowspan }) => {
    while (taken[y]?.[x]) x++
    const place = {
      cell,
      x,
      colspan: freeColumns(taken, y, x, colspan),
      rowspan: freeRows(taken, y, x, rowspan),
    }
    for (let row = y; row < y + place.rowspan; row++)
      for (let column = x; column < x + place.colspan; column++) (taken[row] ??= [])[column] = true
    return place
  })
}

const freeColumns = (taken: boolean[][], y: number, x: number, wanted: number): number => {
  let span = 1
  while (span < wanted && !taken[y]?.[x + span]) span++
  return span
}

/** A merged cell ends with the table, and above a cell that is already merged from further up. */
const freeRows = (taken: boolean[][], y: number, x: number, wanted: number): number => {
  let span = 1
  while (span < wanted && y + span < taken.length && !taken[y + span]?.[x]) span++
  return span
}

function fillHoles<Cell>(
  cells: readonly PlacedCell<Cell>[],
  taken: readonly boolean[],
  columns: number,
): PlacedCell<Cell>[] {
  const holes: PlacedCell<Cell>[] = []
  for (let x = 0; x < columns; x++) if (!taken[x]) holes.push({ cell: null, x, colspan: 1, rowspan: 1 })
  return [...cells, ...holes].sort((a, b) => a.x - b.x)
}
