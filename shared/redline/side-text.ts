import { noteRefSign } from '../report/text-blocks'
import type { InlineText, Span } from '../compare/inline-text'
import type { PrintBlock, PrintLine, PrintParagraph, PrintRun } from '../print/print-document'
import type { Form } from './redline-document'

/** A paragraph as one of the two texts prints it. */
export interface SideParagraph {
  readonly form: Form
  /** Number of a heading, mark of a list; may be empty. */
  readonly number: string
  readonly runs: readonly PrintRun[]
}

/** A stretch of one run, or the end of a paragraph. */
export type Piece = Span & { readonly run: PrintRun | { readonly kind: 'end' } }

/** Paragraphs of one text as one string that can be compared, with what each stretch of it is. */
export interface SideText extends InlineText {
  readonly pieces: readonly Piece[]
}

/** Ends of paragraphs in a compared string. Printed text holds none: line ends became breaks. */
const endSign = '\u2029'

/** Which note a printed number stands for, under one name on both sides. */
export type NameOfNote = (number: number) => string

export function sideText(paragraphs: readonly SideParagraph[], nameOf: NameOfNote): SideText {
  const pieces: Piece[] = []
  const notes: string[] = []
  let text = ''
  const add = (run: Piece['run'], signs: string): void => {
    pieces.push({ run, from: text.length, to: text.length + signs.length })
    text += signs
  }
  for (const [index, { runs }] of paragraphs.entries()) {
    if (index > 0) add({ kind: 'end' }, endSign)
    for (const run of runs) {
      if (run.kind === 'note') notes.push(`note ${nameOf(run.note.number)}`)
      if (run.kind === 'noteAgain') notes.push(`again ${nameOf(run.number)}`)
      add(run, signsOf(run))
    }
  }
  return { text, notes, runs: [], pieces }
}

const signsOf = (run: PrintRun): string => {
  if (run.kind === 'text') return run.text.replaceAll(noteRefSign, ' ')
  return run.kind === 'break' ? '\n' : noteRefSign
}

/** What stands in a stretch of a text, cut to it. */
export const piecesIn = ({ pieces }: SideText, { from, to }: Span): readonly Piece[] =>
  pieces.flatMap((piece): Piece[] => {
    const [start, end] = [Math.max(piece.from, from), Math.min(piece.to, to)]
    return start < end ? [cut(piece, start, end)] : []
  })

export function cut({ run, from }: Piece, start: number, end: number): Piece {
  const text = run.kind === 'text' ? { ...run, text: run.text.slice(start - from, end - from) } : run
  return { run: text, from: start, to: end }
}

export const emptyParagraph: SideParagraph = {
  form: { kind: 'paragraph', list: null, align: 'justify' },
  number: '',
  runs: [],
}

export const sideParagraph = ({ list, align, runs }: PrintParagraph): SideParagraph => ({
  form: { kind: 'paragraph', list: list?.kind ?? null, align },
  number: list?.mark ?? '',
  runs,
})

/** Headings and paragraphs; null where a block is something else. */
export function sideParagraphs(blocks: readonly PrintBlock[]): SideParagraph[] | null {
  const found = blocks.flatMap((block): SideParagraph[] => {
    if (block.kind === 'paragraph') return [sideParagraph(block)]
    if (block.kind !== 'heading') return []
    const { level, number, runs } = block
    return [{ form: { kind: 'heading', level }, number, runs }]
  })
  return found.length === blocks.length ? found : null
}

export const sideLine = (line: PrintLine): SideParagraph =>
  line.kind === 'rule'
    ? { form: line, number: '', runs: [] }
    : {
        form: { kind: 'line', role: line.role, style: line.style, before: line.before },
        number: '',
        runs: textRuns(line.text),
      }

/** Words that carry nothing; line ends become breaks. */
export const textRuns = (text: string): PrintRun[] =>
  text
    .split('\n')
    .flatMap((line, index): PrintRun[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'text', text: line, marks: {} } as const]),
    ])
