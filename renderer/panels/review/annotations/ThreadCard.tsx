import type { KeyboardEvent, MouseEvent } from 'react'
import type { Annotation } from '../../../../shared/review/review'
import { want } from '../../../state/annotations/begin'
import type { Speakers } from '../../../state/review-people'
import { vi } from '../../../wording/vi'
import { dayInWords } from '../../../wording/window'
import { Quote } from './Quote'
import { Spoken } from './Spoken'
import { ThreadActs } from './ThreadActs'
import type { Thread } from '../../../state/annotations/threads'

export interface ThreadCardActs {
  readonly onChoose: (id: string) => void
  /** To the card so many further on. */
  readonly onStep: (by: number) => void
  readonly onLeave: () => void
}

interface ThreadCardProps extends ThreadCardActs {
  readonly thread: Thread
  readonly speakers: Speakers
  readonly isChosen: boolean
  /** It is what Tab leads to. */
  readonly isStop: boolean
}

/** A thread: what it is about, what was said, and, where it is chosen, what can be done. */
export function ThreadCard({
  thread,
  speakers,
  isChosen,
  isStop,
  onChoose,
  onStep,
  onLeave,
}: ThreadCardProps) {
  const { annotation, state } = thread
  const { id, anchor, text, replies, audience, removed } = annotation
  const choose = (event: MouseEvent) => {
    if (!isInteractive(event.target)) onChoose(id)
  }
  // Choosing what is chosen already is to answer it.
  const enter = () => (isChosen ? want({ kind: 'answer', id }) : onChoose(id))
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') onLeave()
    else if (event.target !== event.currentTarget) return
    else if (event.key === 'Enter' || event.key === ' ') enter()
    else if (event.key === 'ArrowDown') onStep(1)
    else if (event.key === 'ArrowUp') onStep(-1)
    else return
    event.preventDefault()
  }
  return (
    <article
      className={`card thread${isChosen ? ' chosen' : ''}${annotation.resolved ? ' resolved' : ''}`}
      aria-label={vi.annotations.card(speakers.of(annotation.author).name, text)}
      aria-current={isChosen}
      tabIndex={isStop ? 0 : -1}
      data-thread={id}
      onClick={choose}
      onKeyDown={press}
    >
      <Quote anchor={anchor} />
      {state === 'detached' && (
        <span className="unplaced">{vi.annotations.detached(anchor.sectionTitle)}</span>
      )}
      {state === 'changed' && <span className="unplaced">{vi.annotations.changed}</span>}
      <Spoken said={annotation} {...{ speakers, audience }} isRemoved={removed} isOpen={isChosen} />
      <Marks {...{ annotation, speakers }} />
      {isChosen ? (
        <>
          {replies.map(reply => (
            <Spoken key={reply.id} said={reply} {...{ speakers, audience }} isOpen />
          ))}
          <ThreadActs {...{ annotation, speakers, onLeave }} />
        </>
      ) : (
        replies.length > 0 && <span className="where">{vi.annotations.replies(replies.length)}</span>
      )}
    </article>
  )
}

const isInteractive = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, textarea, select, input, label') !== null

function Marks({ annotation, speakers }: { annotation: Annotation; speakers: Speakers }) {
  const { audience, assigned, resolved } = annotation
  const words = vi.annotations
  return (
    <div className="marks">
      {audience !== 'all' && <span className="chip">{words.audienceMarks[audience]}</span>}
      {assigned !== null && (
        <span className="chip">
          {speakers.of(assigned).isMe ? words.assignedToMe : words.assigned(speakers.of(assigned).name)}
        </span>
      )}
      {resolved && (
        <span className="chip good">
          {words.resolved(speakers.of(resolved.by).name, dayInWords(resolved.at, new Date()))}
        </span>
      )}
    </div>
  )
}
