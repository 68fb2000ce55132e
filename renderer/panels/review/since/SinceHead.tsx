import { CheckCheck, ChevronDown, ChevronUp } from 'lucide-react'
import { Button } from '../../../ui/Button'
import { Segments } from '../../../ui/Segments'
import { ToolButton } from '../../../ui/ToolButton'
import { vi } from '../../../wording/vi'
import type { SincePanelProps } from './SincePanel'

interface SinceHeadProps extends Pick<SincePanelProps, 'isMine' | 'acts'> {
  /** The change that the person is at, from 1; 0: none. */
  readonly at: number
  readonly of: number
}

/** Whose sections, which change of how many, and that all of it was seen. */
export function SinceHead({ isMine, acts, at, of }: SinceHeadProps) {
  const step = { size: 'small', disabled: of === 0 } as const
  return (
    <div className="since-head">
      {isMine !== null && (
        <Segments
          label={vi.since.scope}
          value={isMine ? 'mine' : 'all'}
          choices={[
            { value: 'mine', label: vi.since.mine },
            { value: 'all', label: vi.since.all },
          ]}
          onChoose={scope => acts.onScope(scope === 'mine')}
        />
      )}
      <span className="step">
        <ToolButton
          {...step}
          icon={ChevronUp}
          label={vi.since.previous}
          keys="Shift+F9"
          onClick={() => acts.onStep(-1)}
        />
        <span className="count">{vi.since.count(at, of)}</span>
        <ToolButton
          {...step}
          icon={ChevronDown}
          label={vi.since.next}
          keys="F9"
          onClick={() => acts.onStep(1)}
        />
      </span>
      <Button size="small" icon={CheckCheck} onClick={acts.onSeenAll}>
        {vi.since.seenAll}
      </Button>
    </div>
  )
}
