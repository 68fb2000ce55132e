import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { newBlockId, type BlockId } from '../../../shared/report/ids'
import { blockIdOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { changedSheets, sheetsBetween, type ChangedSheets } from '../sync/changed-sheets'
import { isFromElsewhere } from '../sync/binding'

const key = new PluginKey('keep-sheets')

/** Marks a transaction that arranges sheets on purpose. */
export const arranged = (tr: Transaction): Transaction => tr.setMeta(key, true)

/**
 * Deleting a range across sheets joins them in ProseMirror, and the binding would then make every block of one
 * of them anew. So what was joined is split again at the old border before it reaches the shared document.
 * A report that has lost all its blocks gets an empty paragraph to write in.
 */
export function keepSheets(): Plugin {
  return new Plugin({
    key,
    appendTransaction(trs, before, { doc, tr }) {
      if (before.doc === doc || trs.some(isFromElsewhere)) return null
      const empty = emptySheets(doc, changedSheets(before.doc, doc))
      if (!trs.some(each => each.getMeta(key) === true)) splitAgain(tr, before.doc, doc)
      for (const pos of empty) tr.delete(tr.mapping.map(pos), tr.mapping.map(pos) + 2)
      if (tr.doc.childCount === 0) tr.insert(0, freshSheet()).setSelection(TextSelection.create(tr.doc, 2))
      return tr.docChanged ? tr : null
    },
  })
}

export const freshSheet = (): Node =>
  schema.node('sheet', null, [schema.node('paragraph', { id: newBlockId() })])

function splitAgain(tr: Transaction, before: Node, text: Node): void {
  const changed = changedSheets(before, text)
  const borders = bordersIn(before, text, changed)
  for (const pos of borders.reverse()) tr.split(pos)
}

/** Where a block of an old sheet follows one of an earlier sheet, and its old sheet is nowhere else. */
function bordersIn(before: Node, text: Node, { first, oldEnd, newEnd, from }: ChangedSheets): number[] {
  if (oldEnd - first < 2) return []
  const homes = homesOf(sheetsBetween(before, first, oldEnd))
  const sheets = sheetsBetween(text, first, newEnd)
  const borders: number[] = []
  let sheetPos = from
  sheets.forEach((sheet, at) => {
    let home: number | undefined
    sheet.forEach((block, offset) => {
      const next = homes.get(blockIdOf(block))
      if (next === undefined) return
      if (home !== undefined && next > home && !livesElsewhere(next, sheets, at, homes))
        borders.push(sheetPos + 1 + offset)
      home = Math.max(home ?? next, next)
    })
    sheetPos += sheet.nodeSize
  })
  return borders
}

type Homes = ReadonlyMap<BlockId, number>

function homesOf(sheets: readonly Node[]): Homes {
  const homes = new Map<BlockId, number>()
  sheets.forEach((sheet, index) => sheet.forEach(block => homes.set(blockIdOf(block), index)))
  return homes
}

const livesElsewhere = (home: number, sheets: readonly Node[], here: number, homes: Homes): boolean =>
  sheets.some(
    (sheet, index) =>
      index !== here && sheet.content.content.some(block => homes.get(blockIdOf(block)) === home),
  )

/** Those that this edit emptied; one that a colleague emptied is not ours to take away. */
function emptySheets(text: Node, { first, newEnd, from }: ChangedSheets): number[] {
  const empty: number[] = []
  let pos = from
  for (const sheet of sheetsBetween(text, first, newEnd)) {
    if (sheet.childCount === 0) empty.push(pos)
    pos += sheet.nodeSize
  }
  return empty
}
