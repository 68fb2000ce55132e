import { childOf, childrenOf, valueOf, type XmlElement } from '../xml/element'

/** A formula written on one line: (a+b)/c, x^2, x_i, √(x). */
export function mathText(element: XmlElement): string {
  const inside = (name: string) => mathOf(childOf(element, name))
  switch (element.name) {
    case 't':
      return element.text
    case 'f':
      return `${grouped(inside('num'))}/${grouped(inside('den'))}`
    case 'sSup':
      return `${inside('e')}^${grouped(inside('sup'))}`
    case 'sSub':
      return `${inside('e')}_${grouped(inside('sub'))}`
    case 'sSubSup':
      return `${inside('e')}_${grouped(inside('sub'))}^${grouped(inside('sup'))}`
    case 'rad':
      return `${inside('deg')}√(${inside('e')})`
    case 'nary': {
      const sign = valueOf(childOf(element, 'naryPr'), 'chr') ?? '∫'
      const [from, to] = [inside('sub'), inside('sup')]
      return `${sign}${from && `_${grouped(from)}`}${to && `^${grouped(to)}`}${inside('e')}`
    }
    case 'd': {
      const properties = childOf(element, 'dPr')
      const parts = childrenOf(element, 'e').map(mathInside)
      return `${valueOf(properties, 'begChr') ?? '('}${parts.join(valueOf(properties, 'sepChr') ?? '|')}${valueOf(properties, 'endChr') ?? ')'}`
    }
    default:
      return mathInside(element)
  }
}

const mathInside = (element: XmlElement): string => element.children.map(mathText).join('')

const mathOf = (element: XmlElement | undefined): string => (element ? mathInside(element) : '')

const grouped = (text: string) => (text.length > 1 && !/^[\p{L}\d.,]+$/u.test(text) ? `(${text})` : text)
