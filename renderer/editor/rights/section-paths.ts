import type { Node } from 'prosemirror-model'
import type { BlockId } from '../../../shared/report/ids'
import { depthOf, type Level } from '../../../shared/report/levels'
import { blockIdOf, isHeading, levelOf } from '../../../shared/report/nodes'
import { perObject } from '../../../shared/util/per-object'

/** The headings over a block, outermost first, a heading's own included. */
export type Path = readonly Over[]

export interface Over {
  readonly id: BlockId
  readonly level: Level
}

export const idsOf = (path: Path): BlockId[] => path.map(({ id }) => id)

export const isSamePath = (a: Path, b: Path): boolean =>
  a === b || (a.length === b.length && a.every(({ id }, at) => id === b[at]?.id))

/** The headings over what follows a block under these headings. */
export function pathBehind(path: Path, block: Node, id: BlockId = blockIdOf(block)): Path {
  return isHeading(block) ? under(path, { id, level: levelOf(block) }) : path
}

const under = (path: Path, heading: Over): Path => [
  ...path.filter(({ level }) => depthOf(level) < depthOf(heading.level)),
  heading,
]

const overIn = perObject((sheet: Node): readonly Over[] =>
  sheet.content.content.filter(isHeading).map(block => ({ id: blockIdOf(block), level: levelOf(block) })),
)

/** The headings over the first block of a sheet, its own not counted. Costs a look per sheet before it. */
export function pathBefore(text: Node, sheet: number): Path {
  const path: Over[] = []
  let depth = Infinity
  for (let index = sheet - 1; index >= 0 && depth > 0; index--)
    for (const heading of overIn(text.child(index)).toReversed()) {
      if (depthOf(heading.level) >= depth) continue
      depth = depthOf(heading.level)
      path.unshift(heading)
    }
  return path
}

/** Everything in a run of sheets that decides which section a block is in. */
export const headingsIn = (sheets: readonly Node[]): string =>
  sheets
    .map(sheet =>
      overIn(sheet)
        .map(({ id, level }) => `${level} ${id}`)
        .join(),
    )
    .join()
