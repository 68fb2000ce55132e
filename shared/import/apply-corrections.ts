import type { Mark, Node } from 'prosemirror-model'
import { numberSections } from '../numbering/number-sections'
import { numberStyleOf } from '../print/number-style-of'
import type { Level } from '../report/levels'
import { blockIdOf, blocksOf, isHeading, isParagraph, levelOf } from '../report/nodes'
import type { Report } from '../report/report'
import { schema } from '../report/schema'
import { plainTextOf } from '../report/text-blocks'
import { intoSheets } from './body/into-sheets'
import { readMark } from './lines/typed-mark'

/** A person's word on what a block is: a heading of a level, or (null) a paragraph. */
export interface Correction {
  readonly id: string
  readonly level: Level | null
}

/**
 * The report with blocks corrected. A paragraph that becomes a heading loses its typed number, for a heading's is
 * computed; a heading that becomes a paragraph keeps its number as a list or as words. Blocks that are neither, and
 * ids that do not occur, are left alone.
 */
export function applyCorrections(report: Report, corrections: readonly Correction[]): Report {
  if (corrections.length === 0) return report
  const wanted = new Map(corrections.map(correction => [correction.id, correction.level]))
  const numbers = numberSections(report.text, numberStyleOf(report.fields))
  const blocks = blocksOf(report.text).map(block => {
    const id = blockIdOf(block)
    const level = wanted.get(id)
    if (level === undefined) return block
    if (level === null) return isHeading(block) ? toParagraph(block, numbers.get(id) ?? '') : block
    return isHeading(block) || isParagraph(block) ? toHeading(block, level) : block
  })
  return { ...report, text: intoSheets(blocks) }
}

function toHeading(block: Node, level: Level): Node {
  const typed = isParagraph(block) ? typedLength(plainTextOf(block)) : 0
  const content = block.content.cut(typed)
  const inlines: Node[] = []
  content.forEach(child => inlines.push(child.mark(child.marks.filter(mark => mark.type.name !== 'strong'))))
  return schema.node('heading', { id: blockIdOf(block), level }, inlines)
}

/** Deeper numbers than ours ("1.1.1.") go too: a person has said what the block is. */
function typedLength(text: string): number {
  const plain = text.replace(/[^\S\n]/gu, ' ')
  const length = readMark(plain)?.length ?? /^\d{1,2}(?:\.\d{1,2})+\.?\s+/u.exec(plain)?.[0].length ?? 0
  return length < text.length ? length : 0
}

function toParagraph(heading: Node, number: string): Node {
  const id = blockIdOf(heading)
  const strong = [schema.mark('strong')]
  const inlines: Node[] = []
  heading.forEach(child => inlines.push(child.mark(addStrong(child))))
  if (levelOf(heading) === 'number') {
    const attrs = { id, list: 'number', start: Number.parseInt(number, 10) || null }
    return schema.node('paragraph', attrs, inlines)
  }
  const label = inlines.length > 0 ? `${number} ` : number
  return schema.node('paragraph', { id }, label === '' ? inlines : [schema.text(label, strong), ...inlines])
}

const addStrong = (child: Node): readonly Mark[] =>
  child.isText ? schema.mark('strong').addToSet(child.marks) : child.marks
