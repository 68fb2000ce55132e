import { expect, test } from 'vitest'
import { emptyFields } from '../../../shared/report/fields'
import type { OptionsId, WordingId } from '../../../shared/report/ids'
import type { Report } from '../../../shared/report/report'
import {
  keyOfProblem,
  severities,
  type ProblemCode,
  type ProblemPlace,
} from '../../../shared/problems/problem'
import { problemsOf } from '../../../shared/problems/problems'
import { problemWords } from '../../../shared/problems/words'
import { optionsBlock, row, table, tableBlock } from '../../support/build-indicators'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'

const fields = { ...emptyFields, issuingBody: 'THÀNH ỦY', type: 'BÁO CÁO', title: 'về kết quả' }
type Content = Parameters<typeof report>[0]
const withFields = (content: Content): Report => report({ fields, ...content })
const found = (content: Content) =>
  problemsOf(withFields(content)).map(each => [each.code, ...partsOf(each.place)])
const codes = (content: Content): ProblemCode[] => problemsOf(withFields(content)).map(each => each.code)
const partsOf = (place: ProblemPlace) => Object.values(place) as string[]
const options = (id: string, chosen: string) => {
  const key = id as OptionsId
  const wordings = [{ id: 'w' as WordingId, body: note('Một') }]
  return new Map([[key, { id: key, name: 'Chủ đề', chosen: chosen as WordingId, wordings }]])
}

test('a finished report has no problems', () => {
  const finished: Content = {
    text: text(
      sheet(
        heading('part', 'Kết quả'),
        heading('letter', 'Kinh tế'),
        paragraph('Tốt, như chợ, siêu thị…', noteRef('n')),
      ),
      sheet(heading('roman', 'x'), tableBlock('t'), optionsBlock('o'), heading('part', 'Mục tiêu (17)')),
    ),
    notes: { n: note('Theo số liệu năm 2020.') },
    indicators: table('t', [
      row({ kind: 'group', name: 'A' }),
      row({ name: 'b', target: '≥ 5', result: '5', remark: 'Hoàn thành' }),
    ]),
    options: options('o', 'w'),
  }
  expect(found(finished)).toEqual([])
})

test('type, title and issuing body must be there', () => {
  const names = problemsOf(report({ text: text() })).map(each => each.place)
  expect(names).toEqual(['issuingBody', 'type', 'title'].map(name => ({ kind: 'field', name })))
})

test('a heading without words is an error', () => {
  expect(found({ text: text(sheet(heading('part', ' ', 'h'))) })).toContainEqual([
    'empty-heading',
    'block',
    'h',
  ])
})

test('a heading may not skip a level that the report uses elsewhere', () => {
  const jump = text(
    sheet(heading('part', 'a'), heading('letter', 'b'), heading('part', 'c'), heading('roman', 'd', 'j')),
  )
  expect(found({ text: jump })).toEqual([['level-jump', 'block', 'j']])
  const noLetters = text(
    sheet(heading('part', 'a'), heading('roman', 'b'), heading('part', 'c'), heading('roman', 'd')),
  )
  expect(found({ text: noLetters })).toEqual([])
})

test('two blocks with one id are told once, on whatever sheets they stand', () => {
  const twins = text(
    sheet(heading('part', 'a', 'x')),
    sheet(heading('part', 'b', 'x'), heading('part', 'c', 'x')),
  )
  expect(found({ text: twins })).toEqual([['duplicate-block', 'block', 'x']])
})

test('notes are missing, doubled, empty or without a place', () => {
  const block = paragraph('a', noteRef('gone'), noteRef('n'), noteRef('n'), noteRef('empty'))
  const notes = { n: note('Một'), empty: note('', ' '), orphan: note('Lạc') }
  const id = block.attrs['id'] as string
  expect(found({ text: text(sheet(block)), notes })).toEqual([
    ['missing-note', 'block', id],
    ['doubled-reference', 'block', id],
    ['empty-note', 'note', 'empty'],
    ['orphan-note', 'note', 'orphan'],
  ])
})

test('a note without words is quoted by those that its mark follows', () => {
  const long = 'Từ đầu nhiệm kỳ đến nay, tỉnh đã xây dựng thêm được nhiều công trình phục vụ dân sinh'
  const block = paragraph('Một', noteRef('n'), ', hai', noteRef('gone'), long, noteRef('empty'), ' sau')
  const content = { text: text(sheet(block)), notes: { n: note('Một'), empty: note('') } }
  const [missing, empty] = problemsOf(withFields(content))
  expect(missing).toMatchObject({ code: 'missing-note', quote: 'Một, hai' })
  expect(empty).toMatchObject({
    code: 'empty-note',
    quote: '…đã xây dựng thêm được nhiều công trình phục vụ dân sinh',
  })
})

