import type { Node } from 'prosemirror-model'
import type { ImportWarning } from '../../ipc/contract'
import { newNoteId, type NoteId } from '../../report/ids'
import { noteSchema } from '../../report/schema'
import { itemsOf } from '../lines/items'
import type { SourceDocument } from '../source'
import { cellLines } from '../tables/cell-text'
import { places, warnings } from '../words'
import { inlineNodes } from './inline-nodes'
import { numberedInlines } from './numbered-inlines'

export interface ImportedNotes {
  readonly bodies: Map<NoteId, Node>
  readonly ids: ReadonlyMap<string, NoteId>
  readonly warnings: readonly ImportWarning[]
}

/** Every note of the file under a new id, referenced or not. */
export function importNotes(notes: SourceDocument['notes']): ImportedNotes {
  const bodies = new Map<NoteId, Node>()
  const ids = new Map<string, NoteId>()
  const found: ImportWarning[] = []
  for (const [index, [sourceId, blocks]] of Object.entries(notes).entries()) {
    const id = newNoteId()
    ids.set(sourceId, id)
    bodies.set(
      id,
      noteBody(blocks, (code, message) => found.push({ code, message, place: places.note(index + 1) })),
    )
  }
  return { bodies, ids, warnings: found }
}

function noteBody(
  blocks: SourceDocument['notes'][string],
  warn: (code: string, message: string) => void,
): Node {
  const items = itemsOf(blocks)
  if (items.some(item => item.kind === 'table')) warn('note-table', warnings.noteTable)
  if (items.some(item => item.kind === 'line' && item.hasNotes)) warn('note-nested', warnings.noteNested)
  const lines = items.flatMap(item =>
    item.kind === 'line'
      ? [numberedInlines(item)]
      : item.table.rows.flatMap(row => row.cells.flatMap(cellLines)),
  )
  const paragraphs = lines.map((inlines, index) => {
    const paragraph = noteSchema.node(
      'paragraph',
      null,
      inlineNodes(inlines, noteSchema, { refs: () => undefined }),
    )
    return index === 0 ? withoutTypedMark(paragraph) : paragraph
  })
  return noteSchema.node('note', null, paragraphs.length > 0 ? paragraphs : [noteSchema.node('paragraph')])
}

/** Offices type brackets around the note's own number, "(1) …"; the number is computed, so they stand empty. */
function withoutTypedMark(paragraph: Node): Node {
  const brackets = /^\s*\(\s*\)\s*/u.exec(paragraph.textContent)
  return brackets ? paragraph.cut(brackets[0].length) : paragraph
}
