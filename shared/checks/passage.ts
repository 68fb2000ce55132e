import type { Node } from 'prosemirror-model'
import type { Numbers, Span } from '../figures/figure'
import { readNumbers } from '../figures/read-numbers'
import type { BlockId, NoteId } from '../report/ids'
import { blockIdOf, forEachBlock, isHeading, isOptions, isTable, optionsIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { noteRefSign, plainTextOf } from '../report/text-blocks'
import { noteRefsIn } from '../numbering/number-notes'
import { perObject } from '../util/per-object'
import type { FoundPlace, PassagePlace } from './finding'
import { sentencesOf } from './sentences'

/** What of a passage depends on its words alone, remembered with its node. */
export interface PassageText {
  /** One character for each position, marks of notes as spaces, so that offsets lead back into the report. */
  readonly text: string
  readonly numbers: Numbers
  readonly sentences: readonly Span[]
}

export interface Passage extends PassageText {
  readonly kind: 'heading' | 'paragraph' | 'cell' | 'note' | 'wording'
  readonly place: PassagePlace
  readonly section: BlockId | null
  /** The notes whose marks stand in it. */
  readonly notes: readonly NoteId[]
}

/** Everything of a report that is read as prose, in reading order, notes after the paragraph that bears their mark. */
export function passagesOf(report: Report): readonly Passage[] {
  const passages: Passage[] = []
  let section: BlockId | null = null
  const seen = new Set<NoteId>()
  forEachBlock(report.text, block => {
    if (isHeading(block)) section = blockIdOf(block)
    passages.push(...passagesIn(block, section, report))
    for (const id of noteRefsIn(block))
      if (!seen.has(id)) {
        seen.add(id)
        passages.push(...noteParagraphs(report.notes.get(id), id, section))
      }
  })
  return passages
}

function passagesIn(block: Node, section: BlockId | null, report: Report): Passage[] {
  if (block.isTextblock) return [passage(block, section, isHeading(block) ? 'heading' : 'paragraph')]
  if (isTable(block)) return cellsOf(block).map(node => passage(node, section, 'cell'))
  if (!isOptions(block)) return []
  const options = report.options.get(optionsIdOf(block))
  return (options?.wordings ?? []).flatMap(({ id, body }) =>
    paragraphsOf(body).map((node, paragraph) => ({
      ...textOf(node),
      kind: 'wording' as const,
      place: { kind: 'wording' as const, id: optionsIdOf(block), wording: id, paragraph },
      section,
      notes: noteRefsIn(node),
    })),
  )
}

const passage = (node: Node, section: BlockId | null, kind: Passage['kind']): Passage => ({
  ...textOf(node),
  kind,
  place: { kind: 'block', id: blockIdOf(node) },
  section,
  notes: noteRefsIn(node),
})

const noteParagraphs = (body: Node | undefined, id: NoteId, section: BlockId | null): Passage[] =>
  paragraphsOf(body).map((node, paragraph) => ({
    ...textOf(node),
    kind: 'note' as const,
    place: { kind: 'note' as const, id, paragraph },
    section,
    notes: [],
  }))

function paragraphsOf(body: Node | undefined): Node[] {
  const found: Node[] = []
  body?.forEach(node => found.push(node))
  return found
}

function cellsOf(table: Node): Node[] {
  const found: Node[] = []
  table.descendants(node => {
    if (node.isTextblock) found.push(node)
    return !node.isTextblock
  })
  return found
}

const textOf = perObject((node: Node): PassageText =>
  passageText(plainTextOf(node).replaceAll(noteRefSign, ' ')),
)

/** A text that stands in no block: a cell's, or one of a test's. */
export function passageText(text: string): PassageText {
  return { text, numbers: readNumbers(text), sentences: sentencesOf(text) }
}

/** Words of a passage as the place of a finding. */
export const placeIn = ({ place, section, text }: Passage, { from, to }: Span): FoundPlace => ({
  place,
  section,
  from,
  to,
  quote: text.slice(from, to),
})
