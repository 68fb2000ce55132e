import type { Node } from 'prosemirror-model'
import type { Comparison } from '../compare/compare-contents'
import { blockIdOf, isHeading } from '../report/nodes'

/** A section then and now, by its heading; one of the two may be missing. */
export interface SectionPair {
  readonly was: string | null
  readonly now: string | null
}

/** Every section of both texts once, in reading order; what is gone stands where it stood. */
export function sectionPairs({ flow }: Comparison): readonly SectionPair[] {
  return flow.flatMap(({ was, now }): SectionPair[] => {
    const [old, fresh] = [headingIds(was), headingIds(now)]
    return Array.from({ length: Math.max(old.length, fresh.length) }, (_, index) => ({
      was: old[index] ?? null,
      now: fresh[index] ?? null,
    }))
  })
}

const headingIds = (blocks: readonly Node[]): readonly string[] => blocks.filter(isHeading).map(blockIdOf)
