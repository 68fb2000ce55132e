import type { Difference } from '../../../shared/compare/difference'
import { compareReports } from '../../../shared/compare/compare-contents'
import { numberNotes } from '../../../shared/numbering/number-notes'
import { outlineOf, type OutlineItem } from '../../../shared/outline/outline'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import type { BlockId, NoteId } from '../../../shared/report/ids'
import { blockIdOf, blocksOf, isIndicatorTable, isTable, tableIdOf } from '../../../shared/report/nodes'
import { sectionsOf } from '../../../shared/report/sections'
import type { Report } from '../../../shared/report/report'
import type { RestoreWhat } from '../../../shared/versions/restore/restore-what'
import type { Choice } from '../../ui/Select'
import { vi } from '../../wording/vi'

/** What of a version is not as it is today, by kind; the ids are the version's. */
export type RestoreChoices = Readonly<Record<Exclude<RestoreWhat['kind'], 'report'>, readonly Choice[]>>

export function restoreChoices(today: Report, version: Report): RestoreChoices {
  const { differences } = compareReports(today, version)
  return {
    section: sections(version, differences),
    note: notes(version, differences),
    table: tables(version, today, differences),
  }
}

/** Every section in which, or within which, something differs. */
function sections(version: Report, differences: readonly Difference[]): readonly Choice[] {
  const touched = new Set<BlockId | null>(differences.flatMap(({ section, now }) => [section, ...now]))
  const changed = new Set(
    sectionsOf(version.text)
      .filter(({ blocks }) => blocks.some(block => touched.has(blockIdOf(block))))
      .map(({ heading }) => blockIdOf(heading)),
  )
  return outlineOf(version.text, numberStyleOf(version.fields))
    .items.filter(({ id }) => changed.has(id))
    .map(item => ({ value: item.id, label: sectionName(item) }))
}

const sectionName = ({ depth, number, title }: OutlineItem): string =>
  `${'\u2003'.repeat(depth)}${number} ${title || vi.editor.emptyHeading}`

function notes(version: Report, differences: readonly Difference[]): readonly Choice[] {
  const touched = new Set<NoteId>(
    differences.flatMap(({ place }) => (place.kind === 'note' ? [place.id] : [])),
  )
  return [...numberNotes(version.text)]
    .filter(([id]) => touched.has(id) && version.notes.has(id))
    .map(([id, number]) => ({
      value: id,
      label: `${vi.notes.number(number)}: ${short(version.notes.get(id)?.textContent ?? '')}`,
    }))
}

function tables(version: Report, today: Report, differences: readonly Difference[]): readonly Choice[] {
  const here = new Set(blocksOf(today.text).map(blockIdOf))
  const touched = new Set<string>(
    differences.flatMap(({ place }): string[] => {
      if (place.kind === 'cell') return [place.table]
      return place.kind === 'table' ? [place.id] : []
    }),
  )
  return blocksOf(version.text)
    .filter(block => isIndicatorTable(block) || isTable(block))
    .filter(block => touched.has(blockIdOf(block)) || !here.has(blockIdOf(block)))
    .map(block => {
      const title = isIndicatorTable(block) ? version.indicators.get(tableIdOf(block))?.title : ''
      return { value: blockIdOf(block), label: short(title || block.textContent || vi.grid.table) }
    })
}

const short = (words: string): string => (words.length > 80 ? `${words.slice(0, 80).trimEnd()}…` : words)
