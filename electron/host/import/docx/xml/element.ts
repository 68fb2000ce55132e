/**
 * An XML element as small as it can be. Names are without prefix ("p" for w:p); attributes too, except those that name
 * a relationship ("r:id"). Text is kept only in the elements whose text is read.
 */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined
  for (const child of element.children) if (child.name === name) return child
  return undefined
}

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter(child => child.name === name) ?? []

/** w:val of the child of that name. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['val']

/** A whole number out of an attribute; undefined when absent or no number. */
export function numberOf(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? undefined : number
}

/** An on/off property: absent = undefined, present without a value = on. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  if (!found) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attributes['val'] ?? '1')
}

/** Of the two renderings of one thing, the newer (shapes) where we can read it, else the older (VML). */
export function chosenAlternative(element: XmlElement): XmlElement | undefined {
  const choice = element.children.find(
    child =>
      child.name === 'Choice' &&
      (child.attributes['Requires'] ?? '').split(/\s+/).every(prefix => readable.test(prefix)),
  )
  return choice ?? childOf(element, 'Fallback')
}

const readable = /^(wps|wpg|wpc|wpi|wp14|w14|w15|w16\w*|a14|v|o)?$/
