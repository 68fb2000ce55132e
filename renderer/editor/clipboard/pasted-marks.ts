import { safeHref } from '../commands/link'
import { styleOf } from './pasted-styles'

/** How a stretch of pasted text is marked, whether by elements or by styles. */
export interface PastedMarks {
  readonly strong: boolean
  readonly em: boolean
  readonly u: boolean
  readonly sup: boolean
  readonly sub: boolean
  readonly href: string
}

export const noMarks: PastedMarks = { strong: false, em: false, u: false, sup: false, sub: false, href: '' }

/** The marks inside an element, given those around it. A style speaks louder than the element's name. */
export function marksIn(element: HTMLElement, around: PastedMarks): PastedMarks {
  const tag = element.tagName
  const { fontWeight, fontStyle, verticalAlign, textDecoration, textDecorationLine } = styleOf(element)
  const line = `${textDecoration} ${textDecorationLine}`
  const href = tag === 'A' ? (safeHref(element.getAttribute('href') ?? '') ?? '') : around.href
  return {
    strong: weight(fontWeight) ?? (['B', 'STRONG', 'TH'].includes(tag) || around.strong),
    em: slant(fontStyle) ?? (['I', 'EM'].includes(tag) || around.em),
    // Links are underlined by what shows them.
    u: href === '' && (tag === 'U' || line.includes('underline') || (around.u && !line.includes('none'))),
    sup: tag === 'SUP' || verticalAlign === 'super' || around.sup,
    sub: tag === 'SUB' || verticalAlign === 'sub' || around.sub,
    href,
  }
}

const weight = (style: string): boolean | undefined =>
  style === '' ? undefined : style === 'bold' || style === 'bolder' || Number(style) >= 600

const slant = (style: string): boolean | undefined =>
  style === '' ? undefined : style === 'italic' || style === 'oblique'

/** A piece of content inside the elements that say those marks. */
export function wrapped(content: Node, marks: PastedMarks, dom: Document): Node {
  let piece = content
  for (const tag of ['sub', 'sup', 'u', 'em', 'strong'] as const) {
    if (!marks[tag] || (tag === 'sub' && marks.sup)) continue
    const holder = dom.createElement(tag)
    holder.append(piece)
    piece = holder
  }
  if (marks.href === '') return piece
  const link = dom.createElement('a')
  link.setAttribute('href', marks.href)
  link.append(piece)
  return link
}
