import { DOMParser, type TagParseRule, type ParseRule } from 'prosemirror-model'
import { alignments, lists } from '../../../shared/report/lists'
import { levels } from '../../../shared/report/levels'
import { noteSchema, schema } from '../../../shared/report/schema'
import { safeHref } from '../commands/link'
import type { CarriedById } from './carried'
import { decodeCarried } from './carried-json'

// The shared schema knows no DOM, so how elements become nodes and marks is said here.

const marks: readonly ParseRule[] = [
  { tag: 'strong', mark: 'strong' },
  { tag: 'b', mark: 'strong' },
  { tag: 'em', mark: 'em' },
  { tag: 'i', mark: 'em' },
  { tag: 'u', mark: 'underline' },
  { tag: 'sup', mark: 'superscript' },
  { tag: 'sub', mark: 'subscript' },
  {
    tag: 'a[href]',
    mark: 'link',
    getAttrs: link => {
      const href = safeHref(link.getAttribute('href') ?? '')
      return href ? { href } : false
    },
  },
]

const hardBreak: ParseRule = { tag: 'br', node: 'hard_break' }

function paragraphAttributes(element: HTMLElement) {
  const { list, align, start, id } = element.dataset
  return {
    id: id ?? '',
    list: oneOf(lists, list) ?? 'none',
    align: oneOf(alignments, align) ?? 'justify',
    start: start && /^\d+$/.test(start) ? Number(start) : null,
  }
}

const paragraph: ParseRule = { tag: 'p', node: 'paragraph', getAttrs: paragraphAttributes }

const headings = levels.map((level, index): TagParseRule => ({
  tag: `h${index + 1}`,
  node: 'heading',
  getAttrs: element => ({
    id: element.dataset['id'] ?? '',
    level: oneOf(levels, element.dataset['level']) ?? level,
  }),
}))

const spans = (cell: HTMLElement) => ({
  colspan: spanOf(cell, 'colspan'),
  rowspan: spanOf(cell, 'rowspan'),
})

const tableRules: readonly ParseRule[] = [
  {
    tag: 'table',
    node: 'table',
    getAttrs: table => ({
      id: table.dataset['id'] ?? '',
      headerRows: Number(table.dataset['headerrows'] ?? 0) || 0,
      borders: table.dataset['borders'] !== 'false',
      widths: /^[\d.,]*$/.test(table.dataset['widths'] ?? '') ? (table.dataset['widths'] ?? '') : '',
    }),
  },
  { tag: 'tr', node: 'table_row' },
  { tag: 'th', node: 'table_header', getAttrs: spans },
  { tag: 'td', node: 'table_cell', getAttrs: spans },
]

/** What is never content: numbers that are drawn, and lists of notes that travel for other programs. */
const drawn: readonly ParseRule[] = [
  { tag: '[data-drawn]', ignore: true },
  { tag: 'colgroup, style, script, title, meta, link', ignore: true },
]

const textRules: readonly ParseRule[] = [
  ...drawn,
  { tag: 'sup[data-note]', node: 'note_ref', getAttrs: mark => ({ id: mark.dataset['note'] }), priority: 60 },
  { tag: 'h6', node: 'heading', attrs: { level: 'subnumber' } },
  ...headings,
  paragraph,
  ...tableRules,
  hardBreak,
  ...marks,
]

/** Reads what the browser changed in the text while somebody typed. */
export const textParser = new DOMParser(schema, textRules)

/** Reads a note; headings and cells of what is pasted become paragraphs. */
export const noteParser = new DOMParser(noteSchema, [
  ...drawn,
  { tag: 'sup[data-note]', ignore: true, priority: 60 },
  { tag: 'p, h1, h2, h3, h4, h5, h6, td, th', node: 'paragraph' },
  hardBreak,
  ...marks,
])

/** Reads what is pasted or dropped; the records of its marks are put into `carried`. */
export function pasteParser(carried: CarriedById): DOMParser {
  const take = (element: HTMLElement, id: string | undefined): { id: string } | false => {
    const record =
      element.dataset['record'] === undefined ? undefined : decodeCarried(element.dataset['record'])
    if (!id) return false
    if (record) carried.set(id, record)
    return { id }
  }
  return new DOMParser(schema, [
    {
      tag: 'sup[data-note]',
      node: 'note_ref',
      getAttrs: mark => take(mark, mark.dataset['note']),
      priority: 70,
    },
    {
      tag: 'div[data-indicators]',
      node: 'indicator_table',
      getAttrs: block => take(block, block.dataset['indicators']),
    },
    { tag: 'div[data-options]', node: 'options', getAttrs: block => take(block, block.dataset['options']) },
    ...textRules,
  ])
}

const oneOf = <T extends string>(all: readonly T[], word: string | undefined): T | undefined =>
  all.find(each => each === word)

const spanOf = (cell: HTMLElement, name: string): number =>
  Math.min(100, Math.max(1, Number(cell.getAttribute(name) ?? 1) || 1))
