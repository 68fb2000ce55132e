import { useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { mentionAt, nameInto, peopleFor, type Mentionable } from './mention'

interface MentionInput {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly people: readonly Mentionable[]
  readonly onText: (text: string) => void
}

/** What the list of names shows, and how it is told of keys and of the caret. */
export interface Mention {
  readonly listId: string
  readonly found: readonly Mentionable[]
  readonly active: number
  readonly optionId: (index: number) => string
  /** The caret or the words are others. */
  readonly look: () => void
  readonly close: () => void
  readonly take: (person: Mentionable) => void
  /** True where the key was for the list. */
  readonly press: (event: KeyboardEvent) => boolean
}

const most = 8

/** Names behind "@": found while they are typed, chosen by arrow keys and Enter. */
export function useMention({ field, people, onText }: MentionInput): Mention {
  const listId = useId()
  const [at, setAt] = useState<ReturnType<typeof mentionAt>>(null)
  const [active, setActive] = useState(0)
  const found = at ? peopleFor(at.query, people).slice(0, most) : []
  const close = () => setAt(null)
  function take({ name }: Mentionable) {
    const { current } = field
    if (!current || !at) return
    const next = nameInto(current.value, { from: at.from, caret: current.selectionStart, name })
    // The next key may come at once: the words must stand in the field before the caret is put behind the name.
    flushSync(() => {
      onText(next.text)
      close()
    })
    current.setSelectionRange(next.caret, next.caret)
  }
  return {
    ...{ listId, found, active, close, take },
    optionId: index => `${listId}-${index}`,
    look() {
      const { current } = field
      setAt(current && mentionAt(current.value, current.selectionStart))
      setActive(0)
    },
    press(event) {
      const person = found[active]
      if (!person || event.ctrlKey || event.nativeEvent.isComposing) return false
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (by) setActive((active + by + found.length) % found.length)
      else if (event.key === 'Enter' || event.key === 'Tab') take(person)
      else if (event.key === 'Escape') close()
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
  }
}
