import { Schema, type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model'
import { levels } from './levels'

// Every container is one starred union. With "a* b*" or "a+", two legal edits
// made at once can merge into an illegal container, and y-prosemirror then
// deletes that container for everyone. Stricter wishes belong in problems/.
const blocks = '(heading | paragraph | indicator_table | table | options)*'
const cellContent = '(paragraph | table)*'

const strings = { id: { default: '' } }

const paragraph: NodeSpec = {
  attrs: { ...strings, list: { default: 'none' }, align: { default: 'justify' }, start: { default: null } },
  content: 'inline*',
  toDOM: node => ['p', blockAttributes(node), 0],
}

const inline: Record<string, NodeSpec> = {
  text: { group: 'inline' },
  hard_break: { group: 'inline', inline: true, selectable: false, toDOM: () => ['br'], leafText: () => '\n' },
}

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    toDOM: mark => ['a', { href: mark.attrs['href'] as string }, 0],
  },
  strong: { toDOM: () => ['strong', 0] },
  em: { toDOM: () => ['em', 0] },
  underline: { toDOM: () => ['u', 0] },
  superscript: { excludes: 'superscript subscript', toDOM: () => ['sup', 0] },
  subscript: { excludes: 'superscript subscript', toDOM: () => ['sub', 0] },
}

const cell = (tag: 'td' | 'th', tableRole: string): NodeSpec => ({
  content: cellContent,
  // `colwidth` is what prosemirror-tables insists on; it stays null. Widths are one string on the table.
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
  tableRole,
  isolating: true,
  toDOM: (node): DOMOutputSpec => [tag, cellSpans(node), 0],
})

/** The shape of a report's text, shared by the editor, the hosts and the exporters. */
export const schema = new Schema({
  topNode: 'report',
  nodes: {
    report: { content: 'sheet*' },
    // Keeps layout local. Carries no meaning: sections are read from the headings.
    sheet: { content: blocks, toDOM: () => ['div', { class: 'sheet' }, 0] },
    paragraph,
    heading: {
      attrs: { ...strings, level: { default: levels[0] } },
      content: 'inline*',
      defining: true,
      toDOM: node => [headingTag(node), blockAttributes(node), 0],
    },
    indicator_table: {
      attrs: strings,
      atom: true,
      isolating: true,
      toDOM: node => ['div', blockAttributes(node)],
    },
    options: { attrs: strings, atom: true, isolating: true, toDOM: node => ['div', blockAttributes(node)] },
    table: {
      // `widths`: column widths in millimetres, comma-separated; empty = shared evenly.
      // `headerRows`: how many first rows are repeated on every page.
      attrs: { ...strings, widths: { default: '' }, headerRows: { default: 0 }, borders: { default: true } },
      content: 'table_row*',
      tableRole: 'table',
      isolating: true,
      toDOM: node => ['table', blockAttributes(node), ['tbody', 0]],
    },
    table_row: { content: '(table_cell | table_header)*', tableRole: 'row', toDOM: () => ['tr', 0] },
    table_cell: cell('td', 'cell'),
    table_header: cell('th', 'header_cell'),
    note_ref: {
      attrs: strings,
      group: 'inline',
      inline: true,
      atom: true,
      toDOM: node => ['sup', { 'data-note': node.attrs['id'] as string }],
    },
    ...inline,
  },
  marks,
})

/** The shape of a note's body and of an alternative wording: plain paragraphs, no notes within notes. */
export const noteSchema = new Schema({
  topNode: 'note',
  nodes: { note: { content: 'paragraph*' }, paragraph, ...inline },
  marks,
})

const headingTag = (node: Node): string =>
  `h${levels.indexOf(node.attrs['level'] as (typeof levels)[number]) + 1}`

function blockAttributes(node: Node): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(node.attrs))
    if (value !== '' && value !== null) shown[`data-${name.toLowerCase()}`] = String(value)
  return shown
}

function cellSpans(node: Node): Record<string, string> {
  const { colspan, rowspan } = node.attrs as { colspan: number; rowspan: number }
  return {
    ...(colspan > 1 ? { colspan: String(colspan) } : {}),
    ...(rowspan > 1 ? { rowspan: String(rowspan) } : {}),
  }
}
