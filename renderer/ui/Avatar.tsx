import { initialOf, initialsOf } from './initials'

interface AvatarProps {
  readonly name: string
  /** 1 … 8, see tokens.css. */
  readonly colour: number
  readonly isIdle?: boolean
  /** `small` has room for one letter. */
  readonly size?: 'normal' | 'small'
}

/** A person's letters on their colour; drawn, not text: what it stands in says the name. */
export const Avatar = ({ name, colour, isIdle = false, size = 'normal' }: AvatarProps) => (
  <span
    className={`avatar ${size} person-${colour}${isIdle ? ' idle' : ''}`}
    data-letters={size === 'small' ? initialOf(name) : initialsOf(name)}
    aria-hidden
  />
)
