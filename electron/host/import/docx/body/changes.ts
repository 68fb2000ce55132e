import { quotable } from './plain-text'
import { type Reading, warn } from './reading'
import { warnings } from '../words'

type TextChange = 'inserted' | 'deleted' | 'movedTo' | 'movedFrom'
type MarkChange = 'formatted' | 'markInserted' | 'markDeleted' | 'cellChanged'

/**
 * The tracked changes of one paragraph, one entry per kind and author: Word cuts a change into as many pieces as the
 * text has runs.
 */
export interface ChangeLog {
  text(kind: TextChange | 'hidden', author: string, text: string): void
  mark(kind: MarkChange, author: string): void
  /** Turns what was noted into warnings. */
  report(reading: Reading): void
}

const codes: Readonly<Record<TextChange | MarkChange | 'hidden', string>> = {
  inserted: 'tracked-insertion',
  deleted: 'tracked-deletion',
  movedTo: 'tracked-move',
  movedFrom: 'tracked-move',
  formatted: 'tracked-format',
  markInserted: 'tracked-insertion',
  markDeleted: 'tracked-deletion',
  cellChanged: 'tracked-table',
  hidden: 'hidden-text',
}

/** A warning quotes less. */
const enough = 1000

export function changeLog(): ChangeLog {
  const texts = new Map<string, { kind: TextChange | 'hidden'; author: string; text: string }>()
  const marks = new Map<string, { kind: MarkChange; author: string }>()
  return {
    text: (kind, author, text) => {
      if (text.trim() === '') return
      const key = `${kind}\n${author}`
      const known = texts.get(key)
      if (known && known.text.length < enough) known.text += text
      else if (!known) texts.set(key, { kind, author, text })
    },
    mark: (kind, author) => void marks.set(`${kind}\n${author}`, { kind, author }),
    report: reading => {
      for (const { kind, author, text } of texts.values()) {
        const quote = quotable(text)
        warn(reading, codes[kind], kind === 'hidden' ? warnings.hidden(quote) : warnings[kind](author, quote))
      }
      for (const { kind, author } of marks.values()) warn(reading, codes[kind], warnings[kind](author))
    },
  }
}
