import type { Mark, Node } from 'prosemirror-model'
import type { NoteNumbers } from '../numbering/number-notes'
import { marksWithin } from '../numbering/number-paragraphs'
import type { NoteId } from '../report/ids'
import { alignmentOf, hrefOf, isNoteRef, listOf, noteIdOf } from '../report/nodes'
import { paperText } from './paper-text'
import type { PrintList, PrintMarks, PrintParagraph, PrintRun } from './print-document'

/** What a walk through the report carries along: notes go to paper once, at their first reference. */
export interface NotesInPrint {
  readonly bodies: ReadonlyMap<NoteId, Node>
  readonly numbers: NoteNumbers
  readonly printed: Set<NoteId>
}

/** The inline content of a block. A reference whose note is missing prints as a note without words. */
export function runsOf(block: Node, notes: NotesInPrint): PrintRun[] {
  const runs: PrintRun[] = []
  block.forEach(inline => {
    if (isNoteRef(inline)) runs.push(noteRun(noteIdOf(inline), notes))
    else if (inline.isText) runs.push(...textRuns(inline.text ?? '', marksOf(inline.marks)))
    else runs.push({ kind: 'break' })
  })
  return runs
}

/** The paragraphs of a note's body or of a wording. */
export function plainParagraphs(body: Node, notes: NotesInPrint): PrintParagraph[] {
  const marks = marksWithin(body)
  return body.children.map((paragraph, index) => printParagraph(paragraph, marks[index], notes))
}

export const printParagraph = (
  block: Node,
  mark: string | undefined,
  notes: NotesInPrint,
): PrintParagraph => ({
  kind: 'paragraph',
  list: printList(block, mark),
  align: alignmentOf(block),
  runs: runsOf(block, notes),
})

function printList(paragraph: Node, mark: string | undefined): PrintList | null {
  const kind = listOf(paragraph)
  return kind === 'none' || !mark ? null : { kind, mark }
}

function noteRun(id: NoteId, notes: NotesInPrint): PrintRun {
  const number = notes.numbers.get(id) ?? 0
  if (notes.printed.has(id)) return { kind: 'noteAgain', number }
  notes.printed.add(id)
  const body = notes.bodies.get(id)
  return { kind: 'note', note: { number, paragraphs: body ? plainParagraphs(body, notes) : [] } }
}

const linesIn = (text: string): string[] =>
  lineEnd.test(text) ? text.split(/\r\n|[\n\r\u2028\u2029]/) : [text]
const lineEnd = /[\n\r\u2028\u2029]/

/** Pasted text may hold line ends of its own. */
function textRuns(text: string, marks: PrintMarks): PrintRun[] {
  return linesIn(paperText(text)).flatMap((line, index): PrintRun[] => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    ...(line === '' ? [] : [{ kind: 'text', text: line, marks } as const]),
  ])
}

const safeLink = /^(https?:|mailto:)/i

function marksOf(marks: readonly Mark[]): PrintMarks {
  if (marks.length === 0) return none
  const has = (name: string) => marks.some(mark => mark.type.name === name)
  const link = marks.find(mark => mark.type.name === 'link')
  return {
    ...(has('strong') ? { strong: true } : {}),
    ...(has('em') ? { em: true } : {}),
    ...(has('underline') ? { underline: true } : {}),
    ...(has('superscript') ? { superscript: true } : {}),
    ...(has('subscript') ? { subscript: true } : {}),
    ...(link && safeLink.test(hrefOf(link)) ? { href: hrefOf(link) } : {}),
  }
}

const none: PrintMarks = {}
