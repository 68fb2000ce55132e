import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { compareReports } from '../../../shared/compare/compare-contents'
import type { Difference } from '../../../shared/compare/difference'
import { defaultColumns, type IndicatorRow } from '../../../shared/indicators/indicator-row'
import type { Options } from '../../../shared/options/options'
import { emptyFields } from '../../../shared/report/fields'
import type { OptionsId, RowId, TableId, WordingId } from '../../../shared/report/ids'
import type { Level } from '../../../shared/report/levels'
import type { Report } from '../../../shared/report/report'
import { schema } from '../../../shared/report/schema'
import { heading, note, noteRef, report, sheet, text } from '../../support/build-report'

const p = (id: string, ...content: (string | Node)[]): Node =>
  schema.node(
    'paragraph',
    { id },
    content.map(piece => (typeof piece === 'string' ? schema.text(piece) : piece)),
  )
const h = (id: string, level: Level, title = `Mục ${id}`): Node => heading(level, title, id)
const blocks = (...of: Node[]): Report => report({ text: text(sheet(...of)) })
const told = (was: Report, now: Report): readonly Difference[] => compareReports(was, now).differences
const lines = (was: Report, now: Report): string[] =>
  told(was, now).map(
    ({ kind, class: of, place, was: old, now: fresh }) =>
      `${kind} (${of}) ${place.kind === 'block' ? `${old.join('+')}>${fresh.join('+')}` : Object.values(place).join(' ')}`,
  )

const long = (topic: string): string =>
  Array.from({ length: 12 }, (_, index) => `${topic}${String.fromCharCode(97 + index)}`).join(' ')

describe('the structure of a text', () => {
  const first = [h('A', 'roman'), p('a1', long('x')), p('a2', long('y'))]
  const second = [h('B', 'roman'), p('b1', long('u')), p('b2', long('v')), p('b3', long('w'))]
  const third = [h('C', 'roman'), p('c1', long('q')), p('c2', long('r'))]

  test('sections that changed places are moves of whole sections', () => {
    expect(lines(blocks(...first, ...second, ...third), blocks(...third, ...second, ...first))).toEqual([
      'moved (move) C+c1+c2>C+c1+c2',
      'moved (move) A+a1+a2>A+a1+a2',
    ])
  })

  test('a section that was cut and pasted is a move, whatever ids it got, with the edits within', () => {
    const pasted = [h('A2', 'roman', 'Mục A'), p('x1', `${long('x')} nữa`), p('x2', long('y'))]
    expect(lines(blocks(...first, ...second), blocks(...second, ...pasted))).toEqual([
      'moved (move) A+a1+a2>A2+x1+x2',
      'words (wording) a1>x1',
    ])
  })

  test('a section put one level down with those within it is one difference', () => {
    const was = [h('A', 'roman'), h('B', 'number'), h('C', 'subnumber'), h('D', 'roman'), h('E', 'number')]
    const now = [h('A', 'letter'), h('B', 'roman'), h('C', 'number'), h('D', 'roman'), h('E', 'subnumber')]
    expect(lines(blocks(...was), blocks(...now))).toEqual([
      'promoted (layout) A+B+C>A+B+C',
      'demoted (layout) E>E',
    ])
  })

  test('sections beside each other that change level are one difference each', () => {
    const was = [h('A', 'roman'), h('B', 'number'), h('C', 'number')]
    const now = [h('A', 'roman'), h('B', 'subnumber'), h('C', 'subnumber')]
    expect(lines(blocks(...was), blocks(...now))).toEqual(['demoted (layout) B>B', 'demoted (layout) C>C'])
  })

  test('a short paragraph that was cut and pasted far away is a move', () => {
    const was = blocks(p('k', 'Thu vượt dự toán giao'), ...first, ...second)
    expect(lines(was, blocks(...first, ...second, p('m', 'Thu vượt dự toán giao')))).toEqual([
      'moved (move) k>m',
    ])
  })

  test('a short paragraph that lost its id and was reworded in its place is the same one', () => {
    const [was, now] = [
      [p('k', 'Thu ngân sách tăng'), p('l', 'Chi đúng')],
      [p('m', 'Thu ngân sách giảm'), p('n', 'Chi đúng')],
    ]
    expect(lines(blocks(...was), blocks(...now))).toEqual(['words (wording) k>m'])
  })

  test('a section put in before others changes none of them, although their numbers change', () => {
    expect(lines(blocks(...second), blocks(h('N', 'roman'), ...second))).toEqual(['added (content) >N'])
  })

  test('a paragraph made a heading is promoted', () => {
    expect(lines(blocks(p('a', 'Kết quả')), blocks(h('a', 'roman', 'Kết quả')))).toEqual([
      'promoted (layout) a>a',
    ])
  })

  test.each([
    ['at the end, where the first half keeps its id', p('a', 'một hai ba'), p('n', 'bốn năm sáu')],
    ['after a paste, where the second half has it', p('n', 'một hai ba'), p('a', 'bốn năm sáu')],
  ])('a paragraph split %s', (_name, one, other) => {
    const was = blocks(h('A', 'roman'), p('a', 'một hai ba bốn năm sáu'))
    expect(told(was, blocks(h('A', 'roman'), one, other)).map(({ kind, now }) => [kind, now])).toEqual([
      ['split', [one.attrs['id'], other.attrs['id']]],
    ])
  })

  test('Enter at a paragraph’s start gives an empty line, although the words have another id then', () => {
    expect(lines(blocks(p('a', 'một hai ba bốn')), blocks(p('a'), p('n', 'một hai ba bốn')))).toEqual([
      'added (layout) >a',
    ])
  })

  test('paragraphs that were joined and reworded', () => {
    const was = blocks(p('a', 'một hai ba bốn'), p('b', 'năm sáu bảy tám'))
    expect(lines(was, blocks(p('a', 'một hai ba bốn năm sáu bảy chín')))).toEqual([
      'joined (layout) a+b>a',
      'words (wording) a+b>a',
    ])
  })

  test('sheets mean nothing', () => {
    const [one, other] = [
      report({ text: text(sheet(...first, ...second)) }),
      report({ text: text(sheet(...first), sheet(...second)) }),
    ]
    expect(compareReports(one, other).differences).toEqual([])
  })

  test('a difference is told in the section in which it stands today', () => {
    const was = blocks(
      h('A', 'roman'),
      p('a', long('x')),
      h('B', 'roman'),
      p('b', long('y')),
      p('c', long('z')),
    )
    const now = blocks(
      h('A', 'roman'),
      h('B', 'roman'),
      p('b', long('y')),
      p('c', long('z')),
      p('a', long('x')),
    )
    expect(told(was, now)).toMatchObject([{ kind: 'moved', section: 'B', from: 'A' }])
  })
})

