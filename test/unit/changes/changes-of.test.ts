import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import type { Author, ChangeList } from '../../../shared/changes/change-list'
import { changesOf } from '../../../shared/changes/changes-of'
import { compareReports } from '../../../shared/compare/compare-contents'
import { defaultColumns, type IndicatorRow } from '../../../shared/indicators/indicator-row'
import { emptyFields } from '../../../shared/report/fields'
import type { RowId, TableId } from '../../../shared/report/ids'
import type { Report } from '../../../shared/report/report'
import { schema } from '../../../shared/report/schema'
import { heading, note, noteRef, report, sheet, text } from '../../support/build-report'

const p = (id: string, ...content: (string | Node)[]): Node =>
  schema.node(
    'paragraph',
    { id },
    content.map(piece => (typeof piece === 'string' ? schema.text(piece) : piece)),
  )
const h = (id: string, title: string, level: 'letter' | 'roman' | 'number' = 'roman'): Node =>
  heading(level, title, id)
const of = (blocks: readonly Node[], notes: Record<string, Node> = {}): Report =>
  report({ text: text(sheet(...blocks)), notes })
const told = (was: Report, now: Report, authors?: ReadonlyMap<string, Author>): ChangeList =>
  changesOf(compareReports(was, now), was, now, authors)

const long = (topic: string): string =>
  Array.from({ length: 12 }, (_, n) => `${topic}${'abcdefghijkl'[n] ?? ''}`).join(' ')

const economy = [h('K', 'Kinh tế'), p('k1', 'Thu ngân sách đạt 150 tỷ đồng, tăng 8,5% so với năm trước.')]
const culture = [h('V', 'Văn hóa'), p('v1', long('v')), p('v2', long('w'))]
const defence = [h('Q', 'Quốc phòng'), p('q1', long('q'))]

describe('a change', () => {
  test('says its place by number and title, what was and is, and the words that differ', () => {
    const now = [economy[0], p('k1', 'Thu ngân sách đạt 162 tỷ đồng, tăng 8,5% so với năm trước.')] as Node[]
    const { changes } = told(of([...economy, ...culture]), of([...now, ...culture]))
    expect(changes).toEqual([
      expect.objectContaining({
        kind: 'words',
        class: 'figure',
        blocks: 1,
        before: 'Thu ngân sách đạt 150 tỷ đồng, tăng 8,5% so với năm trước.',
        after: 'Thu ngân sách đạt 162 tỷ đồng, tăng 8,5% so với năm trước.',
        edits: [
          { before: '150', after: '162', lead: 'Thu ngân sách đạt', tail: 'tỷ đồng, tăng 8,5% so với năm …' },
        ],
      }),
    ])
    expect(changes[0]?.place).toMatchObject({
      subject: 'paragraph',
      words: 'I. Kinh tế',
      section: { id: 'K', title: 'Kinh tế', number: { was: 'I-', now: 'I-' } },
      block: 'k1',
    })
  })

  test('in a note is told under the section that shows it, with the number of today', () => {
    const was = of([h('A', 'Mục'), p('a', 'Câu một', noteRef('n1'), '.')], { n1: note('Nguồn: sở.') })
    const now = of(
      [h('A', 'Mục'), p('b', 'Câu mới hoàn toàn', noteRef('n0')), p('a', 'Câu một', noteRef('n1'), '.')],
      {
        n0: note('Chú thích mới.'),
        n1: note('Nguồn: bộ.'),
      },
    )
    const { changes, notes } = told(was, now)
    expect(changes.map(({ kind, place }) => `${kind} ${place.words}`)).toEqual([
      'added I. Mục',
      'added I. Mục, chú thích 1',
      'words I. Mục, chú thích 2',
    ])
    expect(notes).toMatchObject([
      { id: 'n0', state: 'added', number: { was: null, now: '1' }, before: null, after: 'Chú thích mới.' },
      {
        id: 'n1',
        state: 'changed',
        number: { was: '1', now: '2' },
        before: 'Nguồn: sở.',
        after: 'Nguồn: bộ.',
      },
    ])
  })

  test('bears the name of who wrote there last, as far as known', () => {
    const now = of([h('A', 'Mục'), p('a', 'Câu một', noteRef('n1'), ' nữa')], { n1: note('Nguồn: bộ.') })
    const was = of([h('A', 'Mục'), p('a', 'Câu một', noteRef('n1'))], { n1: note('Nguồn: sở.') })
    const authors = new Map([['a', { name: 'Lan', at: '2026-03-01T08:00:00Z' }]])
    expect(told(was, now, authors).changes.map(({ author, at }) => [author, at])).toEqual([
      ['Lan', '2026-03-01T08:00:00Z'],
      ['Lan', '2026-03-01T08:00:00Z'],
    ])
    expect(told(was, now).changes.every(change => !('author' in change))).toBe(true)
  })
})

