import { Crosshair, Eye } from 'lucide-react'
import type { Person } from '../../state/presence'
import { follow, goToPerson } from '../../state/presence-follow'
import { useSession } from '../../state/use-session'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import { whereInWords } from './where-in-words'

interface PeopleListProps {
  readonly people: readonly Person[]
  /** The person has chosen something and looks at the paper again. */
  readonly onDone: () => void
}

/** Everybody who has the report open, where they are, and how to get there. */
export function PeopleList({ people, onDone }: PeopleListProps) {
  const session = useSession()
  // The list goes first, and gives its focus back; then the text has it, so that the next key ends the following.
  const go = (person: Person) => {
    onDone()
    goToPerson(session, person.client)
  }
  const followThem = ({ client }: Person) => {
    onDone()
    session.activeEditor()?.focus()
    follow(client)
  }
  return (
    <>
      <h2>{vi.people.title}</h2>
      <ul>
        {people.map(person => (
          <li key={person.client}>
            <Avatar name={person.name} colour={person.colour} isIdle={person.isIdle} />
            <span className="who">
              <strong>{person.name}</strong>
              <span>{[...stateOf(person), whereInWords(session, person)].join(' · ')}</span>
            </span>
            <Button
              size="small"
              icon={Crosshair}
              aria-label={vi.people.goToLong(person.name)}
              onClick={() => go(person)}
            >
              {vi.people.goTo}
            </Button>
            <Button
              size="small"
              icon={Eye}
              aria-label={vi.people.followLong(person.name)}
              onClick={() => followThem(person)}
            >
              {vi.people.follow}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

const stateOf = ({ isIdle, isOtherComputer }: Person): string[] => [
  ...(isOtherComputer ? [vi.people.otherComputer] : []),
  ...(isIdle ? [vi.people.idle] : []),
]
