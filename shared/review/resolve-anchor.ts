import type { XmlElement, XmlFragment } from 'yjs'
import { unreachable } from '../util/exhaustive'
import type { NoteId } from '../report/ids'
import { blockIdOf } from '../report/nodes'
import { notesOf } from '../sync/report-doc'
import type { Anchor, AnchorTarget } from './anchor'
import type { AnchorIndex } from './anchor-index'
import type { AnchorPlace, AnchorSpot } from './anchor-place'
import type { Flow } from './flow'
import { findBlockAgain, findSectionAgain } from './find-block-again'
import { placeCell } from './place-cell'
import { placeInsertion, placeWords, type Ground } from './place-words'
import { findTied, type PlaceBlock, type TiedRange } from './tied-letters'

type Of<Kind extends AnchorTarget['kind']> = Extract<AnchorTarget, { kind: Kind }>

/**
 * Where an anchor stands in one state of a report. The same everywhere for the same anchor and state; nothing is
 * remembered. In this order: the letters it is tied to; its words in their block; its words with what stood around them
 * anywhere; what they were changed into. A copy that stands elsewhere is never taken for words that are gone.
 */
export function resolveAnchor(anchor: Anchor, index: AnchorIndex): AnchorPlace {
  const { target } = anchor
  switch (target.kind) {
    case 'section':
      return asFound(findSectionAgain(anchor, index))
    case 'block':
      return asFound(findBlockAgain(anchor, target.block, index), nearSection(anchor, index))
    case 'words':
      return orNear(place(anchor, textGround(anchor, target, index)), () => nearWords(target, anchor, index))
    case 'note':
      return resolveNote(anchor, target, index)
    case 'cell':
      return orNear(placeCell(anchor, target, index), () => nearSection(anchor, index))
    default:
      return unreachable(target)
  }
}

const asFound = (at: AnchorSpot | null, near: AnchorSpot | null = null): AnchorPlace =>
  at ? { kind: 'found', at } : { kind: 'detached', near }

const orNear = (placed: AnchorPlace, near: () => AnchorSpot | null): AnchorPlace =>
  placed.kind === 'detached' && !placed.near ? { kind: 'detached', near: near() } : placed

const place = (anchor: Anchor, ground: Ground): AnchorPlace =>
  anchor.quote.trim() === '' ? placeInsertion(anchor, ground) : placeWords(anchor, ground)

function textGround(anchor: Anchor, { block }: Of<'words'>, index: AnchorIndex): Ground {
  const own = index.block(block)
  const end = own ? own.pos + own.node.nodeSize : 0
  return {
    flow: index.flow,
    tied: tiedIn(anchor, index, element => index.block(idOf(element))),
    own: own && { from: own.pos + 1, to: end - 1 },
    isInSection: pos => index.sectionAt(pos) === anchor.section,
    spot: (from, to) => ({ kind: 'text', from, to }),
  }
}

const idOf = (element: XmlElement): string => element.getAttribute('id') ?? ''

const tiedIn = ({ letters }: Anchor, { body }: AnchorIndex, place: PlaceBlock): TiedRange | null =>
  letters && body ? findTied(letters, body, place) : null

function nearWords({ block }: Of<'words'>, anchor: Anchor, index: AnchorIndex): AnchorSpot | null {
  const found = index.block(block)
  return found ? { kind: 'text', from: found.pos + 1, to: found.pos + 1 } : nearSection(anchor, index)
}

function nearSection({ section }: Anchor, index: AnchorIndex): AnchorSpot | null {
  if (section === 'report') return { kind: 'section', section }
  const heading = index.block(section)
  return heading && { kind: 'section', section: blockIdOf(heading.node) }
}

function resolveNote(anchor: Anchor, { note }: Of<'note'>, index: AnchorIndex): AnchorPlace {
  const flow = index.note(note)
  if (!flow) return { kind: 'detached', near: nearSection(anchor, index) }
  const ground = noteGround(anchor, note as NoteId, flow, index)
  if (anchor.quote.trim() === '' && !anchor.letters)
    return { kind: 'found', at: ground.spot(0, flow.root.content.size) }
  return orNear(place(anchor, ground), () => ground.spot(0, flow.root.content.size))
}

function noteGround(anchor: Anchor, note: NoteId, flow: Flow, index: AnchorIndex): Ground {
  const fragment = index.body && notesOf(index.body).get(note)
  return {
    flow,
    tied: tiedIn(anchor, index, element => (fragment ? paragraphOf(element, fragment, flow) : null)),
    own: { from: 0, to: flow.root.content.size },
    isInSection: () => true,
    spot: (from, to) => ({ kind: 'note', note, from, to }),
  }
}

/** The paragraphs of a note bear no ids: they are found by their place among the others. */
function paragraphOf(element: XmlElement, fragment: XmlFragment, { root }: Flow): ReturnType<PlaceBlock> {
  const place = element.parent === fragment ? fragment.toArray().indexOf(element) : -1
  if (place < 0 || place >= root.childCount) return null
  let pos = 0
  for (let before = 0; before < place; before++) pos += root.child(before).nodeSize
  return { node: root.child(place), pos }
}
