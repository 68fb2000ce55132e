import type { SourceWarning } from '../../../../../shared/import/source'
import type { XmlElement } from '../xml/element'
import { places, warnings } from '../words'
import { plainText, quotable } from './plain-text'

/**
 * What headers and footers hold beside page numbers: one warning with all their words, one for pictures (a logo, a
 * watermark).
 */
export function headerWarnings(parts: readonly XmlElement[]): SourceWarning[] {
  const found: SourceWarning[] = []
  const texts = new Set(parts.map(part => quotable(plainText(part))).filter(text => !isPageNumber(text)))
  const tell = (code: string, message: string) => found.push({ code, place: places.header, message })
  if (texts.size > 0) tell('header', warnings.headerText([...texts].join(' · ')))
  if (parts.some(holdsPicture)) tell('picture', warnings.picture(''))
  return found
}

const isPageNumber = (text: string) => text.replace(/trang|page|of|[\d\s\p{P}\p{S}]/giu, '') === ''

const holdsPicture = ({ name, children }: XmlElement): boolean =>
  name === 'blip' || name === 'imagedata' || children.some(holdsPicture)
