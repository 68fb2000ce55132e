import { Fragment, Slice, type Mark, type Node, type Schema } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { schema } from '../../../shared/report/schema'
import { cleanText } from '../../../shared/util/text'
import { numbersIn } from '../plugins/drawing'
import { blockIdOf, isHeading, isNoteRef, isParagraph, noteIdOf } from '../../../shared/report/nodes'

/** Plain text as paragraphs, one a line; a single line stays inline. Lines of cells become a table unless `isPlain`. */
export function readPlainText(text: string, isPlain: boolean, marks: readonly Mark[]): Slice {
  const lines = cleanText(text)
    .split(/(?:\r\n?|\n)+/)
    .filter((line, _index, all) => line !== '' || all.length === 1)
  const cells = lines.map(line => line.split('\t'))
  if (!isPlain && isGrid(cells)) return new Slice(Fragment.from(tableOf(cells)), 0, 0)
  return readLines(schema, lines, marks)
}

export function readLines(into: Schema, lines: readonly string[], marks: readonly Mark[]): Slice {
  const paragraphs = lines.map(line =>
    into.node('paragraph', null, line === '' ? [] : [into.text(line.replaceAll('\t', ' '), marks)]),
  )
  return new Slice(Fragment.fromArray(paragraphs), 1, 1)
}

const isGrid = (cells: readonly string[][]): boolean => {
  const width = cells[0]?.length ?? 0
  return cells.length > 1 && width > 1 && cells.every(row => row.length === width)
}

function tableOf(cells: readonly string[][]): Node {
  const cell = (words: string): Node =>
    schema.node('table_cell', null, [
      schema.node('paragraph', { align: 'left' }, words.trim() === '' ? [] : [schema.text(words.trim())]),
    ])
  return schema.node(
    'table',
    null,
    cells.map(row => schema.node('table_row', null, row.map(cell))),
  )
}

/** What other programs get as plain text: words with the numbers that are drawn here. */
export function writePlainText(slice: Slice, view: EditorView): string {
  const numbers = numbersIn(view.state)
  const lines: string[] = []
  slice.content.descendants((node, _pos, parent) => {
    if (node.isInline && parent === null) lines.push(inlineText(node, view))
    if (node.type.name === 'table_row') {
      lines.push(node.content.content.map(cell => textOf(cell, view)).join('\t'))
      return false
    }
    if (!node.isTextblock) return true
    const number = numbers.sections.get(blockIdOf(node)) ?? numbers.paragraphs.get(blockIdOf(node))
    const isWhole = isHeading(node) || isParagraph(node)
    lines.push((number && isWhole ? `${number} ` : '') + textOf(node, view))
    return false
  })
  return slice.content.firstChild?.isInline ? lines.join('') : lines.join('\n')
}

const textOf = (node: Node, view: EditorView): string =>
  node.textBetween(0, node.content.size, ' ', leaf => inlineText(leaf, view))

function inlineText(node: Node, view: EditorView): string {
  if (isNoteRef(node)) return `[${numbersIn(view.state).notes.get(noteIdOf(node)) ?? ''}]`
  return node.isText ? (node.text ?? '') : '\n'
}
