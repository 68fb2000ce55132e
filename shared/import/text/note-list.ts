import type { SourceBlock, SourceInline, SourceWarning } from '../source'
import { places, warnings } from '../words'

/** The character that stands where an extraction lost one. */
export const lostSign = '\ufffd'

const noteStart = /^\s*(?:\((?:\ufffd|\d{1,3})\)|\[\d{1,3}\]|\ufffd)\s*/u
const usualStart = new RegExp(String.raw`^\s*\(${lostSign}\)`, 'u')
const innerMark = `(${lostSign})`

export interface NoteList {
  /** Bodies by running ids "1", "2" …, in the order of the list. */
  readonly notes: Readonly<Record<string, readonly SourceBlock[]>>
  readonly count: number
  /** Index of the first line of the list; the number of lines where there is none. */
  readonly from: number
  readonly warnings: readonly SourceWarning[]
}

/**
 * The notes at the end of an extracted text: the last run of lines that begin with a note's mark, lost ("(\ufffd)")
 * or typed ("(26)"). Without one lost sign in them they are an ordinary list in parentheses, unless the text has
 * as many lost marks.
 */
export function readNoteList(lines: readonly string[], lostMarks: (before: number) => number): NoteList {
  let from = lines.length
  let count = 0
  let lost = false
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    if (!noteStart.test(line)) break
    lost ||= line.includes(lostSign)
    from = at
    count++
  }
  if (count === 0 || (!lost && lostMarks(from) !== count))
    return { notes: {}, count: 0, from: lines.length, warnings: [] }
  const bodies = lines.slice(from).filter(line => line.trim() !== '')
  return {
    notes: Object.fromEntries(bodies.map((line, index) => [String(index + 1), noteBody(line)])),
    count,
    from,
    warnings: bodies.flatMap((line, index) => oddities(line, index + 1)),
  }
}

/** Two notes in one line become two paragraphs, so that a person sees both. */
const noteBody = (line: string): SourceBlock[] =>
  line
    .replace(noteStart, '')
    .split(innerMark)
    .map(text => ({ kind: 'paragraph', inlines: [textInline(text)] }))

export const textInline = (text: string): SourceInline => ({ kind: 'text', text, marks: {} })

function oddities(line: string, count: number): SourceWarning[] {
  const place = places.note(count)
  const start = noteStart.exec(line)?.[0].trim() ?? ''
  const found: SourceWarning[] = []
  if (/\d/.test(start)) found.push({ code: 'note-number', place, message: warnings.noteNumber(start) })
  else if (!usualStart.test(line)) found.push({ code: 'note-mark', place, message: warnings.noteBare })
  if (line.replace(noteStart, '').includes(innerMark))
    found.push({ code: 'note-double', place, message: warnings.noteDouble })
  return found
}
