import { CornerDownRight } from 'lucide-react'
import type { Difference, DifferenceKind } from '../../../shared/compare/difference'
import type { BlockId } from '../../../shared/report/ids'
import type { ComparedRow } from '../../state/compare-rows'
import type { ComparedText } from '../../state/compare-side'
import { vi } from '../../wording/vi'
import { useCompared } from './compared'

/** What struck and underlined words do not say by themselves. */
export function RowLabels({ row }: { row: ComparedRow }) {
  const { was } = useCompared()
  const moved = row.differences.find(isMove)
  const labels = labelsOf(row)
  return (
    <>
      {row.isMoved && row.other !== null && (
        <OtherPlace to={row.other}>
          {moved ? vi.compare.movedFrom(sectionInWords(moved.from ?? null, was)) : vi.compare.movedHere}
        </OtherPlace>
      )}
      {labels.map(label => (
        <span key={label} className="compared-label">
          {label}
        </span>
      ))}
    </>
  )
}

/** Where a block stood that stands elsewhere now: a line that leads there. */
export function LeftPlace({ row }: { row: ComparedRow }) {
  const { now, rowAt } = useCompared()
  const there = row.other === null ? undefined : rowAt(row.other)
  const moved = there?.differences.find(isMove)
  const words = row.was.map(block => block.textContent.trim()).find(text => text !== '') ?? ''
  return (
    <div className="left-place">
      {row.other !== null && (
        <OtherPlace to={row.other}>
          {moved ? vi.compare.movedTo(sectionInWords(moved.section, now)) : vi.compare.moved}
        </OtherPlace>
      )}
      {words && <span className="left-words">{words}</span>}
      {row.was.length > 1 && <span className="quiet">{vi.since.together(row.was.length - 1)}</span>}
    </div>
  )
}

function OtherPlace({ to, children }: { to: string; children: string }) {
  const { onGo } = useCompared()
  return (
    <button
      type="button"
      className="compared-label link"
      title={vi.compare.seeOther}
      onClick={() => onGo(to)}
    >
      <CornerDownRight size={12} strokeWidth={1.75} aria-hidden />
      {children}
    </button>
  )
}

const isMove = ({ kind, place }: Difference): boolean => kind === 'moved' && place.kind === 'block'

/** "mục II-"; of a section without a number, or before all sections, in words. */
function sectionInWords(section: BlockId | null, { sections }: ComparedText): string {
  const number = section === null ? undefined : sections.get(section)
  return number === undefined ? vi.compare.start : vi.compare.inSection(number)
}

const toldByWords: ReadonlySet<DifferenceKind> = new Set(['words', 'moved'])

function labelsOf({ differences }: ComparedRow): readonly string[] {
  const labels = differences.flatMap(({ kind, class: of, place }) => {
    if (place.kind === 'field') return []
    if (place.kind !== 'block') return kind === 'words' ? [vi.since.classes[of]] : []
    return toldByWords.has(kind) ? (kind === 'words' ? [vi.since.classes[of]] : []) : [vi.since.kinds[kind]]
  })
  return [...new Set(labels)]
}
