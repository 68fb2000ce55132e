import type { Node } from 'prosemirror-model'
import { rowCells } from '../indicators/indicator-row'
import type { BlockId, NoteId } from '../report/ids'
import { plainTextOf } from '../report/text-blocks'
import type { Proposable } from './apply-edit'
import type { Found } from './propose-edits'
import { inlineChanges, typedAs } from './propose-words'

/** What was changed in the bodies of notes: words of a paragraph, or the whole note where its paragraphs changed. */
export function noteChanges(was: Proposable, now: Proposable): Found[] {
  return [...was.notes].flatMap(([id, body]) => {
    const next = now.notes.get(id)
    if (!next || next.eq(body)) return []
    return hasSameParagraphs(body, next) ? paragraphChanges(id, body, next) : [wholeNote(id, body, next)]
  })
}

const hasSameParagraphs = (was: Node, now: Node): boolean =>
  was.childCount === now.childCount &&
  was.content.content.every((paragraph, at) => paragraph.sameMarkup(now.child(at)))

function paragraphChanges(note: NoteId, was: Node, now: Node): Found[] {
  const found: Found[] = []
  was.forEach((paragraph, pos, at) => {
    for (const change of inlineChanges(paragraph, now.child(at)))
      found.push({
        spot: { kind: 'note', note, from: pos + 1 + change.from, to: pos + 1 + change.to },
        change: typedAs(paragraph, change),
      })
  })
  return found
}

const wholeNote = (note: NoteId, was: Node, now: Node): Found => ({
  spot: { kind: 'note', note, from: 0, to: was.content.size },
  change: {
    kind: 'words',
    was: noteText(was),
    now: noteText(now),
    content: now.content.toJSON() as Record<string, unknown>[],
  },
})

/** All words of a note, paragraphs parted by "\n". */
export const noteText = (note: Node): string => note.content.content.map(plainTextOf).join('\n')

/** Cells that say something else in a row that is there still. */
export function cellChanges(was: Proposable, now: Proposable): Found[] {
  return [...was.indicators].flatMap(([table, { rows }]) => {
    const next = new Map(now.indicators.get(table)?.rows.map(row => [row.id, row]))
    return rows.flatMap(row =>
      rowCells.flatMap((column): Found[] => {
        const words = next.get(row.id)?.[column] ?? row[column]
        if (words === row[column]) return []
        const spot = { kind: 'cell' as const, table, row: row.id, column, from: 0, to: row[column].length }
        return [{ spot, change: { kind: 'cell', was: row[column], now: words } }]
      }),
    )
  })
}

export function choiceChanges(was: Proposable, now: Proposable): Found[] {
  return [...was.options].flatMap(([id, { chosen }]): Found[] => {
    const next = now.options.get(id)?.chosen ?? chosen
    if (next === chosen) return []
    // The block that shows the wordings bears their id.
    const spot = { kind: 'block' as const, block: id as string as BlockId }
    return [{ spot, change: { kind: 'choice', options: id, was: chosen || null, now: next || null } }]
  })
}
