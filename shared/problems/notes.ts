import type { Node } from 'prosemirror-model'
import { noteRefsIn } from '../numbering/number-notes'
import type { NoteId } from '../report/ids'
import { blockIdOf, isNoteRef, noteIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { forEachTextBlock, noteRefSign, plainTextOf, wordsOf } from '../report/text-blocks'
import { perObject } from '../util/per-object'
import { problem, type Problem } from './problem'

export function noteProblems({ text, notes }: Report): Problem[] {
  const problems: Problem[] = []
  const seen = new Map<NoteId, Node>()
  forEachTextBlock(text, block => {
    for (const id of noteRefsIn(block)) {
      const here = { kind: 'block', id: blockIdOf(block) } as const
      if (seen.has(id)) problems.push(problem('doubled-reference', here, quoteOf(notes.get(id))))
      else if (!notes.has(id)) problems.push(problem('missing-note', here, wordsBefore(block, id)))
      if (!seen.has(id)) seen.set(id, block)
    }
  })
  for (const [id, note] of notes) {
    const place = { kind: 'note', id } as const
    const block = seen.get(id)
    if (!block) problems.push(problem('orphan-note', place, quoteOf(note)))
    else if (quoteOf(note) === '') problems.push(problem('empty-note', place, wordsBefore(block, id)))
  }
  return problems
}

const quoteOf = (note: Node | undefined): string => (note ? beginOf(note) : '')

const beginOf = perObject((note: Node): string => note.children.map(wordsOf).join(' ').trim().slice(0, 80))

/** The words that a note's mark follows: by them a person knows the place again. */
function wordsBefore(block: Node, id: NoteId): string {
  let at = 0
  block.forEach((child, offset) => {
    if (isNoteRef(child) && noteIdOf(child) === id) at ||= offset
  })
  const words = plainTextOf(block).slice(0, at).replaceAll(noteRefSign, '').trim()
  return words.length > quoted ? `…${words.slice(-quoted).replace(/^\S*\s/, '')}` : words
}

const quoted = 60
