import { SaxesParser } from 'saxes'
import { limits } from '../limits'
import { refuse } from '../refuse'
import type { XmlElement } from './element'
import type { Budget } from './read-part'

/** Hand the finished children of `inside` to `receive` rather than keeping them. */
export interface Delivery {
  readonly inside: string
  receive(element: XmlElement): void
}

interface GrowingElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

export interface TreeBuilder {
  write(text: string): void
  /** The root element. Throws Failure when the XML is unfinished. */
  end(): XmlElement
}

const textElements = new Set(['t', 'delText', 'instrText', 'title', 'creator'])
// Shared, since most elements have none of either; never written to.
const noAttributes: Record<string, string> = Object.freeze({})
const noChildren = Object.freeze([]) as unknown as XmlElement[]

/** Turns XML text into elements. Refuses DOCTYPE, too deep and too many elements. */
export function buildTree(budget: Budget, delivery?: Delivery): TreeBuilder {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  const open: GrowingElement[] = []
  const names = nameReader()
  let root: XmlElement | null = null

  let sinceEvent = 0
  parser.on('doctype', () => {
    throw refuse('doctype')
  })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    sinceEvent = 0
    if (++budget.elements > limits.elements) throw refuse('tooMuch')
    if (open.length >= limits.depth) throw refuse('tooDeep')
    open.push({
      attributes: names.attributes(tag.attributes),
      name: names.local(tag.name),
      children: noChildren,
      text: '',
    })
  })
  parser.on('closetag', () => {
    sinceEvent = 0
    const element = open.pop()
    const parent = open.at(-1)
    if (!element) return
    if (!parent) root = element
    else if (delivery && parent.name === delivery.inside) delivery.receive(element)
    else if (parent.children === noChildren) parent.children = [element]
    else parent.children.push(element)
  })
  const addText = (text: string) => {
    const element = open.at(-1)
    if (!element || !textElements.has(element.name)) return
    budget.text += text.length
    if (budget.text > limits.text) throw refuse('tooMuch')
    element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  return {
    write: text => {
      sinceEvent += text.length
      if (sinceEvent > limits.piece) throw refuse('tooMuch')
      parser.write(text)
    },
    end: () => {
      parser.close()
      if (!root) throw refuse('damaged')
      return root
    },
  }
}

/** Names without their prefixes; the prefix of relationship ids may be any, so it is learnt from its declaration. */
function nameReader() {
  let relationPrefix = 'r'
  const known = new Map<string, string>()
  const local = (name: string): string => {
    let short = known.get(name)
    if (short === undefined) known.set(name, (short = name.slice(name.indexOf(':') + 1)))
    return short
  }
  const attributes = (given: Record<string, string>): Record<string, string> => {
    let kept = noAttributes
    for (const name in given) {
      const value = given[name] ?? ''
      const colon = name.indexOf(':')
      const prefix = colon < 0 ? name : name.slice(0, colon)
      if (prefix === 'xmlns') {
        if (value.endsWith('/relationships')) relationPrefix = name.slice(colon + 1)
        continue
      }
      if (kept === noAttributes) kept = {}
      const short = local(name)
      if (colon > 0 && prefix === relationPrefix) kept[`r:${short}`] = value
      else if (prefix === 'w' || !(short in kept)) kept[short] = value
    }
    return kept
  }
  return { local, attributes }
}
