import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import type { Speakers } from '../../../state/review-people'
import { Avatar } from '../../../ui/Avatar'
import { dayInWords } from '../../../wording/window'

export interface CardFrameProps {
  readonly id: string
  readonly label: string
  readonly author: string
  readonly at: string
  readonly speakers: Speakers
  readonly isChosen: boolean
  /** It is what Tab leads to. */
  readonly isStop: boolean
  readonly onChoose: (id: string) => void
  readonly onStep: (by: 1 | -1) => void
  readonly children: ReactNode
}

/** A card of the list: whose it is; chosen by a press or Enter, stepped through by arrow keys. */
export function CardFrame(props: CardFrameProps) {
  const { id, label, author, at, speakers, isChosen, isStop, onChoose, onStep, children } = props
  const who = speakers.of(author)
  const choose = (event: MouseEvent) => {
    if (!(event.target instanceof Element && event.target.closest('button, input, textarea'))) onChoose(id)
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter' || event.key === ' ') onChoose(id)
    else if (event.key === 'ArrowDown') onStep(1)
    else if (event.key === 'ArrowUp') onStep(-1)
    else return
    event.preventDefault()
  }
  return (
    <article
      className={`card thread${isChosen ? ' chosen' : ''}`}
      aria-label={label}
      aria-current={isChosen}
      tabIndex={isStop ? 0 : -1}
      onClick={choose}
      onKeyDown={press}
    >
      <div className="spoken">
        <div className="who">
          <Avatar name={who.fullName} colour={who.colour} size="small" />
          <span className={`name person-${who.colour}`}>{who.name}</span>
          <time dateTime={at}>{dayInWords(at, new Date())}</time>
        </div>
      </div>
      {children}
    </article>
  )
}
