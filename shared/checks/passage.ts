import type { Node } from 'prosemirror-model'
import type { Numbers, Span } from '../figures/figure'
import { readNumbers } from '../figures/read-numbers'
import type { BlockId, NoteId } from '../report/ids'
import { blockIdOf, forEachBlock, isHeading, isOptions, isTable, levelOf, optionsIdOf } from '../report/nodes'
import { depthOf } from '../report/levels'
import type { Report } from '../report/report'
import { noteRefSign, plainTextOf, wordsOf } from '../report/text-blocks'
import { noteRefsIn } from '../numbering/number-notes'
import { perObject } from '../util/per-object'
import type { FoundPlace, PassagePlace } from './finding'
import { sentencesOf } from './sentences'

/** What of a passage depends on its words alone, remembered with its node. */
export interface PassageText {
  /** One character for each position, marks of notes as spaces, so that offsets lead back into the report. */
  readonly text: string
  /** The same with `noteRefSign` where a note's mark stands. */
  readonly typed: string
  readonly numbers: Numbers
  readonly sentences: readonly Span[]
}

export interface Passage extends PassageText {
  readonly kind: 'heading' | 'paragraph' | 'cell' | 'note' | 'wording'
  readonly place: PassagePlace
  readonly section: BlockId | null
  /** The titles of the sections around it, the outermost first. */
  readonly titles: readonly string[]
  /** The notes whose marks stand in it. */
  readonly notes: readonly NoteId[]
}

/** Everything of a report that is read as prose, in reading order, notes after the paragraph that bears their mark. */
export function passagesOf(report: Report): readonly Passage[] {
  const passages: Passage[] = []
  let at: Where = { section: null, titles: [] }
  const open: { readonly depth: number; readonly title: string }[] = []
  const seen = new Set<NoteId>()
  forEachBlock(report.text, block => {
    if (isHeading(block)) {
      const depth = depthOf(levelOf(block))
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
      open.push({ depth, title: wordsOf(block) })
      at = { section: blockIdOf(block), titles: open.map(({ title }) => title) }
    }
    passages.push(...passagesIn(block, at, report))
    for (const id of noteRefsIn(block).filter(ref => !seen.has(ref))) {
      seen.add(id)
      passages.push(...noteParagraphs(report.notes.get(id), id, at))
    }
  })
  return passages
}

type Where = Pick<Passage, 'section' | 'titles'>

function passagesIn(block: Node, at: Where, report: Report): Passage[] {
  if (block.isTextblock) return [passage(block, at, isHeading(block) ? 'heading' : 'paragraph')]
  if (isTable(block)) return cellsOf(block).map(node => passage(node, at, 'cell'))
  if (!isOptions(block)) return []
  const id = optionsIdOf(block)
  return (report.options.get(id)?.wordings ?? []).flatMap(({ id: wording, body }) =>
    paragraphsOf(body).map((node, paragraph) => ({
      ...textOf(node),
      ...at,
      kind: 'wording' as const,
      place: { kind: 'wording' as const, id, wording, paragraph },
      notes: noteRefsIn(node),
    })),
  )
}

const passage = (node: Node, at: Where, kind: Passage['kind']): Passage => ({
  ...textOf(node),
  ...at,
  kind,
  place: { kind: 'block', id: blockIdOf(node) },
  notes: noteRefsIn(node),
})

const noteParagraphs = (body: Node | undefined, id: NoteId, at: Where): Passage[] =>
  paragraphsOf(body).map((node, paragraph) => ({
    ...textOf(node),
    ...at,
    kind: 'note' as const,
    place: { kind: 'note' as const, id, paragraph },
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

const textOf = perObject((node: Node): PassageText => passageText(plainTextOf(node)))

/** A text that stands in no block: a cell's, or one of a test's. */
export function passageText(typed: string): PassageText {
  const text = typed.replaceAll(noteRefSign, ' ')
  return { text, typed, numbers: readNumbers(text), sentences: sentencesOf(text) }
}

/** Remembers what was computed from the words of a passage alone, as long as they stand. */
export function perText<Value>(compute: (passage: PassageText) => Value): (passage: PassageText) => Value {
  const values = new WeakMap<PassageText['sentences'], Value>()
  return passage => {
    const before = values.get(passage.sentences)
    if (before !== undefined) return before
    const value = compute(passage)
    values.set(passage.sentences, value)
    return value
  }
}

/** Words of a passage as the place of a finding. */
export const placeIn = ({ place, section, text }: Passage, { from, to }: Span): FoundPlace => ({
  place,
  section,
  from,
  to,
  quote: text.slice(from, to),
})
