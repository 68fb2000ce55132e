import { Eye } from 'lucide-react'
import { personOf, usePresence } from '../../state/presence'
import { follow } from '../../state/presence-follow'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'

/** Says whom the window scrolls with, and how to stop. */
export function Following() {
  const person = usePresence(state => personOf(state, state.following))
  return (
    <div className="following-place" role="status" data-people>
      {person && (
        <span className={`following person-${person.colour}`}>
          <Eye size={14} strokeWidth={1.75} aria-hidden />
          <strong>{vi.people.following(person.name)}</strong>
          <span className="hint">{vi.people.stopHint}</span>
          <Button look="quiet" size="small" aria-label={vi.people.stopLong} onClick={() => follow(null)}>
            {vi.people.stop}
          </Button>
        </span>
      )}
    </div>
  )
}
