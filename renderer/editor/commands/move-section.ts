import { Fragment, type Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import type { BlockId } from '../../../shared/report/ids'
import { depthOf, levels } from '../../../shared/report/levels'
import { blockIdOf, blocksOf, isHeading, levelOf } from '../../../shared/report/nodes'
import { headingAt, sectionRun, type SectionRun } from '../queries/section-at'
import { arrange } from './arrange'

/**
 * Moves a section, with its inner ones, before another block of the report; null puts it last. `deeper` changes
 * the levels of all its headings at once. Refused where the place is inside the section or a level would not exist.
 */
export const moveSection =
  (id: BlockId, before: BlockId | null, deeper = 0): Command =>
  (state, dispatch) => {
    const blocks = blocksOf(state.doc)
    const run = sectionRun(blocks, id)
    if (!run) return false
    const place = before === null ? blocks.length : blocks.findIndex(block => blockIdOf(block) === before)
    const stays =
      (place >= run.first && place <= run.end && deeper === 0) || (place > run.first && place < run.end)
    const moved = shifted(blocks.slice(run.first, run.end), deeper)
    if (place < 0 || stays || !moved) return false
    dispatch?.(arrange(state, withMoved(state.doc, { run, place, moved })))
    return true
  }

/** Moves the section at the caret over its neighbour of the same level. */
export const moveSectionUp: Command = moveOver((headings, at) => {
  const above = siblingAbove(headings, at)
  return above && { moved: headings[at], before: above }
})

export const moveSectionDown: Command = moveOver((headings, at) => {
  const below = headings.findIndex((heading, index) => index > at && isAtOrAbove(heading, headings[at]))
  const next = headings[below]
  const isSibling = next && headings[at] && levelOf(next) === levelOf(headings[at])
  return isSibling ? { moved: next, before: headings[at] } : undefined
})

type Choose = (
  headings: readonly Node[],
  at: number,
) => { moved: Node | undefined; before: Node | undefined } | undefined

function moveOver(choose: Choose): Command {
  return (state, dispatch) => {
    const heading = headingAt(state.selection.$head)
    const headings = blocksOf(state.doc).filter(isHeading)
    const choice = heading && choose(headings, headings.indexOf(heading))
    if (!choice?.moved || !choice.before) return false
    return moveSection(blockIdOf(choice.moved), blockIdOf(choice.before))(state, dispatch)
  }
}

function siblingAbove(headings: readonly Node[], at: number): Node | undefined {
  const here = headings[at]
  const above = headings.slice(0, at).findLast(heading => isAtOrAbove(heading, here))
  return above && here && levelOf(above) === levelOf(here) ? above : undefined
}

const isAtOrAbove = (heading: Node, other: Node | undefined): boolean =>
  other !== undefined && depthOf(levelOf(heading)) <= depthOf(levelOf(other))

/** The blocks with every heading that many levels deeper; undefined where a level does not exist. */
export function shifted(blocks: readonly Node[], deeper: number): readonly Node[] | undefined {
  if (deeper === 0) return blocks
  const moved: Node[] = []
  for (const block of blocks) {
    const level = isHeading(block) ? levels[depthOf(levelOf(block)) + deeper] : undefined
    if (isHeading(block) && !level) return undefined
    moved.push(level ? block.type.create({ ...block.attrs, level }, block.content) : block)
  }
  return moved
}

interface Move {
  readonly run: SectionRun
  /** Index of the block before which the section goes. */
  readonly place: number
  readonly moved: readonly Node[]
}

interface Placed {
  readonly block: Node
  /** The sheet that it stands in; moved groups have numbers of their own. */
  readonly home: number
}

/** Whole sheets move as sheets; only a place in the middle of a sheet takes the blocks into that sheet. */
function withMoved(text: Node, { run, place, moved }: Move): Node[] {
  const all = placed(text)
  const rest = all.toSpliced(run.first, run.end - run.first)
  const at = place <= run.first ? place : place - (run.end - run.first)
  const host = rest[at]?.home
  const isInside = host !== undefined && rest[at - 1]?.home === host
  const coming = moved.map((block, index) => {
    const home = isInside ? host : -1 - (all[run.first + index]?.home ?? 0)
    return { block, home }
  })
  return sheetsOf(text, rest.toSpliced(at, 0, ...coming))
}

function placed(text: Node): Placed[] {
  const all: Placed[] = []
  text.forEach((sheet, _pos, home) => sheet.forEach(block => all.push({ block, home })))
  return all
}

function sheetsOf(text: Node, all: readonly Placed[]): Node[] {
  const sheets: Node[] = []
  let start = 0
  all.forEach(({ home }, index) => {
    if (all[index + 1]?.home === home) return
    const blocks = all.slice(start, (start = index + 1)).map(({ block }) => block)
    const known = home < 0 ? undefined : text.child(home)
    const isSame =
      known?.childCount === blocks.length && blocks.every((block, at) => known.child(at) === block)
    sheets.push(isSame ? known : text.child(0).copy(Fragment.fromArray(blocks)))
  })
  return sheets
}
