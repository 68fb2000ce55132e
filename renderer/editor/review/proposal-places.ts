import type { AnchorIndex } from '../../../shared/review/anchor-index'
import type { Edit } from '../../../shared/review/apply-edit'
import { isTextEdit, rangeOf } from '../../../shared/review/apply-text'
import type { Proposal } from '../../../shared/review/review'
import { noteRefSign } from '../../../shared/report/text-blocks'
import type { Place } from '../place'
import type { ProposalMark } from './proposal-marks'

export interface Drawable {
  readonly proposal: Pick<Proposal, 'id' | 'author'>
  readonly edit: Edit
  /** Who proposes it and what. */
  readonly label: string
}

interface Drawing {
  readonly index: AnchorIndex
  readonly chosen: string | null
  readonly colourOf: (author: string) => number
  readonly levelName: (level: string | null) => string
}

/** What each editor is to show of these proposals: the text, or a note. Cells and choices are shown where they stand. */
export function drawnProposals(
  proposals: readonly Drawable[],
  drawing: Drawing,
): (place: Place) => readonly ProposalMark[] {
  const inText: ProposalMark[] = []
  const inNotes = new Map<string, ProposalMark[]>()
  for (const drawable of proposals) {
    const { edit } = drawable
    const base = baseOf(drawable, drawing)
    if (edit.kind === 'note') {
      const { from, to } = edit
      const mark: ProposalMark = { ...base, kind: 'words', from, to, now: plain(edit.content) }
      inNotes.set(edit.note, [...(inNotes.get(edit.note) ?? []), mark])
    }
    const range = isTextEdit(edit) ? rangeOf(drawing.index.report.text, edit) : null
    if (range && isTextEdit(edit)) inText.push({ ...base, ...range, ...shape(edit, range.from, drawing) })
  }
  return place =>
    place.kind === 'text' ? inText : place.kind === 'note' ? (inNotes.get(place.id) ?? []) : []
}

const baseOf = ({ proposal, label }: Drawable, { chosen, colourOf }: Drawing) => ({
  id: proposal.id,
  label,
  colour: colourOf(proposal.author),
  isChosen: proposal.id === chosen,
})

type TextEdit = Extract<Edit, { kind: 'words' | 'insert-blocks' | 'delete-block' | 'level' }>

function shape(
  edit: TextEdit,
  from: number,
  { index, levelName }: Drawing,
): Pick<ProposalMark, 'kind' | 'now'> & { to?: number } {
  switch (edit.kind) {
    case 'words':
      return { kind: 'words', now: plain(edit.content) }
    case 'insert-blocks':
      return { kind: 'insertion', now: edit.blocks.map(block => block.textContent).join('\n') }
    case 'delete-block':
      return { kind: 'deletion', now: '' }
    default: {
      // The level is marked on the whole block; the edit touches its border only.
      const size = index.report.text.nodeAt(from)?.nodeSize ?? 1
      return { kind: 'level', now: levelName(edit.level), to: from + size }
    }
  }
}

const plain = (content: Extract<Edit, { kind: 'words' }>['content']): string =>
  content
    .textBetween(0, content.size, '\n', leaf => (leaf.type.name === 'hard_break' ? '\n' : noteRefSign))
    .replaceAll(noteRefSign, '')
