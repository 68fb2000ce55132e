import type { SourceBlock, SourceRow } from '../../../../../shared/import/source'
import type { XmlElement } from '../xml/element'

/** A cell as Word stores it: each cell of a merged area is there, the later ones only "continue". */
export interface WordCell {
  readonly properties: XmlElement | undefined
  readonly span: number
  readonly down: 'begin' | 'continue' | undefined
  readonly across: 'begin' | 'continue' | undefined
  readonly blocks: readonly SourceBlock[]
}

export interface WordRow {
  readonly header: boolean
  /** Columns left free in front of the first and behind the last cell. */
  readonly before: number
  readonly after: number
  readonly cells: readonly WordCell[]
}

interface PlacedCell {
  colspan: number
  rowspan: number
  readonly blocks: SourceBlock[]
}

/** Cells with row and column spans. A continuation without a beginning is a cell of its own; no text is lost. */
export function placeCells(rows: readonly WordRow[]): SourceRow[] {
  /** Column → the cell that began a merge down from there. */
  let above = new Map<number, PlacedCell>()
  return rows.map(({ header, before, after, cells }) => {
    const placed: PlacedCell[] = []
    const below = new Map<number, PlacedCell>()
    let column = before
    if (before > 0) placed.push(emptyCell(before))
    for (const cell of cells) {
      const started = cell.down === 'continue' ? above.get(column) : undefined
      const last = placed.at(-1)
      if (started) {
        started.rowspan++
        keepText(started, cell)
        below.set(column, started)
      } else if (cell.across === 'continue' && last) {
        last.colspan += cell.span
        keepText(last, cell)
      } else {
        const own = { colspan: cell.span, rowspan: 1, blocks: [...cell.blocks] }
        placed.push(own)
        if (cell.down) below.set(column, own)
      }
      column += cell.span
    }
    if (after > 0) placed.push(emptyCell(after))
    above = below
    return { header, cells: placed }
  })
}

const emptyCell = (colspan: number): PlacedCell => ({ colspan, rowspan: 1, blocks: [] })

/** Word hides what a continued cell holds; usually it is one empty paragraph. */
function keepText(into: PlacedCell, { blocks }: WordCell): void {
  if (blocks.some(block => block.kind !== 'paragraph' || block.inlines.length > 0))
    into.blocks.push(...blocks)
}
