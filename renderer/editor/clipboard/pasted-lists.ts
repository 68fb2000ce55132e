import type { List } from '../../../shared/report/lists'
import { styleOf, styleWords } from './pasted-styles'

export interface PastedItem {
  readonly list: Exclude<List, 'none'>
  /** Where a list does not begin with one. */
  readonly start?: number
}

/** What kind of list item a pasted block is, or undefined. Word writes items as paragraphs with a typed mark. */
export function itemOf(element: HTMLElement): PastedItem | undefined {
  const typed = wordMark(element)
  if (typed !== undefined) return { list: listOfMark(typed) }
  if (element.tagName === 'LI') return listItem(element)
  const parent = element.parentElement
  return parent?.tagName === 'LI' && parent.firstElementChild === element ? listItem(parent) : undefined
}

/** "mso-list: l0 level1 lfo1" on the paragraph; the mark stands in a span that says to ignore it. */
function wordMark(element: HTMLElement): string | undefined {
  if (!/mso-list:\s*l\d/i.test(styleWords(element))) return undefined
  const mark = [...element.querySelectorAll<HTMLElement>('span')].find(isDrawnMark)
  return mark?.textContent.replace(/[\s\u00a0]+/g, '') ?? ''
}

/** Word's own numbers and bullets: drawn, not written. */
export const isDrawnMark = (element: Element): boolean => /mso-list:\s*ignore/i.test(styleWords(element))

function listOfMark(mark: string): PastedItem['list'] {
  if (/^\(\d+\)/.test(mark)) return 'target'
  if (/^\d+[.)]?$/.test(mark)) return 'number'
  return /^[a-zđ][.)]$/i.test(mark) && mark !== 'o.' ? 'letter' : 'bullet'
}

function listItem(item: HTMLElement): PastedItem {
  const list = item.closest('ol, ul')
  if (list?.tagName !== 'OL') return { list: 'bullet' }
  const kind =
    list.getAttribute('type') === 'a' ||
    /lower-(alpha|latin)/.test(styleOf(item).listStyleType || styleTypeOf(list))
  const start = Number(list.getAttribute('start') ?? 1)
  const isFirst = item.parentElement?.firstElementChild === item
  return { list: kind ? 'letter' : 'number', ...(isFirst && start > 1 ? { start } : {}) }
}

const styleTypeOf = (list: Element): string => styleOf(list).listStyleType

const typedMarks: readonly [RegExp, PastedItem['list']][] = [
  [/^[-–•·+]\s+(?=\S)/, 'bullet'],
  [/^\(\d{1,3}\)\.?\s+(?=\S)/, 'target'],
]

/** A mark typed at the start of a paragraph ("- ", "(1). "), and the rest; undefined where there is none. */
export function typedMark(
  words: string,
): { readonly list: PastedItem['list']; readonly length: number } | undefined {
  for (const [pattern, list] of typedMarks) {
    const found = pattern.exec(words)
    if (found) return { list, length: found[0].length }
  }
  return undefined
}

/** The number typed before a heading's words: computed here, so it must not be kept as words. */
export function typedNumber(words: string): number {
  const found =
    /^(?:phần\s+(?:thứ\s+\p{L}+|[ivx\d]+)[.:\s–-]*|[A-HJ-UW-Z]\s*[-.]\s*|[IVXL]+\s*[-.]\s*|\d{1,2}(?:\.\d{1,2})*\.\s*)(?=\S)/iu.exec(
      words,
    )
  return found?.[0].length ?? 0
}
