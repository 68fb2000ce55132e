import { Check } from 'lucide-react'
import type { ShownSection } from '../../../state/since-shown'
import { Button } from '../../../ui/Button'
import { vi } from '../../../wording/vi'
import { dayInWords } from '../../../wording/window'
import { ChangeCard } from './ChangeCard'
import type { SinceActs } from './SincePanel'

interface SinceSectionProps {
  readonly shown: ShownSection
  readonly current: string | null
  readonly acts: SinceActs
}

/** What changed in one section, and what a person can do about it. */
export function SinceSection({ shown, current, acts }: SinceSectionProps) {
  const { section, kind, title, at, changes } = shown
  return (
    <section aria-label={title}>
      <h3 className="group-name">
        {title} · {changes.length}
      </h3>
      <p className="last-seen">
        {kind === 'new' && vi.since.isNew}
        {kind === 'gone' && vi.since.gone}
        {kind === 'changed' && at !== null && vi.since.lastSeen(dayInWords(at, new Date()))}
      </p>
      {changes.map(change => (
        <ChangeCard
          key={change.difference.key}
          {...change}
          isCurrent={change.difference.key === current}
          where={acts.placeOf(change.difference)}
          onGo={() => acts.onGo(change.difference)}
          onEnter={() => acts.onEnter(change.difference)}
        />
      ))}
      <div className="acts">
        <Button
          size="small"
          icon={Check}
          aria-label={`${vi.since.seenOne}: ${title}`}
          onClick={() => acts.onSeen(section)}
        >
          {vi.since.seenOne}
        </Button>
        {acts.moreFor(shown)}
      </div>
    </section>
  )
}
