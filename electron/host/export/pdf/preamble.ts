import type { PrintDocument } from '../../../../shared/print/print-document'
import type { HeadingStyle, Profile, TextStyle } from '../../../../shared/print/profile'
import { depthOf, levels, type Level } from '../../../../shared/report/levels'
import { literal, millimetres, points } from './literals'
import { bodyLeading, paragraphGap, singleLeading } from './measures'

/** Page, text and heading rules of the profile, and the document's properties. */
export function preamble({ profile, properties }: Pick<PrintDocument, 'profile' | 'properties'>): string {
  return [
    // Without a date: the same report gives the same bytes.
    `#set document(title: ${literal(properties.title)}, author: ${literal(properties.author)}, description: ${literal(properties.subject)}, date: none)`,
    pageRules(profile),
    textRules(profile),
    noteRules(profile),
    ...levels.map(level => headingRule(level, profile)),
    functions,
  ].join('\n')
}

/** `look(…)` arguments of a text style; capitals are a function of their own. */
export const textArguments = (style: TextStyle): string =>
  `size: ${points(style.size)}, weight: "${style.bold ? 'bold' : 'regular'}", style: "${style.italic ? 'italic' : 'normal'}"`

function pageRules({ page, pageNumber }: Profile): string {
  const { width, height, top, bottom, left, right, headerDistance } = page
  return `#set page(width: ${millimetres(width)}, height: ${millimetres(height)},
  margin: (top: ${millimetres(top)}, bottom: ${millimetres(bottom)}, left: ${millimetres(left)}, right: ${millimetres(right)}),
  header-ascent: 0pt,
  header: context if counter(page).get().first() > 1 {
    place(top + center, dy: ${millimetres(headerDistance)}, text(${textArguments(pageNumber)}, counter(page).display("1")))
  })`
}

// The edges make every line box one em high, whatever letters stand in it; fallback: false keeps Typst from setting
// a letter that Tinos lacks in some other font it finds (there is none: it would vanish).
const textRules = (profile: Profile): string =>
  `#set text(font: "Tinos", size: ${points(profile.body.size)}, lang: "vi", region: "VN", fallback: false, hyphenate: false, overhang: false, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: ${points(bodyLeading(profile))}, spacing: ${points(paragraphGap(profile))}, first-line-indent: (amount: ${millimetres(profile.body.firstLine)}, all: true))
#set super(typographic: false, size: 0.65em, baseline: -0.35em)
#set sub(typographic: false, size: 0.65em, baseline: 0.15em)
#set underline(offset: 0.12em, stroke: 0.05em)
#let first-line = (amount: ${millimetres(profile.body.firstLine)}, all: true)
#let no-indent = (amount: 0mm, all: true)
#let gap = ${points(paragraphGap(profile))}`

function noteRules({ note }: Profile): string {
  const leading = points(singleLeading(note.size))
  return `#set footnote.entry(separator: line(length: 50mm, stroke: 0.5pt), gap: ${leading}, indent: 0pt)
#show footnote.entry: set text(${textArguments(note)})
#show footnote.entry: set par(leading: ${leading}, spacing: ${leading}, first-line-indent: no-indent)${
    note.mark === 'parentheses' ? parentheses : ''
  }`
}

const parentheses = `
#show footnote.entry: it => {
  let number = counter(footnote).at(it.note.location()).first()
  [(#number) #it.note.body]
}`

function headingRule(level: Level, profile: Profile): string {
  const style: HeadingStyle = profile.headings[level]
  const leading = bodyLeading(profile)
  const above = points(leading + style.spaceBefore)
  const below = points(paragraphGap(profile) + style.spaceAfter)
  const set =
    style.align === 'center'
      ? 'set align(center); set par(justify: false, first-line-indent: no-indent)'
      : `set par(justify: ${style.align === 'justify'}, first-line-indent: first-line)`
  return `#show heading.where(level: ${depthOf(level) + 1}): it => { ${set}
  block(above: ${above}, below: ${below}, sticky: true, breakable: false, text(${textArguments(style)}, par(it.body))) }`
}

// A word joiner keeps a note's mark from starting a line. `block` gaps collapse to the larger one, as wanted.
const functions = `#let note(body) = [\\u{2060}#footnote[#" "#body]]
// A note's words stay out of the bookmark that a heading becomes: Typst does not look into a context.
#let heading-note(body) = context note(body)
#let again(number) = [\\u{2060}#super(number)]
#let bold(body) = text(weight: "bold", body)
#let slanted(body) = text(style: "italic", body)
#let aligned(side, body) = align(side, par(justify: false, first-line-indent: if side == left { first-line } else { no-indent }, body))
#let line-of(before, lead, look, body) = { if before > 0pt { v(before) }; block(above: lead, below: 0pt, width: 100%, text(..look, par(leading: lead, body))) }
#let rule(length) = block(above: 4pt, below: 0pt, line(length: length, stroke: 0.75pt))
#let cell-text(size, body) = { set text(size: size); set par(leading: 0.149em, spacing: 0.149em, justify: false, first-line-indent: no-indent); body }
`