describe('what a difference is', () => {
  test.each([
    ['another number', 'Thu đạt 1.500 tỷ đồng', 'Thu đạt 1.520 tỷ đồng', 'figure'],
    ['a number and much else', 'Thu đạt 1.500 tỷ', 'Chi ngân sách cả năm nay là 20', 'figure'],
    ['another word', 'Thu tăng nhanh so với năm trước', 'Thu tăng mạnh so với năm trước', 'wording'],
    ['the opposite', 'Chỉ tiêu này đạt kế hoạch', 'Chỉ tiêu này không đạt kế hoạch', 'content'],
    ['a clause', 'Thu tăng.', 'Thu tăng nhờ mở rộng các khu công nghiệp.', 'content'],
    ['a comma', 'Thu tăng chi giảm', 'Thu tăng, chi giảm', 'wording'],
  ])('%s', (_name, was, now, of) => {
    expect(told(blocks(p('a', was)), blocks(p('a', now)))).toMatchObject([{ kind: 'words', class: of }])
  })

  test('alignment and bold are told apart from words', () => {
    const centred = schema.node('paragraph', { id: 'a', align: 'center' }, [
      schema.text('Thu ', [schema.mark('strong')]),
      schema.text('giảm'),
    ])
    expect(lines(blocks(p('a', 'Thu tăng')), blocks(centred))).toEqual([
      'form (layout) a>a',
      'words (wording) a>a',
      'marks (layout) a>a',
    ])
  })
})

