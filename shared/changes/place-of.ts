import type { Difference, DifferencePlace } from '../compare/difference'
import { unreachable } from '../util/exhaustive'
import type { ChangePlace, ChangeSubject, SectionName } from './change-list'
import type { Side } from './side'
import { placeWords } from './words'
import { plain, shortened } from './words-of-parts'

/** Both sides, and which section of then is which of today. */
export interface Both {
  readonly was: Side
  readonly now: Side
  readonly sectionName: (id: string | null | undefined) => SectionName | null
}

const longestQuote = 90
const longestTitle = 80

/** Where a difference stands, in words and by ids. */
export function placeOf(difference: Difference, both: Both): ChangePlace {
  const { place, section, from, kind } = difference
  const name = both.sectionName(section)
  const inSection = name ? sectionWords(name) : placeWords.head
  const within = withinSection(difference, both)
  return {
    subject: subjectOf(difference, both),
    words: [inSection, ...within].filter(part => part !== '').join(', '),
    section: name,
    quote: shortened(plain(textOf(difference)), longestQuote),
    ...(kind === 'moved' && from !== undefined ? { from: fromWords(from, both) } : {}),
    ...idsOf(place, both),
  }
}

export const sectionWords = ({ path, title }: SectionName): string =>
  placeWords.section(path, shortened(title, longestTitle))

const fromWords = (from: string | null, { was }: Both): string => {
  const section = was.section(from)
  return section ? placeWords.section(section.path, shortened(section.title, longestTitle)) : placeWords.head
}

const textOf = ({ kind, parts }: Difference): string =>
  parts.flatMap(part => (part.kind === 'removed' && kind !== 'removed' ? [] : part.text)).join('')

function subjectOf({ place, now, was }: Difference, both: Both): ChangeSubject {
  switch (place.kind) {
    case 'block': {
      const id = now[0] ?? was[0]
      if ((now[0] ? both.now : both.was).section(id)) return 'section'
      return (now[0] ? both.now : both.was).table(place.id) ? 'table' : 'paragraph'
    }
    case 'cell':
      return place.row === null ? 'table' : place.column === null ? 'row' : 'cell'
    case 'table':
      return place.column === null ? 'row' : 'cell'
    case 'note':
    case 'options':
    case 'field':
      return place.kind
    default:
      return unreachable(place)
  }
}

/** What stands behind the section's name: which note, row, cell. */
function withinSection({ place }: Difference, both: Both): readonly string[] {
  switch (place.kind) {
    case 'block':
      return []
    case 'note':
      return [placeWords.note(both.now.noteNumber(place.id) ?? both.was.noteNumber(place.id))]
    case 'cell':
      return cellWords(place, both)
    case 'table':
      return [
        placeWords.table(''),
        placeWords.row(place.row + 1),
        ...(place.column === null ? [] : [placeWords.nthColumn(place.column + 1)]),
      ]
    case 'options':
      return [optionsWords(place, both)]
    case 'field':
      return [placeWords.fields[place.name]]
    default:
      return unreachable(place)
  }
}

type Cell = Extract<DifferencePlace, { kind: 'cell' }>

function cellWords({ table, row, column }: Cell, { was, now }: Both): readonly string[] {
  const known = now.row(table, row) ?? was.row(table, row)
  const found = now.table(table) ?? was.table(table)
  const title = columnTitle(column, found?.columns)
  return [
    known
      ? placeWords.indicator(known.number, shortened(known.row.name, longestTitle))
      : placeWords.table(shortened(found?.title ?? '', longestTitle)),
    ...(title === '' ? [] : [title]),
  ]
}

function columnTitle(column: Cell['column'], titles: Readonly<Record<string, string>> | undefined): string {
  if (column === null || column === 'title') return ''
  if (column === 'direction') return placeWords.direction
  if (column === 'kind') return placeWords.rowKind
  return placeWords.column(titles?.[column] ?? column)
}

function optionsWords(place: Extract<DifferencePlace, { kind: 'options' }>, { was, now }: Both): string {
  const options = now.options(place.id) ?? was.options(place.id)
  const at = options?.wordings.findIndex(({ id }) => id === place.wording) ?? -1
  const name = options?.name ?? ''
  return at < 0 ? placeWords.options(name) : placeWords.wording(name, at + 1)
}

function idsOf(place: DifferencePlace, { was, now }: Both): Partial<ChangePlace> {
  switch (place.kind) {
    case 'block':
      return { block: place.id }
    case 'note': {
      const block = now.blockOfNote(place.id) ?? was.blockOfNote(place.id)
      return { note: place.id, ...(block === undefined ? {} : { block }) }
    }
    case 'cell':
      return {
        table: place.table,
        ...(place.row === null ? {} : { row: place.row }),
        ...(place.column === null ? {} : { column: place.column }),
      }
    case 'table':
      return {
        table: place.id,
        row: place.row,
        ...(place.column === null ? {} : { column: place.column }),
      }
    case 'options':
      return { options: place.id, ...(place.wording === null ? {} : { wording: place.wording }) }
    case 'field':
      return { field: place.name }
    default:
      return unreachable(place)
  }
}
