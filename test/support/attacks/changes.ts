import { type Map as YMap, type XmlElement, type XmlText, type Doc } from 'yjs'
import { bodyOf, indicatorsOf, notesOf, optionsOf, rowsOf, wordingsOf } from '../../../shared/sync/report-doc'
import { blockIn, newElement, newId } from '../shared-blocks'

/** What a peer does to its replica of `gateReport()`, in which the section "L" is locked. */
export type Change = (replica: Doc) => void
export type Case = readonly [what: string, change: Change]

export const noteWords = (replica: Doc, id: string): XmlText =>
  (notesOf(replica).get(id)!.get(0) as XmlElement).get(0) as XmlText
export const row = (replica: Doc, table: string): YMap<string> =>
  rowsOf(indicatorsOf(replica).get(`${table}-table`)!).get(`${table}-row`)!
export const options = (replica: Doc, section: string): YMap<unknown> =>
  optionsOf(replica).get(`${section}-options`)!
export const wordingWords = (replica: Doc, section: string): XmlText =>
  (bodyOf(wordingsOf(options(replica, section)).get(`${section}-options-1`)!).get(0) as XmlElement).get(
    0,
  ) as XmlText

/** Puts a block before (0) or after (1) another one, in its sheet. */
export function putBeside(replica: Doc, beside: string, after: 0 | 1, element: XmlElement): void {
  const { sheet, index } = blockIn(replica, beside)
  sheet.insert(index + after, [element])
}
export const remove = (replica: Doc, id: string): void => {
  const { sheet, index } = blockIn(replica, id)
  sheet.delete(index)
}
export const paragraph = (words = 'Đoạn mới.'): XmlElement => newElement('paragraph', { id: newId() }, words)
export const heading = (level: string, id = newId()): XmlElement =>
  newElement('heading', { id, level }, 'Mục mới')

export function setLevel(replica: Doc, id: string, level: string): void {
  blockIn(replica, id).element.setAttribute('level', level)
}
