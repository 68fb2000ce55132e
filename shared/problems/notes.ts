import type { Node } from 'prosemirror-model'
import { noteRefsIn } from '../numbering/number-notes'
import type { NoteId } from '../report/ids'
import { blockIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { forEachTextBlock, wordsOf } from '../report/text-blocks'
import { perObject } from '../util/per-object'
import { problem, type Problem } from './problem'

export function noteProblems({ text, notes }: Report): Problem[] {
  const problems: Problem[] = []
  const seen = new Set<NoteId>()
  forEachTextBlock(text, block => {
    for (const id of noteRefsIn(block)) {
      const here = { kind: 'block', id: blockIdOf(block) } as const
      if (seen.has(id)) problems.push(problem('doubled-reference', here, quoteOf(notes.get(id))))
      else if (!notes.has(id)) problems.push(problem('missing-note', here))
      seen.add(id)
    }
  })
  for (const [id, note] of notes) {
    const place = { kind: 'note', id } as const
    if (!seen.has(id)) problems.push(problem('orphan-note', place, quoteOf(note)))
    else if (quoteOf(note) === '') problems.push(problem('empty-note', place))
  }
  return problems
}

const quoteOf = (note: Node | undefined): string => (note ? beginOf(note) : '')

const beginOf = perObject((note: Node): string => note.children.map(wordsOf).join(' ').trim().slice(0, 80))
