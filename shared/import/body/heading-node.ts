import type { Node } from 'prosemirror-model'
import { newBlockId } from '../../report/ids'
import type { Level } from '../../report/levels'
import { schema } from '../../report/schema'
import { dropStart, joinLines } from '../lines/clean-inlines'
import { isDivision } from '../lines/division'
import type { Item } from '../lines/items'
import { everyLetter, isUpper, type Line } from '../lines/line'
import type { SourceInline, SourceMarks } from '../source'
import { inlineNodes, type NoteRefs } from './inline-nodes'
import { markOf } from './mark-of'

const longestTitleLine = 30
const mostTitleLines = 4

/** How many items after a heading only carry its title on: lines below "Phần thứ nhất", or below capitals. */
export function titleLinesAfter(
  items: readonly Item[],
  at: number,
  heading: { readonly level: Level; readonly title: string; readonly plain: boolean },
): number {
  const first = items[at]
  if (first?.kind !== 'line') return 0
  let taken = 0
  for (const item of items.slice(at + 1, at + 1 + mostTitleLines)) {
    if (item.kind !== 'line' || !runsOn(item)) break
    const joins = heading.plain
      ? joinsPlain(item, { ...heading, first: taken === 0 })
      : joinsCentred(item, first, { ...heading, first: taken === 0 })
    if (!joins) break
    taken++
  }
  return taken
}

const runsOn = (line: Line): boolean =>
  line.words <= longestTitleLine &&
  line.paragraph.number === undefined &&
  (markOf(line)?.mark.kind ?? 'letter') === 'letter' &&
  !isDivision(line.text)

interface Joining {
  readonly level: Level
  readonly title: string
  readonly first: boolean
}

/** Plain text shows a title only by its capitals. */
const joinsPlain = (line: Line, { level, title }: Joining): boolean =>
  line.upper && (level === 'part' || (level === 'letter' && isUpper(title)))

/** A part's label waits for a title; any other centred heading in capitals may run on in capitals. */
function joinsCentred(line: Line, heading: Line, { level, title, first }: Joining): boolean {
  if (!line.centred && !(level === 'part' && title === '' && first && line.bold && line.upper)) return false
  if (level === 'part') return title === '' && line.bold && (first || line.upper)
  return level === 'letter' && heading.centred && line.bold && line.upper && isUpper(title)
}

/** A heading without its number, without the marks that its level is printed in anyway. */
export function headingNode(
  lines: readonly Line[],
  heading: { readonly level: Level; readonly typedLength: number; readonly refs: NoteRefs },
): Node {
  const [first, ...more] = lines
  const own = first ? dropStart(first.inlines, heading.typedLength) : []
  const title = joinLines([own, ...more.map(line => line.inlines)].filter(line => line.length > 0))
  const content = inlineNodes(title, schema, { refs: heading.refs, without: marksOfWhole(title) })
  return schema.node('heading', { id: newBlockId(), level: heading.level }, content)
}

function marksOfWhole(title: readonly SourceInline[]): (keyof SourceMarks)[] {
  const whole = (['em', 'underline'] as const).filter(mark => everyLetter(title, mark))
  return ['strong', ...whole]
}
