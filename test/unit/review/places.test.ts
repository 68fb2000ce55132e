import { expect, test } from 'vitest'
import type { AnchorTarget } from '../../../shared/review/anchor'
import { placesIn } from '../../../shared/review/places'
import { anchorAt } from '../../support/review-records'
import { reportToList } from '../../support/report-to-list'

const places = placesIn(reportToList.text)
const headings = (target: AnchorTarget, section = 'B') =>
  places.headingsOf({ kind: 'anchor', anchor: anchorAt(section, target) })

test('everything in a report stands under its headings, whatever its author said of its section', () => {
  expect(headings({ kind: 'words', block: 'opening' })).toEqual([])
  expect(headings({ kind: 'words', block: 'economy' })).toEqual(['A'])
  expect(headings({ kind: 'note', note: 'n1' })).toEqual(['A'])
  expect(headings({ kind: 'block', block: 'A1' })).toEqual(['A', 'A1'])
  expect(headings({ kind: 'cell', table: 'T', row: 'r', column: 'name' })).toEqual(['A', 'A1'])
  expect(headings({ kind: 'words', block: 'in-table' }, 'A')).toEqual(['B'])
  expect(places.headingsOf({ kind: 'options', id: 'O' })).toEqual(['B'])
})

test('a section stands under itself, and the whole report under no heading', () => {
  expect(headings({ kind: 'section' }, 'A1')).toEqual(['A', 'A1'])
  expect(headings({ kind: 'section' }, 'report')).toEqual([])
})

test('what is gone stands where its section does, and nowhere once that is gone', () => {
  expect(headings({ kind: 'words', block: 'gone' }, 'A1')).toEqual(['A', 'A1'])
  expect(headings({ kind: 'note', note: 'economy' }, 'B')).toEqual(['B'])
  expect(headings({ kind: 'words', block: 'gone' }, 'gone')).toBeNull()
  expect(places.headingsOf({ kind: 'options', id: 'gone' })).toBeNull()
})

test('places follow each other as in the text, the whole report first and what is gone last', () => {
  const order = [
    anchorAt('report'),
    anchorAt('report', { kind: 'words', block: 'opening' }),
    anchorAt('A'),
    anchorAt('A', { kind: 'note', note: 'n1' }),
    anchorAt('A1', { kind: 'cell', table: 'T', row: 'r', column: 'name' }),
    anchorAt('B', { kind: 'words', block: 'in-table' }),
    anchorAt('gone', { kind: 'block', block: 'gone' }),
  ].map(places.orderOf)
  expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
})
