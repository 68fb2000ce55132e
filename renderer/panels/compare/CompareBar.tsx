import { ArrowRightLeft, FileDiff, FileText } from 'lucide-react'
import type { Source } from '../../../shared/versions/source'
import { readings, type ComparedSides, type Reading } from '../../state/compare'
import { Button } from '../../ui/Button'
import { Segments } from '../../ui/Segments'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { Zoom } from '../status/Zoom'
import type { SourceGroup } from './source-choices'
import { SourcePicker } from './SourcePicker'

/** Both texts with marks, or the report of changes. */
export type ComparisonFiles = 'redline' | 'changes'

interface CompareBarProps {
  readonly sides: ComparedSides | null
  readonly groups: readonly SourceGroup[]
  readonly reading: Reading
  readonly zoom: number
  readonly onSides: (sides: ComparedSides) => void
  /** A Word file is wanted on this side. */
  readonly onOther: (side: 'was' | 'now') => void
  readonly onReading: (reading: Reading) => void
  readonly onExport: (what: ComparisonFiles) => void
}

const today: Source = { kind: 'today' }

/** Which two texts, how they are read, and what is made of them. */
export function CompareBar(props: CompareBarProps) {
  const { sides, groups, reading, zoom, onSides, onOther, onReading, onExport } = props
  const choose = (side: 'was' | 'now') => (source: Source) =>
    onSides({ was: sides?.was ?? source, now: sides?.now ?? today, [side]: source })
  return (
    <div className="compare-bar" role="group" aria-label={vi.compare.tools}>
      <SourcePicker
        label={vi.compare.was}
        source={sides?.was ?? null}
        groups={groups}
        onChoose={choose('was')}
        onOther={() => onOther('was')}
      />
      <ToolButton
        icon={ArrowRightLeft}
        label={vi.compare.swap}
        disabled={!sides}
        onClick={() => sides && onSides({ was: sides.now, now: sides.was })}
      />
      <SourcePicker
        label={vi.compare.now}
        source={sides?.now ?? today}
        groups={groups}
        onChoose={choose('now')}
        onOther={() => onOther('now')}
      />
      <Segments
        label={vi.compare.readings}
        value={reading}
        choices={readings.map(value => ({ value, label: vi.compare.reading[value] }))}
        onChoose={onReading}
      />
      <Zoom zoom={zoom} />
      <span className="grow" />
      <Button icon={FileDiff} disabled={!sides} onClick={() => onExport('redline')}>
        {vi.compare.redline}
      </Button>
      <Button icon={FileText} disabled={!sides} onClick={() => onExport('changes')}>
        {vi.compare.changes}
      </Button>
    </div>
  )
}
