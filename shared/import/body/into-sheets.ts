import type { Node } from 'prosemirror-model'
import { depthOf } from '../../report/levels'
import { isHeading, levelOf } from '../../report/nodes'
import { schema } from '../../report/schema'

/** A report's text from its blocks: a new sheet at each heading of level number or above, to keep layout local. */
export function intoSheets(blocks: readonly Node[]): Node {
  const sheets: Node[][] = []
  for (const block of blocks) {
    const opens = isHeading(block) && depthOf(levelOf(block)) <= depthOf('number')
    if (opens || sheets.length === 0) sheets.push([])
    sheets.at(-1)?.push(block)
  }
  if (sheets.length === 0) sheets.push([])
  return schema.node(
    'report',
    null,
    sheets.map(sheet => schema.node('sheet', null, sheet)),
  )
}
