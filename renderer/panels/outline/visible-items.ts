import { fold } from '../../../shared/find/fold'
import type { Outline, OutlineItem } from '../../../shared/outline/outline'
import type { BlockId } from '../../../shared/report/ids'
import { perObject } from '../../../shared/util/per-object'

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
    return below.length > 0 || searchedIn(item).includes(wanted) ? [item, ...below] : []
  })
}

/** Folded once for each section: at every key there may be 1,400 of them. */
const searchedIn = perObject(({ number, title }: OutlineItem) => plain(`${number} ${title}`))

const plain = (text: string): string => fold(text, { matchCase: false, matchTones: false }).text

/** The section that holds this one, or undefined at the top. */
export function parentOf(outline: Outline, id: BlockId): OutlineItem | undefined {
  return outline.items.find(item => item.children.some(child => child.id === id))
}
