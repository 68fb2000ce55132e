import { Fragment, type Node } from 'prosemirror-model'
import { isHeading } from '../../report/nodes'
import { schema } from '../../report/schema'
import type { PlacedBlock } from './blocks-again'

/** As an import does it (shared/import/body/into-sheets.ts, with the measurements). */
const blocksInSheet = 24

interface OpenSheet {
  /** Index of today's sheet; null for one that comes in whole. */
  readonly home: number | null
  readonly blocks: Node[]
}

/**
 * A text of these blocks: what stays, in today's sheet of its own; what comes in, beside its neighbour. Sheets carry no
 * meaning, but a block that changes its sheet is made anew for everybody. A long run between two sheets gets its own.
 */
export function intoTodaysSheets(text: Node, blocks: readonly PlacedBlock[]): Node {
  const homes = homesIn(text, blocks)
  const next = nextHomes(homes)
  const sheets: OpenSheet[] = []
  blocks.forEach(({ node }, index) => {
    const last = sheets.at(-1)
    const home = homes[index] ?? null
    const isNext = home !== null ? last?.home !== home : last !== undefined && isFull(last, node)
    const isTorn = home === null && last?.home !== null && last?.home === next[index]
    if (!last || (isNext && !isTorn)) sheets.push({ home, blocks: [node] })
    else last.blocks.push(node)
  })
  return text.copy(Fragment.fromArray(sheets.map(sheet => sheetOf(text, sheet))))
}

/** For every block that stays, the index of its sheet. */
function homesIn(text: Node, blocks: readonly PlacedBlock[]): readonly (number | null)[] {
  const homes = new Map<Node, number>()
  text.forEach((sheet, _pos, home) => sheet.forEach(block => homes.set(block, home)))
  return blocks.map(({ today }) => (today && homes.get(today)) ?? null)
}

/** For every block, the sheet of the next one that stays. */
function nextHomes(homes: readonly (number | null)[]): readonly (number | null)[] {
  const next: (number | null)[] = []
  let home: number | null = null
  for (let index = homes.length - 1; index >= 0; index--) next[index] = home = homes[index] ?? home
  return next
}

const isFull = ({ blocks }: OpenSheet, next: Node): boolean =>
  isHeading(next) && blocks.length >= blocksInSheet

function sheetOf(text: Node, { home, blocks }: OpenSheet): Node {
  const known = home === null ? undefined : text.child(home)
  const isSame = known?.childCount === blocks.length && blocks.every((block, at) => known.child(at) === block)
  return isSame ? known : schema.node('sheet', null, blocks)
}
