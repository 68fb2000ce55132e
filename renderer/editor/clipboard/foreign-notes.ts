import { newNoteId } from '../../../shared/report/ids'
import { encodeCarried } from './carried-json'
import { flatten } from './flatten'
import { noteParser } from './parse-rules'

/**
 * Footnotes of Word, LibreOffice, Google Docs and others become real notes. They all say it with two links: the
 * mark leads to the note, and the note leads back to the mark.
 */
export function takeNotes(root: Element): void {
  const done = new Set<Element>()
  const bodies: Element[] = []
  for (const mark of [...root.querySelectorAll<HTMLElement>('a[href*="#"]')]) {
    if (done.has(mark)) continue
    const target = named(root, fragmentOf(mark))
    const back = target && linkBack(target, mark)
    // Of the two links the earlier one is the mark.
    if (!back || !(mark.compareDocumentPosition(back) & mark.DOCUMENT_POSITION_FOLLOWING)) continue
    done.add(back)
    const body = bodyAround(back)
    bodies.push(body)
    holderOf(mark).replaceWith(noteMark(root.ownerDocument, wordsOf(body, back)))
  }
  for (const body of bodies) body.remove()
  root
    .querySelectorAll('[data-style*="mso-element:footnote-list"], [data-style*="mso-element:endnote-list"]')
    .forEach(list => list.remove())
}

const fragmentOf = (link: Element): string =>
  decodeURIComponent((link.getAttribute('href') ?? '').split('#')[1] ?? '')

const namesOf = (element: Element): string[] =>
  [element.id, element.getAttribute('name') ?? '', element.parentElement?.id ?? ''].filter(Boolean)

const named = (root: Element, name: string): Element | undefined =>
  name === ''
    ? undefined
    : [...root.querySelectorAll('[id], [name]')].find(
        each => each.id === name || each.getAttribute('name') === name,
      )

function linkBack(target: Element, mark: Element): Element | undefined {
  const names = namesOf(mark)
  const links = target.tagName === 'A' ? [target] : [...target.querySelectorAll('a[href*="#"]')]
  return links.find(link => names.includes(fragmentOf(link)))
}

/** The note's whole body: its division or list item if it holds this note alone, else its paragraph. */
function bodyAround(back: Element): Element {
  const outer = back.closest('li, div')
  const isAlone =
    outer && [...outer.querySelectorAll('a[href*="#"]')].filter(link => namesOf(link).length > 0).length <= 1
  return (isAlone ? outer : back.closest('p, li, div')) ?? back
}

/** The mark with the superscript around it, where that holds nothing else. */
function holderOf(mark: Element): Element {
  const parent = mark.parentElement
  return parent &&
    ['SUP', 'SPAN'].includes(parent.tagName) &&
    parent.textContent.trim() === mark.textContent.trim()
    ? holderOf(parent)
    : mark
}

function wordsOf(body: Element, back: Element): string {
  const holder = holderOf(back)
  holder.remove()
  const words = body.ownerDocument.createElement('div')
  words.append(flatten(body))
  return encodeCarried({ kind: 'note', note: noteParser.parse(words) })
}

function noteMark(dom: Document, record: string): HTMLElement {
  const mark = dom.createElement('sup')
  mark.dataset['note'] = newNoteId()
  mark.dataset['record'] = record
  return mark
}