describe('sections', () => {
  test('that only have another number are no change', () => {
    const now = told(of([...economy, ...culture]), of([h('N', 'Mở đầu'), ...economy, ...culture]))
    expect(now.changes.map(({ kind, place }) => `${kind} ${place.subject}`)).toEqual(['added section'])
    expect(now.sections).toMatchObject([{ id: 'N', state: 'added', number: { was: null, now: 'I-' } }])
  })

  test('that changed places are moves, with their numbers of then and now and where they stood', () => {
    const list = told(of([...economy, ...culture, ...defence]), of([...culture, ...economy, ...defence]))
    expect(list.changes).toMatchObject([
      {
        kind: 'moved',
        class: 'move',
        blocks: 2,
        place: { subject: 'section', words: 'II. Kinh tế', from: 'I. Kinh tế' },
      },
    ])
    expect(list.sections).toMatchObject([
      { id: 'K', state: 'moved', number: { was: 'I-', now: 'II-' }, changes: 1 },
    ])
    expect(list.summary.sections).toEqual({ changed: 0, moved: 1, added: 0, removed: 0 })
  })

  test('that went are named as they were', () => {
    const list = told(of([...economy, ...culture]), of(economy))
    expect(list.sections).toMatchObject([
      { id: 'V', title: 'Văn hóa', state: 'removed', number: { was: 'II-', now: null }, changes: 3 },
    ])
    expect(list.changes.every(({ after, before }) => after === null && before !== null)).toBe(true)
  })

  test('count what stands in them and in none of their own sections', () => {
    const blocks = (word: string): Node[] => [
      h('A', 'Phần chung', 'letter'),
      h('B', 'Một', 'roman'),
      p('b', `${long('b')} ${word}`),
      h('C', 'Một chấm một', 'number'),
      p('c', `${long('c')} ${word}`),
    ]
    const { sections } = told(of(blocks('cũ')), of(blocks('mới')))
    expect(sections.map(({ id, changes, outermost }) => [id, changes, outermost.name])).toEqual([
      ['B', 1, 'A. Phần chung'],
      ['C', 1, 'A. Phần chung'],
    ])
  })

  test('of a text that lost its ids bear both numbers', () => {
    const now = [h('x1', 'Văn hóa'), p('x2', long('v')), p('x3', `${long('w')} nữa`)]
    const { sections } = told(of([...economy, ...culture]), of(now))
    expect(sections).toMatchObject([
      { id: 'K', state: 'removed', number: { was: 'I-', now: null } },
      { id: 'x1', state: 'stayed', number: { was: 'II-', now: 'I-' }, changes: 1 },
    ])
  })
})

describe('figures', () => {
  test('are told old beside new, with the words around, wherever they stand', () => {
    const was = of([p('a', 'Thu đạt 150 tỷ đồng,', noteRef('n'), ' tăng 8,5%.')], {
      n: note('Năm 2019 có 12 dự án.'),
    })
    const now = of([p('a', 'Thu đạt 162 tỷ đồng,', noteRef('n'), ' tăng bình quân 9,1%.')], {
      n: note('Năm 2019 có 14 dự án.'),
    })
    expect(told(was, now).figures).toEqual([
      expect.objectContaining({
        before: '150',
        after: '162',
        quote: 'Thu đạt 162 tỷ đồng, tăng bình quân 9,1%.',
      }),
      expect.objectContaining({ before: '8,5%', after: 'bình quân 9,1%' }),
      expect.objectContaining({ before: '12', after: '14', where: 'Phần đầu văn bản, chú thích 1' }),
    ])
  })

  test('that changed places are changed figures, and a clause that moved with its figure is none', () => {
    const words = (line: string): Report => of([p('a', line)])
    const swapped = told(
      words('Nông nghiệp tăng 5% và dịch vụ tăng 8% mỗi năm'),
      words('Nông nghiệp tăng 8% và dịch vụ tăng 5% mỗi năm'),
    )
    expect(swapped.figures.map(({ before, after }) => `${before} → ${after}`)).toEqual(['5% → 8%', '8% → 5%'])
    const clause = 'đạt 5 tiêu chí về đích trước hạn'
    const moved = told(
      words(`Thành phố ${clause}, ${long('a')} ${long('b')}.`),
      words(`Thành phố ${long('a')} ${long('b')}, ${clause}.`),
    )
    expect(moved.changes.map(({ kind, edits }) => [kind, edits.length])).toEqual([['words', 2]])
    expect(moved.figures).toEqual([])
  })
})

