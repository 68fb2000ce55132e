import { expect, test } from 'vitest'
import { recognise } from '../../../shared/import/recognise'
import { bold, noteMark, para, source, tableOf } from '../../support/build-source'

const read = (notes: Parameters<typeof source>[1], ...content: Parameters<typeof para>) =>
  recognise(source([para(...content)], notes))

test('notes get ids of ours and keep their words; two references share one', () => {
  const { report, counts } = read({ '2': 'Nguồn: X.' }, 'a', noteMark('2'), 'b', noteMark('2'))
  expect(counts).toMatchObject({ notes: 1, noteRefs: 2 })
  expect([...report.notes.values()].map(body => body.textContent)).toEqual(['Nguồn: X.'])
  expect([...report.notes.keys()][0]).not.toBe('2')
})

test('a note that nothing refers to is kept and told, a reference without a note gets an empty one', () => {
  expect(read({ '1': 'a', '2': 'b' }, 'x', noteMark('1'))).toMatchObject({
    counts: { notes: 2, noteRefs: 1 },
    warnings: [{ code: 'note-unreferenced', place: 'chú thích 2' }],
  })
  expect(read({}, 'x', noteMark('9'))).toMatchObject({
    counts: { notes: 1, noteRefs: 1 },
    warnings: [{ code: 'note-missing' }],
  })
})

test('notes keep paragraphs and marks; a table in one becomes lines, with a warning', () => {
  const { report, warnings } = recognise({
    ...source([para('x', noteMark('1'))]),
    notes: { '1': [para(bold('Đậm'), ' thường'), para('hai'), tableOf([['a', 'b']])] },
  })
  expect([...report.notes.values()][0]?.toString()).toBe(
    'note(paragraph(strong("Đậm"), " thường"), paragraph("hai"), paragraph("a"), paragraph("b"))',
  )
  expect(warnings.map(({ code }) => code)).toEqual(['note-table'])
})
