import type { RowCell } from '../indicators/indicator-row'
import type { BlockId, NoteId, RowId, TableId } from '../report/ids'
import type { Range } from './merge-inline'

/** Places of today's report that both sides changed, each in another way. */
export class Overlaps {
  private readonly blocks = new Set<BlockId>()
  private readonly words = new Map<BlockId, Range[]>()
  private readonly notes = new Set<NoteId>()
  private readonly cells = new Set<string>()

  block(id: BlockId): void {
    this.blocks.add(id)
  }

  /** Offsets in a block of today's text. */
  range(id: BlockId, range: Range): void {
    this.words.set(id, [...(this.words.get(id) ?? []), range])
  }

  note(id: NoteId): void {
    this.notes.add(id)
  }

  cell(table: TableId, row: RowId, column: RowCell): void {
    this.cells.add(`${table} ${row} ${column}`)
  }

  hasBlock(id: BlockId): boolean {
    return this.blocks.has(id)
  }

  hasWords(id: BlockId, { from, to }: Range): boolean {
    return (this.words.get(id) ?? []).some(range => from <= range.to && range.from <= to)
  }

  hasNote(id: NoteId): boolean {
    return this.notes.has(id)
  }

  hasCell(table: TableId, row: RowId, column: RowCell): boolean {
    return this.cells.has(`${table} ${row} ${column}`)
  }
}
