import type { Doc } from 'yjs'
import { wholeReport } from '../../../shared/permissions/member'
import type { Anchor } from '../../../shared/review/anchor'
import type { FindHeadings } from '../../../shared/review/rules/adding'
import { indexOf } from '../gate/body-index'
import { idOf, isHeading } from '../gate/sections'

/** Finds the headings above a place of the report as it is now, for the rules of the review. */
export const findHeadings =
  (body: Doc): FindHeadings =>
  place => {
    const id = place.kind === 'options' ? place.id : bearerOf(place.anchor)
    if (id === wholeReport) return []
    const index = indexOf(body)
    for (const block of index.blocksWith(id)) {
      const isSought = place.kind === 'options' || place.anchor.target.kind !== 'section' || isHeading(block)
      if (isSought) return index.pathOf(block).map(idOf)
    }
    return null
  }

/** The id of whatever stands in the text there; a note's is that of its mark. */
function bearerOf({ target, section }: Anchor): string {
  switch (target.kind) {
    case 'section':
      return section
    case 'note':
      return target.note
    case 'cell':
      return target.table
    default:
      return target.block
  }
}
