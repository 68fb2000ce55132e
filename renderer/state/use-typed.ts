import { useRef, useState } from 'react'
import type { OpenStep } from '../editor/undo/open-step'

interface TypedInput {
  /** The words as they are stored. */
  readonly value: string
  readonly write: (words: string) => void
  readonly openStep: () => OpenStep
}

/** A plain field over the report. */
export interface TypedField {
  /** What the field shows: what is being typed, else what is stored. */
  readonly words: string
  readonly type: (words: string) => void
  /** The person has left the field: what comes next is another step of undo. */
  readonly leave: () => void
  /** Takes back what was typed in this visit. */
  readonly restore: () => void
}

/**
 * Words reach the report with every key, so that neither a crash nor a closed window finds any that are only in a
 * field. One visit to the field is one step of undo. Spaces at the ends are shown while typed and never stored.
 */
export function useTyped({ value, write, openStep }: TypedInput): TypedField {
  const [typed, setTyped] = useState<string | null>(null)
  const visit = useRef<{ readonly step: OpenStep; readonly before: string } | null>(null)
  function leave() {
    visit.current = null
    setTyped(null)
  }
  return {
    words: typed ?? value,
    type(words) {
      visit.current ??= { step: openStep(), before: value }
      setTyped(words)
      visit.current.step.add(() => write(words.trim()))
    },
    leave,
    restore() {
      const left = visit.current
      leave()
      if (left && !left.step.takeBack()) openStep().add(() => write(left.before))
    },
  }
}
