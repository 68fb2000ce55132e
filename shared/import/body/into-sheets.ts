import type { Node } from 'prosemirror-model'
import { isHeading } from '../../report/nodes'
import { schema } from '../../report/schema'

/**
 * A sheet begins at the first heading behind so many blocks. Every key costs something for each block of its sheet and
 * something for each sheet: at 20 times a 45-page draft, main-thread time per key was 15.3 ms with a sheet at every
 * numbered heading (1380 of 5 blocks), 12.3 with 12 blocks, 8.7 and 10.6 with 24 (two runs), 10.3 with 40; at its own size
 * it hardly differs (5.8-6.1, 5.8, 6.2-6.5, 6.1 ms).
 */
const blocksInSheet = 24

/** A report's text from its blocks, in sheets that keep layout local. */
export function intoSheets(blocks: readonly Node[]): Node {
  const sheets: Node[][] = [[]]
  for (const block of blocks) {
    if (isHeading(block) && (sheets.at(-1)?.length ?? 0) >= blocksInSheet) sheets.push([])
    sheets.at(-1)?.push(block)
  }
  return schema.node(
    'report',
    null,
    sheets.map(sheet => schema.node('sheet', null, sheet)),
  )
}
