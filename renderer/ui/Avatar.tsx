import { initialOf, initialsOf } from './initials'

interface AvatarProps {
  readonly name: string
  /** 1 … 8, see tokens.css. */
  readonly colour: number
  readonly isIdle?: boolean
  /** `small` has room for one letter. */
  readonly size?: 'normal' | 'small'
}

/** A person's letters on their colour; said in words by what it stands in. */
export const Avatar = ({ name, colour, isIdle = false, size = 'normal' }: AvatarProps) => (
  <span className={`avatar ${size} person-${colour}${isIdle ? ' idle' : ''}`} aria-hidden>
    {size === 'small' ? initialOf(name) : initialsOf(name)}
  </span>
)
