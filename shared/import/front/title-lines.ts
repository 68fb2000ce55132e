import type { Fields } from '../../report/fields'
import { isDivision } from '../lines/division'
import type { Item } from '../lines/items'
import { splitLine, type Line } from '../lines/line'
import { readMark } from '../lines/typed-mark'
import { isRule, isType } from './known-phrases'

export interface Title {
  readonly fields: Pick<Fields, 'type' | 'title'>
  /** How many items it takes, the rule below included. */
  readonly taken: number
}

const mostTitleLines = 6

/** Type and subject at the start of `items`: "BÁO CÁO CHÍNH TRỊ", its centred bold lines, "-----". */
export function readTitle(items: readonly Item[], plain: boolean): Title | undefined {
  const first = items[0]
  if (first?.kind !== 'line' || first.hasNotes || first.paragraph.number !== undefined) return undefined
  const [typeLine, ...sameParagraph] = splitLine(first)
  if (!typeLine || !isType(typeLine.text) || !(plain || typeLine.centred)) return undefined
  const below = plain ? plainTitle(items) : centredTitle(items)
  const lines = [...sameParagraph, ...below.flatMap(splitLine)]
  const taken = 1 + below.length
  const ruled = items[taken]
  return {
    fields: { type: typeLine.text, title: lines.map(line => line.text).join('\n') },
    taken: ruled?.kind === 'line' && isRule(ruled.text) ? taken + 1 : taken,
  }
}

function centredTitle(items: readonly Item[]): Line[] {
  const lines: Line[] = []
  for (const item of items.slice(1, 1 + mostTitleLines)) {
    if (item.kind !== 'line' || !item.centred || !item.bold || !isTitleLine(item)) break
    // "về việc …" and then "CHỦ TỊCH ỦY BAN …": the second opens the text.
    if (item.upper && lines.some(line => !line.upper)) break
    lines.push(item)
  }
  return lines
}

/** Without weight and place a title is only sure where the five hyphens end it, or where it runs on in small letters. */
function plainTitle(items: readonly Item[]): Line[] {
  const lines: Line[] = []
  for (const item of items.slice(1, 1 + mostTitleLines)) {
    if (item.kind !== 'line' || item.hasNotes) break
    if (isRule(item.text)) return lines
    if (!isTitleLine(item)) break
    lines.push(item)
  }
  const runOn = lines.findIndex(line => !/^(?:\p{Ll}|Về |V\/v )/u.test(line.text))
  return runOn < 0 ? lines : lines.slice(0, runOn)
}

const isTitleLine = (line: Line): boolean =>
  !line.hasNotes &&
  !isRule(line.text) &&
  !isDivision(line.text) &&
  line.words <= 60 &&
  line.paragraph.number === undefined &&
  (readMark(line.text)?.kind ?? 'letter') === 'letter'
