import { XmlElement, XmlText, type Doc } from 'yjs'
import { textOf } from '../../shared/sync/report-doc'

/** Types a numbered mark such as <17> at an end of the first paragraph that has words, never inside another mark. */
export function typeMark(body: Doc, number: number): void {
  const sheet = textOf(body).get(0) as XmlElement
  for (const block of sheet.toArray()) {
    const words = block instanceof XmlElement && block.nodeName === 'paragraph' ? block.get(0) : null
    if (!(words instanceof XmlText)) continue
    words.insert(number % 2 === 0 ? 0 : words.length, `<${number}>`)
    return
  }
}