describe('indicators', () => {
  const row = (id: string, cells: Partial<IndicatorRow>): IndicatorRow => ({
    id: id as RowId,
    kind: 'indicator',
    groupLevel: 'letter',
    name: `Chỉ tiêu ${id}`,
    unit: '%',
    base: '',
    target: '',
    result: '',
    remark: '',
    direction: '',
    ...cells,
  })
  const withRows = (...rows: IndicatorRow[]): Report => ({
    ...of([h('A', 'Chỉ tiêu'), schema.node('indicator_table', { id: 'T' })]),
    indicators: new Map([
      ['T' as TableId, { id: 'T' as TableId, title: 'Bảng', columns: defaultColumns, rows }],
    ]),
  })

  test('are told row by row and cell by cell, with their numbers', () => {
    const list = told(
      withRows(row('a', { result: '5' }), row('b', { result: '7', target: '9' }), row('c', {})),
      withRows(row('n', { result: '1' }), row('a', { result: '5' }), row('b', { result: '8', target: '10' })),
    )
    expect(list.indicators).toMatchObject([
      {
        row: 'n',
        state: 'added',
        number: { was: null, now: '1' },
        cells: [{ column: 'name' }, { column: 'unit' }, { column: 'result', before: '', after: '1' }],
      },
      {
        row: 'b',
        state: 'changed',
        number: { was: '2', now: '3' },
        cells: [
          { column: 'target', title: 'Mục tiêu', before: '9', after: '10' },
          { column: 'result', before: '7', after: '8' },
        ],
      },
      { row: 'c', state: 'removed', number: { was: '3', now: null } },
    ])
    expect(list.summary.indicators).toEqual({ changed: 1, added: 1, removed: 1 })
    expect(list.figures.map(({ where, quote }) => [where, quote])).toEqual([
      ['I. Chỉ tiêu, chỉ tiêu 3 “Chỉ tiêu b”, cột “Mục tiêu”', ''],
      ['I. Chỉ tiêu, chỉ tiêu 3 “Chỉ tiêu b”, cột “Kết quả thực hiện”', ''],
    ])
  })
})

describe('the summary', () => {
  test('counts every change once, by class and by kind', () => {
    const now = [
      ...culture,
      economy[0] as Node,
      p('k1', 'Thu ngân sách đạt 162 tỷ đồng, tăng 8,5% so với năm trước.'),
    ]
    const { summary, changes, sections } = told(of([...economy, ...culture, ...defence]), of(now))
    expect(summary.changes).toBe(changes.length)
    const sum = (counts: Readonly<Record<string, number>>): number =>
      Object.values(counts).reduce((all, count) => all + count, 0)
    expect(sum(summary.classes)).toBe(changes.length)
    expect(sum(summary.kinds)).toBe(changes.length)
    expect(sections.reduce((all, section) => all + section.changes, 0)).toBe(changes.length)
  })

  test('counts the words that came and went', () => {
    const list = told(of([p('a', long('a')), p('b', long('b'))]), of([p('a', `${long('a')} thêm hai`)]))
    expect(list.summary.words).toEqual({ added: 2, removed: 12 })
  })

  test('tells nothing of a text that is compared with itself, nor of which draft it is', () => {
    const same = of([...economy, ...culture])
    const next = { ...same, fields: { ...emptyFields, draftNumber: '2' } }
    expect(told({ ...same, fields: { ...emptyFields, draftNumber: '1' } }, next)).toMatchObject({
      summary: { changes: 0 },
      sections: [],
      changes: [],
      figures: [],
      notes: [],
      indicators: [],
    })
  })
})