test('alternatives that wait are quoted each by how it begins', () => {
  const body = text(sheet(optionsBlock('o')))
  expect(problemsOf(withFields({ text: body, options: options('o', '') }))[0]?.quote).toBe('Chủ đề 1: Một')
})

test('an indicator table needs its records, and its records a place', () => {
  const indicators = table('lost', [])
  expect(found({ text: text(sheet(tableBlock('t'))), indicators })).toEqual([
    ['missing-table', 'block', 't'],
    ['unplaced-table', 'table', 'lost'],
  ])
})

test('rows are checked for names, results and remarks that differ from the figures', () => {
  const rows = [
    row({ id: 'a', target: '5', result: '5' }),
    row({ id: 'b', name: 'Thu', target: '5' }),
    row({ id: 'c', name: 'Chi', target: '≥ 5', result: '4', remark: 'Hoàn thành' }),
    row({ id: 'd', name: 'Chỉ là tiêu đề' }),
  ]
  const problems = problemsOf(
    withFields({ text: text(sheet(tableBlock('t'))), indicators: table('t', rows) }),
  )
  expect(problems.map(({ code, place }) => [code, ...partsOf(place).slice(2)])).toEqual([
    ['unnamed-row', 'a', 'name'],
    ['missing-result', 'b', 'result'],
    ['differing-remark', 'c', 'remark'],
  ])
  expect(problems.map(({ quote }) => quote)).toEqual([
    'Mục tiêu: 5; Kết quả: 5',
    'Mục tiêu: 5',
    'Mục tiêu: ≥ 5; Kết quả: 4; theo số liệu là “Chưa hoàn thành”, ghi chú viết “Hoàn thành”',
  ])
})

test('alternatives need records and a choice among them', () => {
  expect(codes({ text: text(sheet(optionsBlock('o'))) })).toEqual(['missing-options'])
  expect(codes({ text: text(sheet(optionsBlock('o'))), options: options('o', '') })).toEqual([
    'unchosen-options',
  ])
  expect(codes({ text: text(sheet(optionsBlock('o'))), options: options('o', 'deleted') })).toEqual([
    'unchosen-options',
  ])
})

test.each([
  'tỷ lệ …??? so với',
  'đạt … tỷ đồng',
  'đạt ... %',
  'số XX-NQ',
  'ngày........tháng',
  'tổng số (…) hộ',
  'có [ ] công trình',
])('"%s" was left open', words => {
  expect(codes({ text: text(sheet(paragraph(words))) })).toEqual(['placeholder'])
})

test.each([
  'chợ, siêu thị…',
  'như: điện, nước... Đã làm',
  'Thế nào?',
  'khóa XX là',
  'thế kỷ XXI',
  'v.v. …',
  'dây dẫn,.... Đa dạng hóa',
  'cơ khí.... 02 lớp',
  'đô thị, …Từng cá nhân',
])('"%s" is how people write', words => {
  expect(codes({ text: text(sheet(paragraph(words))) })).toEqual([])
})

test('open places are found in notes, wordings and cells too', () => {
  const id = 'o' as OptionsId
  const content: Content = {
    text: text(sheet(paragraph('a', noteRef('n')), tableBlock('t'), optionsBlock('o'))),
    notes: { n: note('Một', 'hai ???') },
    indicators: table('t', [row({ id: 'r', name: 'b', remark: '???' })]),
    options: new Map([
      [
        id,
        { id, name: 'x', chosen: 'w' as WordingId, wordings: [{ id: 'w' as WordingId, body: note('??') }] },
      ],
    ]),
  }
  expect(found(content)).toEqual([
    ['placeholder', 'note', 'n'],
    ['placeholder', 'options', 'o'],
    ['placeholder', 'cell', 't', 'r', 'remark'],
  ])
})

test('two spaces between words are reminded of, with their surroundings', () => {
  const [only] = problemsOf(withFields({ text: text(sheet(paragraph('một  hai'))) }))
  expect(only).toMatchObject({ code: 'double-space', severity: 'reminder', quote: 'một  hai' })
})

test('every problem has words for people and a name of its own', () => {
  for (const code of Object.keys(severities) as ProblemCode[])
    expect(problemWords[code].title.length).toBeGreaterThan(8)
  const problems = problemsOf(report({ text: text(sheet(heading('part', ''), heading('part', ''))) }))
  expect(new Set(problems.map(keyOfProblem)).size).toBe(problems.length)
})
