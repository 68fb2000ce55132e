import {
  createID,
  getItem,
  getItemCleanStart,
  getState,
  Item,
  iterateDeletedStructs,
  type Transaction,
  type UndoManager,
} from 'yjs'

/**
 * Undoes or redoes one step and nothing beside it.
 *
 * Yjs brings deleted words back as copies, and joins copies that stand side by side into one item. Undoing the
 * typing of one of them then deletes the joined item whole, words of the neighbour included (yjs 13.6.33: type
 * before a word, turn the block into another kind, undo twice: the word is gone). So items are cut to the size
 * of what they are copies of, inside the same transaction, before the step is taken. Null: nothing to take.
 */
export function exactStep(manager: UndoManager, kind: 'undo' | 'redo'): UndoManager['currStackItem'] {
  const stack = kind === 'undo' ? manager.undoStack : manager.redoStack
  const flag = kind === 'undo' ? 'undoing' : 'redoing'
  try {
    return manager.doc.transact(transaction => {
      for (const step of stack)
        iterateDeletedStructs(transaction, step.insertions, struct => {
          if (struct instanceof Item) cutCopies(transaction, struct)
        })
      const taken = manager[kind]()
      // The change is counted when this outer transaction ends, so the manager must still know what it is.
      manager[flag] = true
      return taken
    }, manager)
  } finally {
    manager[flag] = false
  }
}

/**
 * Cuts an item and its copies (and theirs) so that each piece has copies of exactly its own size. A copy may be joined
 * with its neighbour, and it may have been cut by what was done to it later; Yjs follows only the copy of an item's
 * first letter, so it would delete too much of the one and only the first piece of the other.
 */
function cutCopies(transaction: Transaction, item: Item): void {
  const { store } = transaction.doc
  const { redone, length } = item
  if (redone === null) return
  const end = redone.clock + length
  getItemCleanStart(transaction, redone)
  if (getState(store, redone.client) > end) getItemCleanStart(transaction, createID(redone.client, end))
  const first: unknown = getItem(store, redone)
  if (!(first instanceof Item)) return
  cutCopies(transaction, first)
  if (first.length >= length) return
  cutCopies(
    transaction,
    getItemCleanStart(transaction, createID(item.id.client, item.id.clock + first.length)),
  )
}
