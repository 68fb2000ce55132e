import { XmlElement, XmlFragment, type AbstractType, type Doc, type Transaction } from 'yjs'
import { indicatorsOf, notesOf, textOf } from '../../../shared/sync/report-doc'

/** What one change of the shared document touched: ids of blocks and notes, rows of tables. */
export interface Touched {
  readonly blocks: ReadonlySet<string>
  readonly notes: ReadonlySet<string>
  readonly rows: ReadonlySet<string>
  /** Blocks came, went or moved. */
  readonly structure: boolean
}

type Type = AbstractType<unknown>

/** Costs a few steps for each shared type that was changed: a letter changes one. */
export function touchedBy(body: Doc, { changed }: Transaction): Touched {
  const blocks = new Set<string>()
  const notes = new Set<string>()
  const rows = new Set<string>()
  let structure = false
  for (const type of changed.keys() as IterableIterator<Type>) {
    const path = pathOf(type)
    const root = path[0]
    if (root === (textOf(body) as unknown)) {
      const block = path.findLast(each => each instanceof XmlElement && each.getAttribute('id') !== undefined)
      if (block instanceof XmlElement) blocks.add(String(block.getAttribute('id')))
      else structure = true
    } else if (root === (notesOf(body) as unknown)) {
      const note = path[1]
      if (note instanceof XmlFragment) notes.add(keyOf(note) ?? '')
    } else if (root === (indicatorsOf(body) as unknown)) {
      const row = path[3]
      if (row) rows.add(keyOf(row) ?? '')
    }
  }
  return { blocks, notes, rows, structure }
}

/** From the root down to the type itself. */
function pathOf(type: Type): Type[] {
  const path: Type[] = []
  for (let at: Type | null = type; at; at = at.parent as Type | null) path.unshift(at)
  return path
}

/** Under which key its map holds it. */
const keyOf = ({ _item }: Pick<Type, '_item'>): string | null => _item?.parentSub ?? null
