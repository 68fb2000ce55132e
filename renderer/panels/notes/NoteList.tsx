import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { NoteId } from '../../../shared/report/ids'
import { vi } from '../../wording/vi'
import type { NoteEntry } from '../../state/report/notes-order'
import { NoteRow, type NoteActs } from './NoteRow'

interface NoteListProps {
  readonly notes: readonly NoteEntry[]
  readonly here: NoteId | null
  readonly near: NoteId | null
  readonly inView: readonly NoteId[]
  readonly readOnly: boolean
  readonly acts: NoteActs
}

/** All notes; only those in view have an editor. */
export function NoteList({ notes, here, near, inView, readOnly, acts }: NoteListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const hereAt = notes.findIndex(note => note.id === here)
  const rows = useVirtualizer({
    count: notes.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => estimate(acts, notes[index]),
    getItemKey: index => notes[index]?.id ?? index,
    overscan: 3,
    // Until the browser has measured the list, which is later than the first key in a first note.
    initialRect: { width: 600, height: 160 },
    // The note that is written or wanted has its editor wherever the list is scrolled: at once, so that the very
    // next key finds it, and for as long as it has the focus.
    rangeExtractor: range => withIndex(defaultRangeExtractor(range), hereAt),
  })
  const go = (id: NoteId | null, align: 'auto' | 'start') => {
    const index = notes.findIndex(note => note.id === id)
    if (index >= 0) rows.scrollToIndex(index, { align })
  }
  const first = inView[0] ?? null
  const seen = useMemo(() => new Set(inView), [inView])
  // Only when another note is meant: its own growth must not move what a person reads. Nor does the paper, while
  // a note is being written.
  /* eslint-disable react-hooks/exhaustive-deps */
  useEffect(() => {
    if (!scroller.current?.contains(document.activeElement)) go(first, 'start')
  }, [first])
  useEffect(() => go(near, 'auto'), [near])
  useEffect(() => go(here, 'auto'), [here])
  /* eslint-enable react-hooks/exhaustive-deps */
  if (notes.length === 0) return <p className="empty">{vi.notes.empty}</p>
  return (
    <div ref={scroller} className="note-list" tabIndex={-1}>
      <div style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(item => {
          const note = notes[item.index]
          if (!note) return null
          return (
            <div
              key={note.id}
              ref={rows.measureElement}
              data-index={item.index}
              className="note-at"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <NoteRow
                note={note}
                here={note.id === here}
                inView={seen.has(note.id)}
                readOnly={readOnly}
                acts={acts}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const withIndex = (indexes: number[], index: number): number[] =>
  index < 0 || indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b)

/** Height in pixels before a note is mounted: lines of about 110 letters. */
const estimate = (acts: NoteActs, note: NoteEntry | undefined): number =>
  10 + 20 * Math.max(1, Math.ceil((note ? acts.lengthOf(note.id) : 0) / 110))
