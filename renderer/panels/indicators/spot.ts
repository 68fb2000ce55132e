/** A cell of the grid: row and column from 0; columns are those a person types (the TT is not among them). */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** Cells between two corners; `head` is where the caret is. */
export interface Selection {
  readonly anchor: Spot
  readonly head: Spot
}

export interface Size {
  readonly rows: number
  readonly columns: number
}

export interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const at = (row: number, column: number): Selection => ({
  anchor: { row, column },
  head: { row, column },
})

/** The corners in order; both ends belong to it. */
export function areaOf({ anchor, head }: Selection): Area {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  }
}

export const isIn = (area: Area, spot: Spot): boolean =>
  spot.row >= area.top && spot.row <= area.bottom && spot.column >= area.left && spot.column <= area.right

export const isSingle = ({ anchor, head }: Selection): boolean =>
  anchor.row === head.row && anchor.column === head.column

/** Keeps a selection inside a grid that has become smaller. */
export function fit({ anchor, head }: Selection, size: Size): Selection {
  const inside = (spot: Spot): Spot => ({
    row: clamp(spot.row, size.rows),
    column: clamp(spot.column, size.columns),
  })
  return { anchor: inside(anchor), head: inside(head) }
}

export const moved = (spot: Spot, by: Spot, size: Size): Spot => ({
  row: clamp(spot.row + by.row, size.rows),
  column: clamp(spot.column + by.column, size.columns),
})

/** The cell after or before in reading order, or null past either end. */
export function stepped(spot: Spot, step: 1 | -1, size: Size): Spot | null {
  const index = spot.row * size.columns + spot.column + step
  if (index < 0 || index >= size.rows * size.columns) return null
  return { row: Math.floor(index / size.columns), column: index % size.columns }
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))
