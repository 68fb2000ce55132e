import { XmlElement, XmlText, type Doc, type Item, type Transaction } from 'yjs'
import type { TrayEntry, TrayPlace } from '../../../shared/tray/entry'
import { textOf } from '../../../shared/sync/report-doc'
import { attributeOf, elementOf, listOf, parentOf, wasThere } from './items'
import { Wording } from './wording'

export type TraySection = TrayEntry['section']

/** Finds the section that a block of the flow stood in before a transaction that may have deleted both. */
export function sectionsBefore(transaction: Transaction): (block: Item) => TraySection {
  const known = new Map<Item, TraySection>()
  return block => {
    const passed: Item[] = []
    let at: Item | null = block
    while (at && !known.has(at)) {
      passed.push(at)
      if (isHeading(at) && wasThere(at, transaction)) break
      at = blockBefore(at, transaction)
    }
    const found = at ? (known.get(at) ?? headingOf(at, transaction)) : null
    for (const item of passed) known.set(item, found)
    return found
  }
}

const isHeading = (item: Item): boolean => elementOf(item)?.nodeName === 'heading'

function headingOf(item: Item, transaction: Transaction): TraySection {
  const heading = isHeading(item) ? elementOf(item) : null
  return (
    heading && { id: attributeOf(heading, 'id'), title: Wording.before(heading, transaction).text.trim() }
  )
}

function blockBefore(block: Item, transaction: Transaction): Item | null {
  for (let at = block.left; at; at = at.left) if (wasThere(at, transaction)) return at
  const sheet = parentOf(block)._item
  for (let at = sheet?.left ?? null; at; at = at.left) {
    const last = wasThere(at, transaction) ? lastOf(at, transaction) : null
    if (last) return last
  }
  return null
}

function lastOf(sheet: Item, transaction: Transaction): Item | null {
  const element = elementOf(sheet)
  let last: Item | null = null
  if (element) for (const item of listOf(element)) if (wasThere(item, transaction)) last = item
  return last
}

/** The section that shows a note, table or set of wordings now; null where none does. */
export function sectionShowing(body: Doc, place: TrayPlace): TraySection {
  const id = shownAs(place)
  if (id === null) return null
  let section: TraySection = null
  for (const sheet of textOf(body).toArray()) {
    if (!(sheet instanceof XmlElement)) continue
    for (const block of sheet.toArray()) {
      if (!(block instanceof XmlElement)) continue
      if (block.nodeName === 'heading')
        section = { id: block.getAttribute('id') ?? '', title: plainOf(block).trim() }
      if (shows(block, id)) return section
    }
  }
  return null
}

function shownAs(place: TrayPlace): string | null {
  switch (place.kind) {
    case 'note':
      return place.id
    case 'cell':
      return place.table
    case 'wording':
      return place.options
    default:
      return null
  }
}

const shows = (element: XmlElement, id: string): boolean =>
  (element.nodeName !== 'paragraph' && element.nodeName !== 'heading' && element.getAttribute('id') === id) ||
  element.toArray().some(child => child instanceof XmlElement && shows(child, id))

/** The letters of a live heading or paragraph. */
const plainOf = (block: XmlElement): string => block.toArray().map(lineOf).join('')

function lineOf(child: unknown): string {
  if (child instanceof XmlElement) return child.nodeName === 'hard_break' ? '\n' : ''
  if (!(child instanceof XmlText)) return ''
  return (child.toDelta() as { insert: unknown }[]).map(({ insert }) => String(insert)).join('')
}
