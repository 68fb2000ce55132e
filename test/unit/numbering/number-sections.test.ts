import { expect, test } from 'vitest'
import { listsInside } from '../../support/lists-inside'
import { partyStyle, stateStyle } from '../../support/number-styles'
import { markParagraphs } from '../../../shared/numbering/number-paragraphs'
import { numberNotes } from '../../../shared/numbering/number-notes'
import { numberSections } from '../../../shared/numbering/number-sections'
import { heading, item, noteRef, paragraph, sheet, text } from '../../support/build-report'

const draft = text(
  sheet(heading('part', 'Một'), heading('letter', 'A'), heading('roman', 'I'), heading('number', 'x')),
  sheet(heading('number', 'y'), heading('subnumber', 'y1'), heading('subnumber', 'y2')),
  sheet(heading('roman', 'II'), heading('number', 'z'), heading('part', 'Hai'), heading('letter', 'A')),
)

test('each level counts within the level above, whatever sheet it stands on', () => {
  expect([...numberSections(draft, partyStyle).values()]).toEqual([
    'Phần thứ nhất',
    'A-',
    'I-',
    '1.',
    '2.',
    '2.1.',
    '2.2.',
    'II-',
    '1.',
    'Phần thứ hai',
    'A-',
  ])
})

test('state documents write Phần I and I.', () => {
  expect([...numberSections(draft, stateStyle).values()].slice(0, 3)).toEqual(['Phần I', 'A.', 'I.'])
})

test('numbered paragraphs start again in every section, targets only in every part', () => {
  const marks = markParagraphs(
    text(
      sheet(
        heading('part', 'Một'),
        item('number', 'a'),
        item('letter', 'b'),
        item('number', 'c'),
        item('letter', 'd'),
      ),
      sheet(
        item('target', 'e'),
        heading('number', 'x'),
        item('number', 'f'),
        item('target', 'g'),
        item('bullet', 'h'),
      ),
      sheet(heading('part', 'Hai'), item('target', 'i')),
    ),
  )
  expect([...marks.values()]).toEqual(['1.', 'a)', '2.', 'a)', '(1).', '1.', '(2).', '-', '(1).'])
})

test('notes are numbered in the order of their references', () => {
  const numbers = numberNotes(
    text(sheet(paragraph('x', noteRef('b'))), sheet(paragraph(noteRef('a'), noteRef('b')))),
  )
  expect([...numbers]).toEqual([
    ['b', 1],
    ['a', 2],
  ])
})

test('each cell of a table counts by itself, and the text counts on behind the table', () => {
  const marks = [...markParagraphs(listsInside().text).values()]
  expect(marks).toEqual(['1.', '1.', '2.', 'a)', '-', '2.'])
})
