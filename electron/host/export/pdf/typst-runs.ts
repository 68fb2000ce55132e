import type { PrintNote, PrintParagraph, PrintRun } from '../../../../shared/print/print-document'
import { literal } from './literals'

/** Changes user text before it is set: what the fonts lack is replaced there. */
export type SetText = (text: string) => string

/** Runs as Typst markup: code expressions only, one after the other. */
export function typstRuns(
  runs: readonly PrintRun[],
  setText: SetText,
  note: 'note' | 'heading-note' = 'note',
): string {
  return runs
    .map(run => {
      switch (run.kind) {
        case 'text':
          return `#${textRun(run, setText)}`
        case 'break':
          return '#linebreak()'
        case 'note':
          return `#${note}[${noteBody(run.note, setText)}]`
        case 'noteAgain':
          return `#again("${run.number}")`
      }
    })
    .join('')
}

/** A paragraph's words behind the mark of its list. */
export const markedRuns = ({ list, runs }: PrintParagraph, setText: SetText): string =>
  (list ? `#${literal(`${list.mark} `)}` : '') + typstRuns(runs, setText)

function noteBody({ paragraphs }: PrintNote, setText: SetText): string {
  const [first, ...rest] = paragraphs
  const opening = first ? markedRuns(first, setText) : ''
  return opening + rest.map(paragraph => `#par[${markedRuns(paragraph, setText)}]`).join('')
}

function textRun({ text, marks }: PrintRun & { kind: 'text' }, setText: SetText): string {
  let code = textWithTabs(setText(text))
  if (marks.strong) code = `bold(${code})`
  if (marks.em) code = `slanted(${code})`
  if (marks.underline) code = `underline(${code})`
  if (marks.superscript) code = `super(${code})`
  if (marks.subscript) code = `sub(${code})`
  return marks.href === undefined ? code : `link(${literal(marks.href)}, ${code})`
}

/** Word moves to its next tab stop; a fixed space is the nearest that running text can have. */
function textWithTabs(text: string): string {
  if (!text.includes('\t')) return literal(text)
  return `[${text
    .split('\t')
    .map(piece => (piece === '' ? '' : `#${literal(piece)}`))
    .join('#h(10mm)')}]`
}

/** A paragraph without words is left out by Typst; Word shows an empty line. */
export const emptyLine = '#"\u200b"'
