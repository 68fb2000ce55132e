import { Filter as FilterIcon, MessageSquarePlus, Printer } from 'lucide-react'
import { useState } from 'react'
import { annotateHere } from '../../../state/annotations/begin'
import { asksFor } from '../../../state/annotations/asks-for'
import { isNarrowed, type Filter } from '../../../state/annotations/filter'
import type { Thread } from '../../../state/annotations/threads'
import { changeFilter } from '../../../state/annotations/watch'
import type { Speakers } from '../../../state/review-people'
import { useSession } from '../../../state/use-session'
import { showDialog } from '../../../state/window-state'
import { Check } from '../../../ui/Check'
import { Segments } from '../../../ui/Segments'
import { ToolButton } from '../../../ui/ToolButton'
import { vi } from '../../../wording/vi'
import { Filters } from './Filters'

export interface HeadProps {
  readonly all: readonly Thread[]
  readonly listed: readonly Thread[]
  readonly filter: Filter
  readonly speakers: Speakers
}

const { filter: words } = vi.annotations

/** Above the threads: begin one, which are listed, take the list elsewhere. */
export function Head({ all, listed, filter, speakers }: HeadProps) {
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  const forMe = all.filter(({ annotation }) => asksFor(annotation, speakers.self)).length
  const statuses = ['open', 'resolved', 'all'] as const
  return (
    <div className="annotation-head">
      <div className="line">
        <ToolButton
          icon={MessageSquarePlus}
          label={vi.annotations.add}
          keys={vi.annotations.addKeys}
          onClick={() => annotateHere(session)}
        />
        <Segments
          label={words.status}
          value={filter.status}
          choices={statuses.map(status => ({ value: status, label: words.statuses[status] }))}
          onChoose={status => changeFilter({ status })}
        />
        <span className="grow" />
        <ToolButton
          icon={FilterIcon}
          label={words.title}
          aria-expanded={isOpen || isNarrowed(filter)}
          onClick={() => setOpen(!isOpen)}
        />
        <ToolButton
          icon={Printer}
          label={vi.annotations.print.open}
          disabled={listed.length === 0}
          onClick={() => showDialog('annotation-list')}
        />
      </div>
      {(forMe > 0 || filter.forMe) && (
        <Check
          label={words.forMe(forMe)}
          checked={filter.forMe}
          onChange={checked => changeFilter({ forMe: checked })}
        />
      )}
      {(isOpen || isNarrowed(filter)) && <Filters {...{ all, filter, speakers }} />}
      {listed.length < all.length && <p className="hint">{words.count(listed.length, all.length)}</p>}
    </div>
  )
}
