import type { SourceWarning } from '../../../../../shared/import/source'
import type { XmlElement } from '../xml/element'
import { places, warnings } from '../words'
import { plainText, quotable } from './plain-text'

/** One warning with the words of all headers and footers, unless they hold nothing but page numbers. */
export function headerWarning(parts: readonly XmlElement[]): SourceWarning | null {
  const texts = new Set(parts.map(part => quotable(plainText(part))).filter(text => !isPageNumber(text)))
  if (texts.size === 0) return null
  return { code: 'header', place: places.header, message: warnings.headerText([...texts].join(' · ')) }
}

const isPageNumber = (text: string) => text.replace(/trang|page|of|[\d\s\p{P}\p{S}]/giu, '') === ''
