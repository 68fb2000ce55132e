import type { Node } from 'prosemirror-model'
import { rowCells, type IndicatorTable, type RowCell } from '../indicators/indicator-row'
import { numberNotes } from '../numbering/number-notes'
import type { Options } from '../options/options'
import type { BlockId, NoteId, OptionsId, RowId, TableId, WordingId } from '../report/ids'
import { blockIdOf, isIndicatorTable, isOptions, optionsIdOf, tableIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { makeSearch, type FindOptions, type Range, type Search } from './search'

/** Where a match stands. `paragraph` counts the paragraphs of a note or a wording from 0. */
export type FoundPlace =
  /** A heading or paragraph of the text, also inside a table. `pos` is before the block in this very report. */
  | { readonly kind: 'block'; readonly id: BlockId; readonly pos: number }
  | { readonly kind: 'note'; readonly id: NoteId; readonly paragraph: number }
  | { readonly kind: 'cell'; readonly tableId: TableId; readonly rowId: RowId; readonly cell: RowCell }
  | { readonly kind: 'table-title'; readonly tableId: TableId }
  | {
      readonly kind: 'wording'
      readonly optionsId: OptionsId
      readonly wordingId: WordingId
      readonly paragraph: number
    }

/**
 * `from` and `to` are offsets in the place's plain text: `plainTextOf` of a paragraph (offset n of a block is
 * position `pos + 1 + n`), the stored string of a cell or title.
 */
export interface Match extends Range {
  readonly place: FoundPlace
}

/**
 * Every place where the words stand, in reading order: the text with its tables and wordings, then the notes by
 * number. An empty query finds nothing. A match never crosses a paragraph or a note's mark.
 */
export function findIn(report: Report, query: string, options: FindOptions): readonly Match[] {
  const search = makeSearch(query, options)
  if (!search) return []
  const limit = options.limit ?? 20_000
  const matches: Match[] = []
  const take: Take = (ranges, place) => {
    for (const range of ranges) if (matches.length < limit) matches.push({ place: place(), ...range })
  }
  findInText(report, search, take)
  for (const id of numberNotes(report.text).keys())
    forEachParagraph(report.notes.get(id), (body, paragraph) =>
      take(search.inBlock(body), () => ({ kind: 'note', id, paragraph })),
    )
  return matches
}

type Take = (ranges: readonly Range[], place: () => FoundPlace) => void

function findInText(report: Report, search: Search, take: Take): void {
  report.text.descendants((node, pos) => {
    if (node.isTextblock) take(search.inBlock(node), () => ({ kind: 'block', id: blockIdOf(node), pos }))
    if (isIndicatorTable(node)) findInTable(report.indicators.get(tableIdOf(node)), search, take)
    if (isOptions(node)) findInOptions(report.options.get(optionsIdOf(node)), search, take)
    return !node.isTextblock
  })
}

function findInTable(table: IndicatorTable | undefined, search: Search, take: Take): void {
  if (!table) return
  const tableId = table.id
  take(search.inString(table.title), () => ({ kind: 'table-title', tableId }))
  for (const row of table.rows)
    for (const cell of rowCells)
      take(search.inRow(row, cell), () => ({ kind: 'cell', tableId, rowId: row.id, cell }))
}

function findInOptions(options: Options | undefined, search: Search, take: Take): void {
  if (!options) return
  for (const wording of options.wordings)
    forEachParagraph(wording.body, (body, paragraph) =>
      take(search.inBlock(body), () => ({
        kind: 'wording',
        optionsId: options.id,
        wordingId: wording.id,
        paragraph,
      })),
    )
}

function forEachParagraph(body: Node | undefined, visit: (paragraph: Node, index: number) => void): void {
  body?.forEach((paragraph, _offset, index) => {
    visit(paragraph, index)
  })
}
