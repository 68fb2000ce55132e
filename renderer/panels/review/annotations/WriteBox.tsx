import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Draft } from '../../../../shared/ipc/drafts'
import { useDrafts, writeDraft } from '../../../state/drafts'
import { useSpeakers } from '../../../state/review-people'
import { Button } from '../../../ui/Button'
import { vi } from '../../../wording/vi'
import { namedIn } from './mention'
import { useMention, type Mention } from './use-mention'

interface WriteBoxProps {
  /** Under which the words are kept until they are sent. */
  readonly name: string
  /** What stands there before anything was typed. */
  readonly empty: Draft
  readonly label: string
  readonly placeholder: string
  readonly send: string
  readonly onSend: (draft: Draft) => Promise<boolean>
  readonly onLeave: () => void
  /** Gives the words up; without it there is no such button. */
  readonly onDiscard?: () => void
  readonly wantsFocus?: boolean
  readonly children?: ReactNode
}

/** A box to write in: kept with every key, sent with Ctrl+Enter, names behind "@". */
export function WriteBox({ name, empty, label, send, onSend, onLeave, ...rest }: WriteBoxProps) {
  const { placeholder, onDiscard, wantsFocus = false, children } = rest
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDrafts(state => state.drafts[name]) ?? empty
  const failure = useDrafts(state => state.failure)
  const people = useSpeakers().members.filter(({ isMe }) => !isMe)
  const write = (text: string) => writeDraft(name, { ...draft, text, mentions: namedIn(text, people) })
  const mention = useMention({ field, people, onText: write })
  useEffect(() => {
    if (wantsFocus) field.current?.focus()
  }, [wantsFocus])
  async function go() {
    if (draft.text.trim() === '') return
    if (await onSend({ ...draft, text: draft.text.trim() })) writeDraft(name, null)
  }
  function press(event: KeyboardEvent) {
    if (mention.press(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void go()
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="write-box">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <textarea
        {...{ id, placeholder }}
        ref={field}
        className="input"
        rows={rowsFor(draft.text)}
        value={draft.text}
        maxLength={20_000}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls={mention.found.length > 0 ? mention.listId : undefined}
        aria-activedescendant={mention.found.length > 0 ? mention.optionId(mention.active) : undefined}
        title={vi.annotations.write.sendHint}
        onChange={event => {
          write(event.target.value)
          mention.look()
        }}
        onKeyDown={press}
        onBlur={mention.close}
      />
      <Names mention={mention} />
      {children}
      {failure && <p className="hint">{vi.annotations.write.unkept(failure)}</p>}
      <Acts {...{ send, onDiscard }} canSend={draft.text.trim() !== ''} onSend={() => void go()} />
    </div>
  )
}

/** As tall as its words, within reason. */
const rowsFor = (text: string): number =>
  Math.min(
    12,
    Math.max(
      2,
      text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 44), 0),
    ),
  )

interface ActsProps {
  readonly send: string
  readonly canSend: boolean
  readonly onSend: () => void
  readonly onDiscard: (() => void) | undefined
}

const Acts = ({ send, canSend, onSend, onDiscard }: ActsProps) => (
  <div className="acts">
    <Button size="small" look="primary" disabled={!canSend} onClick={onSend}>
      {send}
    </Button>
    {onDiscard && (
      <Button size="small" look="quiet" onClick={onDiscard}>
        {vi.annotations.write.discard}
      </Button>
    )}
  </div>
)

/** The list may hang out of the panel's view. */
const intoView = (list: HTMLElement | null): void => list?.scrollIntoView({ block: 'nearest' })

function Names({ mention }: { mention: Mention }) {
  if (mention.found.length === 0) return null
  return (
    <ul
      ref={intoView}
      className="names"
      role="listbox"
      id={mention.listId}
      aria-label={vi.annotations.write.people}
    >
      {mention.found.map((person, index) => (
        <li
          key={person.id}
          id={mention.optionId(index)}
          role="option"
          aria-selected={index === mention.active}
          onMouseDown={event => {
            event.preventDefault()
            mention.take(person)
          }}
        >
          {person.name}
          {person.unit && <span className="unit">{person.unit}</span>}
        </li>
      ))}
    </ul>
  )
}
