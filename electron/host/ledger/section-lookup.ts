import type { Doc } from 'yjs'
import type { BlockId } from '../../../shared/report/ids'
import { textOf } from '../../../shared/sync/report-doc'
import { flowOf, idOf, isHeading, keyOf, type Path } from '../gate/sections'

export interface SectionLookup {
  readonly headingsOf: (section: string) => readonly BlockId[] | undefined
  readonly elementOf: (section: string) => string | undefined
}

/** Finds sections in the shared report. One whose id stands twice is none: nobody could say which is meant. */
export function lookUpSections(body: Doc): SectionLookup {
  const find = (section: string): Path | undefined => {
    const found = [...flowOf(textOf(body)).values()].filter(
      ({ block }) => isHeading(block) && idOf(block) === section,
    )
    return found.length === 1 ? found[0]?.path : undefined
  }
  return {
    headingsOf: section => find(section)?.map(idOf),
    elementOf: section => {
      const heading = find(section)?.at(-1)
      return heading && keyOf(heading)
    },
  }
}
