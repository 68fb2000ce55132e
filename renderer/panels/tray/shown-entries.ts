import type { OutlineItem } from '../../../shared/outline/outline'
import type { TrayEntry } from '../../../shared/tray/entry'
import { vi } from '../../wording/vi'
import { placeWords, presentWords, type Readable } from './present-words'

/** An entry as the panel shows it. */
export interface ShownEntry {
  readonly entry: TrayEntry
  /** What stands in its place now; null where that is gone. */
  readonly present: string | null
  readonly where: string
}

/** The entries of one section. */
export interface EntryGroup {
  readonly key: string
  readonly title: string
  readonly entries: readonly ShownEntry[]
}

type Report = Readable & { readonly outline: () => { readonly items: readonly OutlineItem[] } }

/** The entries by section, in the order of the report; what stands in its place again is left out. */
export function groupEntries(session: Report, entries: readonly TrayEntry[]): readonly EntryGroup[] {
  const sections = session.outline().items
  const groups = new Map<string, ShownEntry[]>()
  for (const entry of entries) {
    const present = presentWords(session, entry.place)
    if (isSettled(entry, present)) continue
    const key = keyOf(entry)
    const shown = { entry, present, where: placeWords(session, entry.place) }
    groups.set(key, [...(groups.get(key) ?? []), shown])
  }
  const order = (key: string): number => {
    const at = sections.findIndex(({ id }) => id === key)
    return at < 0 ? sections.length : at
  }
  return [...groups]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([key, shown]) => ({ key, title: titleOf(key, shown, sections), entries: shown }))
}

const keyOf = ({ section, place }: TrayEntry): string =>
  place.kind === 'field' ? 'fields' : (section?.id ?? '')

/** Typed again, or put back by somebody else. */
function isSettled({ kind, mine, merged }: TrayEntry, present: string | null): boolean {
  if (present === null || kind === 'remark') return false
  return kind === 'same-sentence' ? !present.includes(merged ?? '') : present === mine
}

function titleOf(key: string, [first]: readonly ShownEntry[], sections: readonly OutlineItem[]): string {
  if (key === 'fields') return vi.tray.fields
  const section = sections.find(({ id }) => id === key)
  if (section) return vi.review.section(section.path, section.title)
  return first?.entry.section?.title || vi.tray.noSection
}
