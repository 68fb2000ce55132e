import { useRef, useState, type ToggleEvent } from 'react'
import { usePresence, type Person } from '../../state/presence'
import { Avatar } from '../../ui/Avatar'
import { vi } from '../../wording/vi'
import { ComingAndGoing } from './ComingAndGoing'
import { PeopleList } from './PeopleList'

/** Avatars that fit beside the title; the list behind them names everybody. */
const shown = 4

/** Who else has the report open. */
export function People() {
  const people = usePresence(state => state.people)
  const others = people.filter(person => !person.isSelf)
  return (
    <div className="people" data-people>
      <ComingAndGoing people={others} />
      {others.length > 0 && <Avatars others={others} />}
    </div>
  )
}

function Avatars({ others }: { others: readonly Person[] }) {
  const list = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const names = others.map(({ name }) => name).join(', ')
  return (
    <>
      <button
        type="button"
        className="avatars"
        popoverTarget="people-list"
        aria-label={vi.people.open(others.length, names)}
        title={names}
      >
        {others.slice(0, shown).map(({ client, name, colour, isIdle }) => (
          <Avatar key={client} {...{ name, colour, isIdle }} />
        ))}
        {others.length > shown && (
          <span className="avatar more" data-letters={vi.people.more(others.length - shown)} aria-hidden />
        )}
      </button>
      <div
        ref={list}
        id="people-list"
        className="people-list"
        popover="auto"
        role="dialog"
        aria-label={vi.people.title}
        onToggle={(event: ToggleEvent) => setOpen(event.newState === 'open')}
      >
        {isOpen && <PeopleList people={others} onDone={() => list.current?.hidePopover()} />}
      </div>
    </>
  )
}
