import type { Node } from 'prosemirror-model'
import { wholeReport } from '../../../shared/permissions/member'
import type { BlockId } from '../../../shared/report/ids'
import type { Anchor, AnchorTarget } from '../../../shared/review/anchor'
import type { AnchorPlace, AnchorSpot } from '../../../shared/review/anchor-place'
import { placesIn } from '../../../shared/review/places'
import type { Annotation } from '../../../shared/review/review'
import { unreachable } from '../../../shared/util/exhaustive'

/** An annotation with where it stands now. */
export interface Thread {
  readonly annotation: Annotation
  /** `unknown`: not looked for yet. */
  readonly state: AnchorPlace['kind'] | 'unknown'
  /** The headings it stands under, outermost first. */
  readonly headings: readonly BlockId[]
  /** By blocks, and within one: for the order of the text. */
  readonly order: number
  readonly within: number
}

/** In the order of the text; where several are about one place, by their times. What is gone stands where it stood. */
export function threadsOf(
  annotations: readonly Annotation[],
  text: Node,
  placeOf: (id: string) => AnchorPlace | null,
): Thread[] {
  return annotations
    .map(annotation => threadOf(annotation, text, placeOf(annotation.id)))
    .sort((a, b) => a.order - b.order || a.within - b.within || (a.annotation.at < b.annotation.at ? -1 : 1))
}

function threadOf(annotation: Annotation, text: Node, place: AnchorPlace | null): Thread {
  const anchor = anchorNow(annotation.anchor, place, text)
  const spot = spotOf(place)
  const { orderOf, headingsOf } = placesIn(text)
  return {
    annotation,
    state: place?.kind ?? 'unknown',
    headings: headingsOf({ kind: 'anchor', anchor }) ?? [],
    order: orderOf(anchor),
    within: spot && 'from' in spot ? spot.from : -1,
  }
}

const spotOf = (place: AnchorPlace | null): AnchorSpot | null =>
  place && (place.kind === 'detached' ? place.near : place.at)

/** The anchor as it would be made where its words are now. */
export function anchorNow(anchor: Anchor, place: AnchorPlace | null, text: Node): Anchor {
  const spot = spotOf(place)
  if (!spot) return anchor
  const section = spot.kind === 'section' ? spot.section : anchor.section
  return { ...anchor, section, target: targetAt(spot, text) }
}

function targetAt(spot: AnchorSpot, text: Node): AnchorTarget {
  switch (spot.kind) {
    case 'section':
      return { kind: 'section' }
    case 'block':
      return { kind: 'block', block: spot.block }
    case 'note':
      return { kind: 'note', note: spot.note }
    case 'cell':
      return { kind: 'cell', table: spot.table, row: spot.row, column: spot.column }
    case 'text':
      return { kind: 'words', block: blockAt(text, spot.from) }
    default:
      return unreachable(spot)
  }
}

function blockAt(text: Node, pos: number): string {
  const $pos = text.resolve(Math.min(pos, text.content.size))
  for (let depth = $pos.depth; depth > 0; depth--) {
    const id = $pos.node(depth).attrs['id'] as string | null | undefined
    if (id) return id
  }
  return wholeReport
}
