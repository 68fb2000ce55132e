import { fold } from '../../../shared/find/fold'
import type { Outline, OutlineItem } from '../../../shared/outline/outline'
import type { BlockId } from '../../../shared/report/ids'

/** The rows that the outline shows: nothing below collapsed sections, or only what matches with what holds it. */
export function visibleItems(
  outline: Outline,
  collapsed: ReadonlySet<BlockId>,
  filter: string,
): readonly OutlineItem[] {
  const wanted = plain(filter).trim()
  if (wanted) return matching(outline.roots, wanted)
  const shown: OutlineItem[] = []
  const show = (items: readonly OutlineItem[]): void => {
    for (const item of items) {
      shown.push(item)
      if (!collapsed.has(item.id)) show(item.children)
    }
  }
  show(outline.roots)
  return shown
}

function matching(items: readonly OutlineItem[], wanted: string): OutlineItem[] {
  return items.flatMap(item => {
    const below = matching(item.children, wanted)
    return below.length > 0 || plain(`${item.number} ${item.title}`).includes(wanted) ? [item, ...below] : []
  })
}

const plain = (text: string): string => fold(text, { matchCase: false, matchTones: false }).text

/** The section that holds this one, or undefined at the top. */
export function parentOf(outline: Outline, id: BlockId): OutlineItem | undefined {
  return outline.items.find(item => item.children.some(child => child.id === id))
}
