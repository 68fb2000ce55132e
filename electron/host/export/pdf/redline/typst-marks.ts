import type {
  RedlineChange,
  RedlineNote,
  RedlineParagraph,
  RedlineRun,
} from '../../../../../shared/redline/redline-document'
import { literal } from '../literals'
import { typstRuns, type SetText } from '../typst-runs'
import { words } from '../../words'

/** Functions of the preamble that draw a change. Each is told by a line, not by its colour alone. */
export const markFunctions = `
#let came(body) = underline(stroke: 0.6pt + rgb("#0b5cad"), offset: 0.14em, text(fill: rgb("#0b5cad"), body))
#let gone(body) = strike(stroke: 0.6pt + rgb("#b3261e"), text(fill: rgb("#b3261e"), body))
#let moved-here(body) = underline(stroke: 0.5pt + rgb("#1f6b3a"), offset: 0.1em, underline(stroke: 0.5pt + rgb("#1f6b3a"), offset: 0.2em, text(fill: rgb("#1f6b3a"), body)))
#let moved-away(body) = strike(stroke: 0.5pt + rgb("#1f6b3a"), offset: -0.2em, strike(stroke: 0.5pt + rgb("#1f6b3a"), offset: -0.34em, text(fill: rgb("#1f6b3a"), body)))
#let restyled(body) = box(stroke: (bottom: (paint: rgb("#7a5af8"), thickness: 0.6pt, dash: "dotted")), outset: (bottom: 0.14em), body)
#let sign(body) = text(size: 0.75em, weight: "regular", style: "normal", body)
#let numbered-note(number, body) = [\\u{2060}#footnote(numbering: _ => number)[#" "#body]]
#let barred(body) = block(above: gap, below: gap, width: 100%, stroke: (left: 1pt + black), outset: (left: 6mm), body)
#let row-bar = place(left + horizon, dx: -7.5mm, line(angle: 90deg, length: 1.2em, stroke: 1pt))
`

const functions: Record<RedlineChange['kind'], string> = {
  added: 'came',
  removed: 'gone',
  'moved-here': 'moved-here',
  'moved-away': 'moved-away',
}

/** A change's drawing around code that makes content. */
export const marked = (code: string, change: RedlineChange | null): string =>
  change ? `${functions[change.kind]}(${code})` : code

/** Runs as Typst markup, with their marks. */
export const markedTypst = (runs: readonly RedlineRun[], setText: SetText): string =>
  runs.map(run => `#${oneRun(run, setText)}`).join('')

function oneRun({ run, change, marksWas }: RedlineRun, setText: SetText): string {
  if (run.kind === 'note') return note(run, change, setText)
  if (run.kind === 'break') return change ? `{ ${marked('[↵]', change)}; linebreak() }` : 'linebreak()'
  const code = `[${typstRuns([run], setText)}]`
  return marked(marksWas && !change ? `restyled(${code})` : code, change)
}

/** A note that is gone keeps its old number, struck; the others bear today's. */
function note({ number, paragraphs }: RedlineNote, change: RedlineChange | null, setText: SetText): string {
  const shown = literal(String(number.now ?? number.was ?? ''))
  const [first, ...rest] = paragraphs
  const opening = first ? labelOf(first, setText) + markedTypst(first.runs, setText) : ''
  const others = rest
    .map(each => `#par[${labelOf(each, setText)}${markedTypst(each.runs, setText)}]`)
    .join('')
  const body = `[${opening}${others}]`
  return `numbered-note(${marked(`[#${shown}]`, change)}, ${body})`
}

/** Number or mark at the start of a paragraph; one that only counts on otherwise is no change of the words. */
export function labelOf(
  { number, form, end }: Pick<RedlineParagraph, 'number' | 'form' | 'end'>,
  setText: SetText,
): string {
  const shown = number.now ?? number.was ?? ''
  if (shown === '') return ''
  const text = literal(setText(`${shown} `))
  const isOwn = number.now === null || number.was === null
  const code = marked(`[#${text}]`, isOwn ? end : null)
  if (isOwn || form.kind !== 'heading' || number.was === number.now || number.was === '') return `#${code}`
  return `#${code}#sign(gone(${literal(setText(number.was))}))#" "`
}

/** Tells where what moved went to or came from: both ends bear one number. */
export const signOfMove = (change: RedlineChange | null): string =>
  change && 'move' in change
    ? `#sign(${marked(literal(words.move[change.kind](change.move)), change)})#" "`
    : ''

/** What happened to a paragraph's end, where its words do not say so. */
export function signOfEnd({ runs, end }: RedlineParagraph): string {
  if (!end || (runs.length > 0 && runs.every(({ change }) => change !== null))) return ''
  return `#${marked('[¶]', end)}`
}

/** A bar stands in the margin beside everything that changed. */
export const isChanged = ({ runs, end, formWas }: RedlineParagraph): boolean =>
  end !== null || formWas !== null || hasChange(runs)

export const hasChange = (runs: readonly RedlineRun[]): boolean =>
  runs.some(
    ({ run, change, marksWas }) =>
      change !== null || marksWas !== null || (run.kind === 'note' && run.paragraphs.some(isChanged)),
  )
