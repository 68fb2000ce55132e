import { cleanText } from '../../../shared/util/text'
import { flatten } from './flatten'
import { takeNotes } from './foreign-notes'
import { setStylesAside } from './pasted-styles'

/** Pasted HTML with nothing left but what a report can hold, in NFC. What this program copied passes as it is. */
export function cleanHtml(html: string): string {
  const clean = setStylesAside(cleanText(html))
  const dom = new DOMParser().parseFromString(clean, 'text/html')
  if (dom.querySelector('[data-pm-slice]')) return clean
  takeNotes(dom.body)
  const holder = dom.createElement('div')
  holder.append(flatten(dom.body))
  return holder.innerHTML
}
