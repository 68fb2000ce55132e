import { Failure } from '../../../shared/ipc/failure'
import { outlineOf, type OutlineItem } from '../../../shared/outline/outline'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import type { Report } from '../../../shared/report/report'
import type { BlockId } from '../../../shared/report/ids'
import { words } from './words'

/**
 * The sections that a person names, separated by commas or semicolons: by id, by where they stand ("A / I / 1" or its
 * end, as far as only one section ends so), or by title. Throws a Failure for one that is none or several.
 */
export function findSections(report: Report, named: string): BlockId[] {
  const { items } = outlineOf(report.text, numberStyleOf(report.fields))
  const names = named.split(/[,;]/).filter(name => name.trim() !== '')
  return [...new Set(names.map(name => findSection(items, name.trim())))]
}

function findSection(items: readonly OutlineItem[], name: string): BlockId {
  const wanted = plain(name)
  const ways: ((item: OutlineItem) => boolean)[] = [
    ({ id }) => id === name,
    ({ path }) => plain(path) === wanted,
    ({ path }) => `/${plain(path)}`.endsWith(`/${wanted}`),
    ({ title }) => plain(title) === wanted,
  ]
  for (const way of ways) {
    const found = items.filter(way)
    if (found.length > 1) throw new Failure('invalid-input', words.members.manySections(name))
    if (found[0]) return found[0].id
  }
  throw new Failure('not-found', words.members.noSection(name))
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim()
