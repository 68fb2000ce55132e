import type { Fields } from '../../report/fields'
import { isDivision } from '../lines/division'
import type { Item } from '../lines/items'
import { markOf } from '../body/mark-of'
import type { Line } from '../lines/line'
import { mergeFields, readHeaderLine } from './header-lines'
import { readHeaderParagraphs } from './header-paragraphs'
import { readHeaderTable, type Header } from './header-table'
import { isType } from './known-phrases'
import { readTitle } from './title-lines'

export interface FrontMatter {
  readonly family: 'party' | 'state' | undefined
  readonly fields: Partial<Fields>
  /** Lines of the front that fit no field; they stand before the text. */
  readonly left: readonly Line[]
  /** What is left of the document. */
  readonly rest: readonly Item[]
  /** Tables that became fields. */
  readonly tables: number
}

/** How far down a header may stand. */
const reach = 16

/** Takes header and title off the front. Whatever is not surely a field stays text: words are never dropped. */
export function takeFrontMatter(items: readonly Item[], plain: boolean): FrontMatter {
  const header = takeHeaderTable(items) ?? takeHeaderLines(items)
  // A line or two may stand between header and title ("DỰ THẢO", a name).
  const from = beforeText(header.rest.slice(0, 4)).findIndex(item => readTitle([item], plain) !== undefined)
  const between = header.rest.slice(0, Math.max(from, 0))
  const title = between.every(isShortLine)
    ? readTitle(header.rest.slice(Math.max(from, 0)), plain)
    : undefined
  if (!title) return header
  return {
    ...header,
    fields: { ...header.fields, ...title.fields },
    rest: [...between, ...header.rest.slice(between.length + title.taken)],
  }
}

/** The items above the first one that surely belongs to the text ("Chương I" above "QUY ĐỊNH CHUNG"). */
function beforeText(items: readonly Item[]): readonly Item[] {
  const first = items.findIndex(item => item.kind === 'line' && opensText(item))
  return first < 0 ? items : items.slice(0, first)
}

const opensText = (line: Line): boolean =>
  ['part', 'capital', 'number', 'subnumber'].includes(markOf(line)?.mark.kind ?? '') || isDivision(line.text)

const isShortLine = (item: Item): boolean => item.kind === 'line' && item.words <= 12

function takeHeaderTable(items: readonly Item[]): FrontMatter | undefined {
  const at = items.slice(0, 4).findIndex(item => item.kind === 'table')
  const item = items[at]
  if (item?.kind !== 'table') return undefined
  const above = items.slice(0, at)
  const header = readHeaderTable(item)
  if (!header || above.some(line => line.kind !== 'line' || line.words > 12)) return undefined
  const read = readAbove(above, header)
  return { ...header, ...read, rest: [...read.kept, ...items.slice(at + 1)], tables: 1 }
}

/** Circulation note and draft mark often stand above the table. */
function readAbove(above: readonly Item[], header: Header): { fields: Partial<Fields>; kept: Item[] } {
  const kept: Item[] = []
  let fields = header.fields
  for (const item of above) {
    const read = item.kind === 'line' ? readHeaderLine(item) : undefined
    const merged = read?.kind === 'fields' ? mergeFields([fields, read.fields]) : undefined
    if (merged) fields = merged
    else kept.push(item)
  }
  return { fields, kept }
}

/** The header as paragraphs, in plain text or in files without the table: known lines up to the title. */
function takeHeaderLines(items: readonly Item[]): FrontMatter {
  const near = beforeText(items.slice(0, reach))
  const title = near.findIndex(item => item.kind === 'line' && isType(item.text))
  const header = readHeaderParagraphs(title < 0 ? near : near.slice(0, title), title < 0)
  if (!header) return { family: undefined, fields: {}, left: [], rest: items, tables: 0 }
  const { kept, taken, ...found } = header
  return { ...found, left: [], rest: [...kept, ...items.slice(taken)], tables: 0 }
}
