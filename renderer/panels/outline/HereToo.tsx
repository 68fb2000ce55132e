import type { Person } from '../../state/presence'
import { Avatar } from '../../ui/Avatar'
import { vi } from '../../wording/vi'

/** Avatars that fit beside a title. */
const shown = 3

/** Colleagues who are in a section. */
export function HereToo({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return null
  const names = vi.people.here(people.map(({ name }) => name).join(', '))
  return (
    <span className="here-too" role="img" aria-label={names} title={names}>
      {people.slice(0, shown).map(({ client, name, colour, isIdle }) => (
        <Avatar key={client} size="small" {...{ name, colour, isIdle }} />
      ))}
      {people.length > shown && vi.people.more(people.length - shown)}
    </span>
  )
}
