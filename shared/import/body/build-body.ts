import type { Node } from 'prosemirror-model'
import type { IndicatorTable } from '../../indicators/indicator-row'
import type { ImportWarning } from '../../ipc/contract'
import type { Options } from '../../options/options'
import { newBlockId, type BlockId, type OptionsId, type TableId } from '../../report/ids'
import { alignmentOf, blockIdOf, isParagraph, listOf } from '../../report/nodes'
import { schema } from '../../report/schema'
import { dropStart } from '../lines/clean-inlines'
import type { Item, TableItem } from '../lines/items'
import type { Line } from '../lines/line'
import { generalTable } from '../tables/general-table'
import { readIndicatorTable } from '../tables/indicator-table'
import { readAlternatives } from './alternatives'
import { headingNode, titleLinesAfter } from './heading-node'
import { headingOf, type HeadingGuess } from './heading-of'
import { inlineNodes, type NoteRefs } from './inline-nodes'
import { listOfMark, startOf, type ListCounts } from './list-of'
import { markOf, type LineMark } from './mark-of'
import { numberedInlines } from './numbered-inlines'
import { countHeading, countItem, countText, noCounts, type SectionCounts } from './section-counts'

/** A heading as it was numbered in the file, to compare with the number it will be printed with. */
export interface TypedHeading {
  readonly id: BlockId
  readonly place: string
  readonly mark: LineMark['mark']
}

export interface Body {
  readonly blocks: readonly Node[]
  readonly headings: readonly TypedHeading[]
  readonly indicators: ReadonlyMap<TableId, IndicatorTable>
  readonly options: ReadonlyMap<OptionsId, Options>
  readonly warnings: readonly ImportWarning[]
}

interface Building {
  readonly items: readonly Item[]
  readonly plain: boolean
  readonly refs: NoteRefs
  readonly blocks: Node[]
  readonly headings: TypedHeading[]
  readonly indicators: Map<TableId, IndicatorTable>
  readonly options: Map<OptionsId, Options>
  readonly warnings: ImportWarning[]
  readonly lists: ListCounts
  sections: SectionCounts
}

/** The blocks of the text, in order. `plain` = the file has neither weight nor styles. */
export function buildBody(items: readonly Item[], context: { plain: boolean; refs: NoteRefs }): Body {
  const building: Building = {
    items,
    ...context,
    blocks: [],
    headings: [],
    indicators: new Map(),
    options: new Map(),
    warnings: [],
    lists: { number: 0, letter: 0, target: 0 },
    sections: noCounts,
  }
  let at = 0
  while (at < items.length) at += addItem(building, at)
  return building
}

/** Adds what stands at `at`; returns how many items it took. */
function addItem(building: Building, at: number): number {
  const item = building.items[at]
  if (!item) return 1
  if (item.kind === 'table') {
    addTable(building, item)
    return 1
  }
  const alternatives = readAlternatives(building.items, at)
  if (!alternatives) return addLine(building, item, at)
  building.options.set(alternatives.options.id, alternatives.options)
  building.blocks.push(schema.node('options', { id: alternatives.options.id }))
  return alternatives.taken
}

function addTable(building: Building, item: TableItem): void {
  const found = readIndicatorTable(item)
  if (!found) {
    building.blocks.push(generalTable(item.table, building.refs))
    return
  }
  const table = { ...found.table, title: takeTableTitle(building.blocks) }
  building.indicators.set(table.id, table)
  building.blocks.push(schema.node('indicator_table', { id: table.id }))
  building.warnings.push(...found.warnings)
}

/** The centred bold line above an indicator table is its title. */
function takeTableTitle(blocks: Node[]): string {
  const above = blocks.at(-1)
  if (!above || !isParagraph(above) || listOf(above) !== 'none' || alignmentOf(above) !== 'center') return ''
  let isTitle = above.textContent !== '' && !/^phụ lục/iu.test(above.textContent)
  above.forEach(child => {
    const bold = child.marks.some(mark => mark.type.name === 'strong')
    if (!child.isText || (!bold && child.textContent.trim() !== '')) isTitle = false
  })
  if (!isTitle) return ''
  blocks.pop()
  return above.textContent
}

function addLine(building: Building, line: Line, at: number): number {
  const found = markOf(line)
  const guess =
    found &&
    headingOf(line, found, { ...building, counts: building.sections, nextMark: nextMark(building, at) })
  if (!found || !guess) {
    addParagraph(building, line, found)
    return 1
  }
  return addHeading(building, at, { line, found, guess })
}

function nextMark({ items }: Building, at: number): LineMark['mark'] | undefined | null {
  const next = items[at + 1]
  return next?.kind === 'line' ? markOf(next)?.mark : null
}

function addHeading(
  building: Building,
  at: number,
  { line, found, guess }: { line: Line; found: LineMark; guess: HeadingGuess },
): number {
  const { items, plain, refs } = building
  const title = line.text.slice(found.typedLength)
  const more = titleLinesAfter(items, at, { level: guess.level, title, plain })
  const lines = items.slice(at, at + 1 + more).filter(item => item.kind === 'line')
  const heading = headingNode(lines, { level: guess.level, typedLength: found.typedLength, refs })
  building.blocks.push(heading)
  building.headings.push({ id: blockIdOf(heading), place: line.place, mark: found.mark })
  building.sections = countHeading(building.sections, guess.level, guess.count)
  building.lists.number = building.lists.letter = 0
  if (guess.level === 'part') building.lists.target = 0
  return lines.length
}

function addParagraph(building: Building, line: Line, found: LineMark | undefined): void {
  const list = found && listOfMark(found.mark)
  const rest = dropStart(line.inlines, found?.typedLength ?? 0)
  const listed = list && (rest.length > 0 || found.typedLength === 0) ? list : undefined
  const attrs = {
    id: newBlockId(),
    list: listed?.list ?? 'none',
    align: line.paragraph.align ?? 'justify',
    start: listed ? startOf(listed, building.lists) : null,
  }
  const content = listed ? rest : numberedInlines(line)
  building.blocks.push(schema.node('paragraph', attrs, inlineNodes(content, schema, { refs: building.refs })))
  building.sections =
    listed?.list === 'number'
      ? countItem(building.sections, listed.count)
      : countText(
          building.sections,
          content.map(inline => (inline.kind === 'text' ? inline.text : ' ')).join(''),
        )
}
