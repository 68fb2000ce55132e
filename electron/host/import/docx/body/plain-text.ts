import { chosenAlternative, type XmlElement } from '../xml/element'

/** More than any warning quotes; a file may hold one text in hundreds of elements around one another. */
const enough = 2000

/** The text inside an element, deleted text included; paragraphs and breaks become spaces. For words about a place. */
export function plainText(element: XmlElement): string {
  let text = ''
  const visit = (at: XmlElement): void => {
    if (text.length > enough) return
    if (at.name === 't' || at.name === 'delText') text += at.text
    else if (at.name === 'tab' || at.name === 'br') text += ' '
    else if (at.name === 'AlternateContent') {
      const chosen = chosenAlternative(at)
      if (chosen) visit(chosen)
    } else {
      at.children.forEach(visit)
      if (at.name === 'p') text += ' '
    }
  }
  visit(element)
  return text
}

const shownLength = 200

/** Text as a warning quotes it: one line, cut when long. */
export function quotable(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().normalize('NFC')
  return line.length > shownLength ? `${line.slice(0, shownLength).trimEnd()}…` : line
}
