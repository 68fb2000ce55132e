import type { Difference } from '../../../shared/compare/difference'
import type { NoteId } from '../../../shared/report/ids'
import type { ComparedRow } from '../../state/compare-rows'
import { vi } from '../../wording/vi'
import { useCompared, type Side } from './compared'
import { PlainWords } from './Words'

/** The notes of a place that are not as they were, below the words that lead to them. */
export function ChangedNotes({ row, side }: { row: ComparedRow; side: Side }) {
  const notes = row.differences.filter(({ place }) => place.kind === 'note')
  return notes.map(note => <ChangedNote key={note.key} note={note} side={side} />)
}

function ChangedNote({ note, side }: { note: Difference; side: Side }) {
  const { was, now, current } = useCompared()
  const { kind, parts, place } = note
  if (place.kind !== 'note') return null
  if ((side === 'was' && kind === 'added') || (side === 'now' && kind === 'removed')) return null
  const before = was.notes.get((note.wasId ?? place.id) as NoteId)
  const after = now.notes.get(place.id)
  const number = (side === 'was' ? before : after) ?? before ?? after ?? ''
  return (
    <p
      className="compared-note"
      data-difference={note.key}
      aria-current={current === note.key ? 'true' : undefined}
    >
      <span className="number">{vi.compare.note(number)}: </span>
      {kind === 'moved' && <span className="compared-label">{vi.since.kinds.moved}</span>}
      {parts.length > 0 ? <PlainWords parts={parts} side={side} /> : <em>{vi.compare.emptyNote}</em>}
    </p>
  )
}
