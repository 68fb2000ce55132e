import { useState, type DragEvent } from 'react'
import type { OutlineItem } from '../../../shared/outline/outline'
import type { BlockId } from '../../../shared/report/ids'

interface Over {
  readonly id: BlockId
  readonly side: 'before' | 'after'
}

/** Dragging a section to another place among the rows; a line shows where it would go. */
export function useDragging(
  rows: readonly OutlineItem[],
  moveBefore: (id: BlockId, before: BlockId | null) => void,
) {
  const [dragged, setDragged] = useState<BlockId | null>(null)
  const [over, setOver] = useState<Over | null>(null)
  function end() {
    setDragged(null)
    setOver(null)
  }
  return {
    dragged,
    over,
    start(id: BlockId, event: DragEvent) {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('application/x-du-thao-section', id)
      setDragged(id)
    },
    move(id: BlockId, event: DragEvent) {
      if (!dragged) return
      const inside = rows.find(row => row.id === dragged)
      if (!inside || holds(inside, id)) {
        setOver(null)
        return
      }
      event.preventDefault()
      const { top, height } = event.currentTarget.getBoundingClientRect()
      const side = event.clientY < top + height / 2 ? 'before' : 'after'
      if (over?.id !== id || over.side !== side) setOver({ id, side })
    },
    drop(event: DragEvent) {
      event.preventDefault()
      if (dragged && over) moveBefore(dragged, target(rows, over))
      end()
    },
    end,
  }
}

/** "After" a row is before the next one shown, which for a collapsed section is behind all it holds. */
const target = (rows: readonly OutlineItem[], over: Over): BlockId | null => {
  if (over.side === 'before') return over.id
  return rows[rows.findIndex(row => row.id === over.id) + 1]?.id ?? null
}

/** A section cannot be dropped into itself. */
const holds = (item: OutlineItem, id: BlockId): boolean =>
  item.id === id || item.children.some(child => holds(child, id))
