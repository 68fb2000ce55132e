import type { OutlineItem } from '../../../../shared/outline/outline'
import type { Thread } from '../../../state/annotations/threads'
import { vi } from '../../../wording/vi'

export type ListItem =
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly count: number }
  | { readonly kind: 'thread'; readonly key: string; readonly thread: Thread }

/** The threads with a heading before those of each section. */
export function itemsOf(threads: readonly Thread[], sections: readonly OutlineItem[]): ListItem[] {
  const items: ListItem[] = []
  for (let at = 0; at < threads.length;) {
    const first = threads[at]
    if (!first) break
    const members = runFrom(threads, at, first)
    const title = sectionTitle(first, sections)
    items.push({ kind: 'group', key: `group:${first.annotation.id}`, title, count: members.length })
    for (const thread of members) items.push({ kind: 'thread', key: thread.annotation.id, thread })
    at += members.length
  }
  return items
}

function runFrom(threads: readonly Thread[], at: number, first: Thread): readonly Thread[] {
  const end = threads.findIndex((thread, index) => index > at && groupOf(thread) !== groupOf(first))
  return threads.slice(at, end < 0 ? undefined : end)
}

const isGone = ({ order }: Thread): boolean => order === Number.MAX_SAFE_INTEGER
const groupOf = (thread: Thread): string => (isGone(thread) ? 'gone' : (thread.headings.at(-1) ?? ''))

/** "II. Công nghiệp"; what stands before the first heading, and what no section holds any more, is said so. */
export function sectionTitle(thread: Thread, sections: readonly OutlineItem[]): string {
  if (isGone(thread)) return vi.annotations.gone
  const inner = thread.headings.at(-1)
  const section = sections.find(({ id }) => id === inner)
  return section ? vi.review.section(section.path, section.title) : vi.annotations.beforeFirst
}
