import type { Node } from 'prosemirror-model'
import type { BlockId } from '../report/ids'
import { blockIdOf } from '../report/nodes'
import { align, type Group } from './align'
import { partsOf, type Sides } from './block-differences'
import { textOfNote } from './blocks-of-content'
import type { Difference } from './difference'
import { differenceOf, oneSided, wholePart, wordDifferences, type Where } from './difference-of'
import type { Item } from './item'

/** Which row of two tables became which, and which cell of two rows. */
export const alignTable = (was: Node, now: Node): readonly Group[] =>
  align(itemsOfTable(was), itemsOfTable(now))

/** A general table cell by cell: rows and their cells are found again by the paragraphs in them, then by their words. */
export function tableDifferences(sides: Sides, was: Node, now: Node, section: BlockId | null): Difference[] {
  const whereIs = (row: number, column: number | null): Where => ({
    place: { kind: 'table', id: blockIdOf(now), row, column },
    section,
  })
  return alignTable(was, now).flatMap(({ was: [a], now: [b], moved }): Difference[] => {
    if (b === undefined) return [oneSided('removed', rowText(was, a), whereIs(a ?? 0, null))]
    if (a === undefined) return [oneSided('added', rowText(now, b), whereIs(b, null))]
    const parts = wholePart('same', rowText(now, b))
    const move = moved ? [differenceOf({ kind: 'moved', class: 'move', parts, ...whereIs(b, null) })] : []
    return [...move, ...cellDifferences(sides, was.child(a), now.child(b), column => whereIs(b, column))]
  })
}

function cellDifferences(
  sides: Sides,
  was: Node,
  now: Node,
  whereIs: (column: number) => Where,
): Difference[] {
  return alignTable(was, now).flatMap(({ was: [a], now: [b] }): Difference[] => {
    const [old, fresh] = [a === undefined ? null : was.child(a), b === undefined ? null : now.child(b)]
    if (old && fresh)
      return old.eq(fresh) ? [] : wordDifferences(partsOf(sides, [old], [fresh]), whereIs(b ?? 0))
    const cell = fresh ?? old
    return cell ? [oneSided(fresh ? 'added' : 'removed', textOfNote(cell), whereIs(b ?? a ?? 0))] : []
  })
}

/** The rows of a table, or the cells of a row. */
export const itemsOfTable = (parent: Node): readonly Item[] =>
  parent.children.map(child => ({
    id: firstIdIn(child),
    kind: child.type.name === 'table_row' ? 'row' : 'cell',
    weight: child.content.size,
    text: () => textOfNote(child),
  }))

function firstIdIn(node: Node): string {
  let id = ''
  node.descendants(child => {
    if (child.isTextblock && id === '') id = blockIdOf(child)
    return id === ''
  })
  return id
}

function rowText(table: Node, row: number | undefined): string {
  const cells = row === undefined ? [] : table.child(row).children.map(textOfNote)
  return cells.join(' | ')
}