describe('records', () => {
  const row = (id: string, cells: Partial<IndicatorRow> = {}): IndicatorRow => ({
    ...{ id: id as RowId, kind: 'indicator', groupLevel: 'letter', direction: '', name: `Chỉ tiêu ${id}` },
    ...{ unit: '%', base: '', target: '', result: '', remark: '' },
    ...cells,
  })
  const table = (...rows: IndicatorRow[]): Report =>
    report({
      text: text(sheet(h('A', 'roman'), schema.node('indicator_table', { id: 't' }))),
      indicators: new Map([
        ['t' as TableId, { id: 't' as TableId, title: '', columns: defaultColumns, rows }],
      ]),
    })

  test('rows of indicators are compared by their ids, cell by cell', () => {
    const was = table(row('1'), row('2', { result: '5,5' }), row('3'), row('4'))
    const now = table(
      row('4'),
      row('1'),
      row('2', { result: '6,5', direction: 'up' }),
      row('5', { name: 'Mới' }),
    )
    expect(lines(was, now)).toEqual([
      'moved (move) cell t 4 ',
      'words (figure) cell t 2 result',
      'form (content) cell t 2 direction',
      'removed (content) cell t 3 ',
      'added (content) cell t 5 ',
    ])
    expect(told(was, now).every(({ section }) => section === 'A')).toBe(true)
  })

  const withNotes = (notes: Record<string, Node>, ...of: Node[]): Report =>
    report({ text: text(sheet(...of)), notes })

  test('a note is compared as a note, and leaves the words around its mark alone', () => {
    const was = withNotes(
      { n: note('Theo báo cáo'), m: note('Bỏ') },
      p('a', 'Thu', noteRef('n'), ' tăng', noteRef('m')),
    )
    const now = withNotes(
      { n: note('Theo số liệu'), k: note('Thêm') },
      p('a', 'Thu', noteRef('n'), ' tăng', noteRef('k')),
    )
    expect(lines(was, now)).toEqual([
      'words (wording) note n',
      'removed (content) note m',
      'added (content) note k',
    ])
  })

  test('a note put behind other words elsewhere has moved; one that moves with its paragraph has not', () => {
    const notes = { n: note('Theo báo cáo') }
    const was = withNotes(notes, p('a', long('x'), noteRef('n')), p('b', long('y')), p('c', long('z')))
    const elsewhere = withNotes(notes, p('a', long('x')), p('b', long('y'), noteRef('n')), p('c', long('z')))
    const along = withNotes(notes, p('b', long('y')), p('c', long('z')), p('a', long('x'), noteRef('n')))
    expect(lines(was, elsewhere)).toEqual(['moved (move) note n'])
    expect(lines(was, along)).toEqual(['moved (move) a>a'])
  })

  test('a body that no mark leads to is no part of the report', () => {
    const was = withNotes({ n: note('Một') }, p('a', 'Thu'))
    expect(lines(was, withNotes({ n: note('Hai') }, p('a', 'Thu')))).toEqual([])
  })

  test('alternatives are compared wording by wording, and the choice is told', () => {
    const set = (chosen: string, ...words: string[]): Report => {
      const wordings = words.map((body, index) => ({ id: `w${index}` as WordingId, body: note(body) }))
      const options: Options = { id: 'o' as OptionsId, name: 'Chủ đề', wordings, chosen: chosen as WordingId }
      return report({
        text: text(sheet(schema.node('options', { id: 'o' }))),
        options: new Map([['o' as OptionsId, options]]),
      })
    }
    expect(lines(set('', 'Đoàn kết', 'Đổi mới'), set('w1', 'Đoàn kết', 'Sáng tạo'))).toEqual([
      'words (wording) options o w1',
      'chosen (content) options o ',
    ])
  })

  test('a general table is compared cell by cell, its rows found again by what stands in them', () => {
    const cell = (id: string, words: string): Node => schema.node('table_cell', null, [p(id, words)])
    const tableOf = (...rows: string[][]): Report =>
      blocks(
        schema.node(
          'table',
          { id: 't' },
          rows.map(cells =>
            schema.node(
              'table_row',
              null,
              cells.map(words => cell(words[0] ?? '', words)),
            ),
          ),
        ),
      )
    const was = tableOf(['a Tên', 'b Số'], ['c Xã', 'd 5'])
    expect(lines(was, tableOf(['a Tên', 'b Số'], ['e Mới', 'f 1'], ['c Xã', 'd 7']))).toEqual([
      'added (content) table t 1 ',
      'words (figure) table t 2 1',
    ])
  })

  test('what stands above the text is compared field by field', () => {
    const with_ = (draftNumber: string): Report => ({
      ...blocks(p('a', 'Thu')),
      fields: { ...emptyFields, draftNumber },
    })
    expect(lines(with_('1'), with_('2'))).toEqual(['words (figure) field draftNumber'])
  })
})
