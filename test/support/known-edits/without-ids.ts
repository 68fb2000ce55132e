import { Fragment, type Node } from 'prosemirror-model'
import type { Content } from '../../../shared/compare/content'
import type { NoteId, OptionsId, RowId, TableId, WordingId } from '../../../shared/report/ids'

/** The same content as if it had come back from Word: nothing bears the id that it had. */
export function withoutIds(content: Content): Content {
  return {
    ...content,
    blocks: content.blocks.map(renamed),
    notes: new Map([...content.notes].map(([id, body]) => [newName(id) as NoteId, body])),
    indicators: new Map(
      [...content.indicators].map(([id, table]) => [
        newName(id) as TableId,
        {
          ...table,
          id: newName(id) as TableId,
          rows: table.rows.map(row => ({ ...row, id: newName(row.id) as RowId })),
        },
      ]),
    ),
    options: new Map(
      [...content.options].map(([id, options]) => [
        newName(id) as OptionsId,
        {
          ...options,
          id: newName(id) as OptionsId,
          chosen: options.chosen === '' ? ('' as const) : (newName(options.chosen) as WordingId),
          wordings: options.wordings.map(wording => ({ ...wording, id: newName(wording.id) as WordingId })),
        },
      ]),
    ),
  }
}

const newName = (id: string): string => `w:${id}`

/** What the ids were before. */
export const withOldIds = (line: string): string => line.replaceAll('w:', '')

function renamed(node: Node): Node {
  if (node.isText) return node
  const { id } = node.attrs as { id?: string }
  const attrs = id ? { ...node.attrs, id: newName(id) } : node.attrs
  return node.type.create(attrs, Fragment.from(node.children.map(renamed)), node.marks)
}
