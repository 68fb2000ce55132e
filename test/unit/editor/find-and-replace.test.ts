// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { emptyRow } from '../../../renderer/state/indicator-edits'
import { defaultColumns } from '../../../shared/indicators/indicator-row'
import type { NoteId, RowId, TableId } from '../../../shared/report/ids'
import { schema } from '../../../shared/report/schema'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { caretAt, shape, typeInto, writer } from '../../support/writers'

const t1 = 't1' as TableId
const n1 = 'n1' as NoteId
const open = () =>
  writer(
    1,
    report({
      text: text(
        sheet(heading('roman', 'Hòa bình'), paragraph('Xã Hoa và xã hoà', noteRef('n1'))),
        sheet(schema.node('indicator_table', { id: 't1' }), paragraph('hoa')),
      ),
      notes: { n1: note('Nguồn hoa hồng') },
      indicators: new Map([
        [
          t1,
          {
            id: t1,
            title: '',
            columns: defaultColumns,
            rows: [{ ...emptyRow('indicator', { name: 'Diện tích hoa, hoa' }), id: 'r' as RowId }],
          },
        ],
      ]),
    }),
  )
const found = (who: ReturnType<typeof open>): string[] =>
  [...who.view.dom.querySelectorAll('.found')].map(mark => mark.textContent)

test('words are found in text, indicators and notes, and shown where they stand', () => {
  const who = open()
  who.session.finder.search('hoa')
  const { matches } = who.session.finder.state()
  expect(matches.map(({ place }) => place.kind)).toEqual([
    'block',
    'block',
    'block',
    'cell',
    'cell',
    'block',
    'note',
  ])
  expect(found(who)).toEqual(['Hòa', 'Hoa', 'hoà', 'hoa'])
  expect(who.view.dom.querySelector('.found.current')?.textContent).toBe('Hòa')
})

test('case and tones count when asked for', () => {
  const who = open()
  who.session.finder.search('hoa', { matchTones: true })
  expect(found(who)).toEqual(['Hoa', 'hoa'])
  who.session.finder.search('hoa', { matchTones: true, matchCase: true })
  expect(found(who)).toEqual(['hoa'])
})

test('the search begins at the caret, steps through all and wraps around', () => {
  const who = open()
  caretAt(who, 'Xã Hoa')
  who.session.finder.search('hoa')
  expect(who.session.finder.state().current).toBe(1)
  who.session.finder.step(-1)
  who.session.finder.step(-1)
  expect(who.session.finder.state().current).toBe(6)
  expect(who.session.wanted()).toEqual({ kind: 'note', id: n1 })
})

test('one match is replaced and the next one is current', () => {
  const who = open()
  who.session.finder.search('hoa')
  who.session.finder.replace('HOA')
  expect(shape(who)).toContain('roman: HOA bình')
  expect(who.session.finder.state().current).toBe(1)
  who.session.finder.search('hoà', { matchTones: true })
  who.session.finder.replace('hoa')
  expect(who.session.finder.state().matches).toHaveLength(0)
})

test('replacing all is one step of undo over text, cells and notes', () => {
  const who = open()
  who.session.finder.search('hoa', { matchTones: true })
  expect(who.session.finder.replaceAll('cúc')).toBe(5)
  const words = () => [
    shape(who),
    who.session.indicators().get(t1)?.rows[0]?.name,
    who.session.note(n1)?.textContent,
  ]
  expect(words()).toEqual([
    'roman: Hòa bình / Xã cúc và xã hoà | indicator_table / cúc',
    'Diện tích cúc, cúc',
    'Nguồn cúc hồng',
  ])
  who.session.undo()
  expect(words()).toEqual([
    'roman: Hòa bình / Xã Hoa và xã hoà | indicator_table / hoa',
    'Diện tích hoa, hoa',
    'Nguồn hoa hồng',
  ])
})

test('matches follow the text, and closing the search takes the marks away', () => {
  const who = open()
  who.session.finder.search('hoa')
  typeInto(who, 'Hòa bình', ' hoa')
  expect(who.session.finder.state().matches).toHaveLength(8)
  who.session.finder.close()
  expect(found(who)).toEqual([])
})
