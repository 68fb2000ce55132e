import { XmlElement, XmlText, type Doc, type Item } from 'yjs'
import { textOf } from '../../shared/sync/report-doc'

/** A block of the text as it lies in the shared document. */
export interface SharedBlock {
  readonly id: string
  readonly element: XmlElement
  readonly item: Item
  readonly sheet: XmlElement
  /** Its place in its sheet. */
  readonly index: number
}

export const sheetsIn = (body: Doc): XmlElement[] => textOf(body).toArray() as XmlElement[]

export const blocksIn = (body: Doc): SharedBlock[] =>
  sheetsIn(body).flatMap(sheet =>
    (sheet.toArray() as XmlElement[]).map((element, index) => ({
      id: element.getAttribute('id') ?? '',
      element,
      item: element._item!,
      sheet,
      index,
    })),
  )

export function blockIn(body: Doc, id: string): SharedBlock {
  const found = blocksIn(body).find(block => block.id === id)
  if (!found) throw new Error(`No block ${id}`)
  return found
}

/** The first run of words in a block. */
export const wordsIn = (body: Doc, id: string): XmlText =>
  blockIn(body, id)
    .element.toArray()
    .find((child): child is XmlText => child instanceof XmlText)!

/** A block that is not yet part of a document. */
export function newElement(name: string, attributes: Record<string, unknown>, words = ''): XmlElement {
  const element = new XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as string)
  if (words) element.insert(0, [new XmlText(words)])
  return element
}

/** A copy of an element with everything in it, as a move makes one. */
export const copyOf = (element: XmlElement): XmlElement => element.clone()

let lastId = 0
export const newId = (): string => `new${++lastId}`
