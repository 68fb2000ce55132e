import type { Doc, XmlElement, XmlFragment } from 'yjs'
import type { TrayPlace } from '../../../shared/tray/entry'
import {
  bodyOf,
  fieldsOf,
  indicatorsOf,
  notesOf,
  optionsOf,
  rowsOf,
  textOf,
  wordingsOf,
  type Record,
} from '../../../shared/sync/report-doc'
import { attributeOf, elementOf, listOf } from './items'
import type { TraySection } from './section-here'
import { isTextBlock, placeOf } from './spot'
import { Wording } from './wording'

/** What a place says. */
export interface Said {
  readonly place: TrayPlace
  readonly section: TraySection
  readonly text: string
  /** The content of its one paragraph; absent for values and where there are several. */
  readonly content?: readonly unknown[]
}

/** Names a place in a map. */
export const placeKey = (place: TrayPlace): string => JSON.stringify(place)

/** Everything that people wrote in a report as it stands, in reading order: blocks, then notes, tables, wordings, fields. */
export function readPlaces(body: Doc): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>()
  const add = (one: Said): void => {
    const key = placeKey(one.place)
    const before = said.get(key)
    if (!before) said.set(key, one)
    else if (one.text !== '') {
      const { place, section } = before
      said.set(key, { place, section, text: [before.text, one.text].filter(text => text !== '').join('\n') })
    }
  }
  const shownIn = readText(body, add)
  for (const [id, note] of notesOf(body)) readBodies(note, { kind: 'note', id }, shownIn.get(id) ?? null, add)
  for (const [id, table] of indicatorsOf(body)) readTable(table, id, shownIn.get(id) ?? null, add)
  for (const [id, options] of optionsOf(body)) readOptions(options, id, shownIn.get(id) ?? null, add)
  addValues(fieldsOf(body), { root: 'meta', keys: [], section: null }, add)
  return said
}

type Add = (said: Said) => void

/** Reads the blocks; the answer tells in which section each note, table and set of wordings is shown. */
function readText(body: Doc, add: Add): ReadonlyMap<string, TraySection> {
  const shownIn = new Map<string, TraySection>()
  let section: TraySection = null
  const visit = (element: XmlElement, around: string): void => {
    const own = attributeOf(element, 'id')
    const id = own || around
    if (!isWritten(element)) {
      shownIn.set(own, section)
      for (const inner of elementsIn(element)) visit(inner, id)
      return
    }
    const words = Wording.now(element)
    if (element.nodeName === 'heading') section = { id, title: words.text.trim() }
    add({ place: { kind: 'block', id }, section, text: words.text, content: words.content })
    for (const inner of elementsIn(element)) shownIn.set(attributeOf(inner, 'id'), section)
  }
  for (const sheet of elementsIn(textOf(body))) for (const block of elementsIn(sheet)) visit(block, '')
  return shownIn
}

const isWritten = (element: XmlElement): boolean => isTextBlock(element)

function* elementsIn(type: XmlElement | XmlFragment): Generator<XmlElement> {
  for (const item of listOf(type)) {
    const element = item.deleted ? null : elementOf(item)
    if (element) yield element
  }
}

function readBodies(fragment: XmlFragment, place: TrayPlace, section: TraySection, add: Add): void {
  for (const paragraph of elementsIn(fragment)) {
    const words = Wording.now(paragraph)
    add({ place, section, text: words.text, content: words.content })
  }
}

function readTable(table: Record, id: string, section: TraySection, add: Add): void {
  addValues(table, { root: 'indicators', keys: [id], section }, add)
  for (const [row, cells] of rowsOf(table))
    addValues(cells, { root: 'indicators', keys: [id, 'rows', row], section }, add)
}

function readOptions(options: Record, id: string, section: TraySection, add: Add): void {
  addValues(options, { root: 'options', keys: [id], section }, add)
  for (const [wording, record] of wordingsOf(options))
    readBodies(bodyOf(record), { kind: 'wording', options: id, wording }, section, add)
}

interface Values {
  readonly root: string
  readonly keys: readonly string[]
  readonly section: TraySection
}

function addValues(
  record: { entries: () => Iterable<[string, unknown]> },
  { root, keys, section }: Values,
  add: Add,
): void {
  for (const [key, text] of record.entries()) {
    const place = placeOf({ root, keys: [...keys, key], block: '' })
    if (place && typeof text === 'string') add({ place, section, text })
  }
}
