import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useMemo, type RefObject } from 'react'
import type { OutlineItem } from '../../../shared/outline/outline'
import type { BlockId } from '../../../shared/report/ids'

/** Pixels; every row has one line. */
const rowHeight = 25

export interface DrawnRow {
  readonly item: OutlineItem
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
}

/** Where a row stands among its neighbours: what is not drawn must still be counted when the row is read aloud. */
export interface RowPlace {
  readonly position: number
  readonly size: number
}

interface DrawnRows {
  readonly rows: readonly DrawnRow[]
  readonly height: number
  readonly placeOf: (index: number) => RowPlace
  /** Brings a row into view, by the shortest way. */
  readonly show: (id: BlockId | null) => void
}

interface RowsInput {
  readonly tree: RefObject<HTMLDivElement | null>
  /** Rows that stay drawn wherever they are: the active one is what the tree points to, a dragged one must live on. */
  readonly kept: readonly (BlockId | null)[]
}

/** Draws the rows in view only: a report of 1,400 sections costs as much as one of 70. */
export function useRows(items: readonly OutlineItem[], { tree, kept }: RowsInput): DrawnRows {
  const indexes = useMemo(() => new Map(items.map((item, index) => [item.id, index])), [items])
  const places = useMemo(() => placesOf(items), [items])
  const keptRows = kept.flatMap(id => (id === null ? [] : (indexes.get(id) ?? [])))
  const keptKey = keptRows.join()
  const rangeExtractor = useCallback(
    (range: Range) => {
      const wanted = new Set([
        ...defaultRangeExtractor(range),
        ...keptKey.split(',').filter(Boolean).map(Number),
      ])
      return [...wanted].filter(index => index < range.count).sort((a, b) => a - b)
    },
    [keptKey],
  )
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => tree.current,
    estimateSize: () => rowHeight,
    getItemKey: index => items[index]?.id ?? index,
    overscan: 6,
    rangeExtractor,
  })
  return {
    rows: list.getVirtualItems().flatMap(({ index, start }) => {
      const item = items[index]
      return item ? [{ item, index, top: start }] : []
    }),
    height: list.getTotalSize(),
    placeOf: index => places[index] ?? { position: 1, size: 1 },
    show(id) {
      const index = id === null ? undefined : indexes.get(id)
      if (index !== undefined) list.scrollToIndex(index, { align: 'auto' })
    },
  }
}

/** Each row's place among the rows of its own depth under the same section. */
export function placesOf(items: readonly OutlineItem[]): readonly RowPlace[] {
  const groups: number[][] = []
  const open: number[][] = []
  items.forEach(({ depth }, index) => {
    open.length = Math.min(open.length, depth + 1)
    const group = (open[depth] ??= startGroup(groups))
    group.push(index)
  })
  const places: RowPlace[] = []
  for (const group of groups)
    group.forEach((row, order) => (places[row] = { position: order + 1, size: group.length }))
  return places
}

function startGroup(groups: number[][]): number[] {
  const group: number[] = []
  groups.push(group)
  return group
}
