import { expect, test } from 'vitest'
import { recognise } from '../../../shared/import/recognise'
import { sourceFromText } from '../../../shared/import/text/source-from-text'
import { noteRefsIn } from '../../../shared/numbering/number-notes'
import { reportLines } from '../../support/report-lines'

const read = (...lines: string[]) => recognise(sourceFromText(lines.join('\n')))
const linesOf = (...lines: string[]) => reportLines(read(...lines).report)
const notesOf = (...lines: string[]) => {
  const { report } = read(...lines)
  return noteRefsIn(report.text).map(id =>
    report.notes.get(id)?.textBetween(0, report.notes.get(id)?.content.size ?? 0, '|'),
  )
}

const body = 'Các nhà văn hóa ở thôn đã sửa chữa xong'

test('a line that begins with punctuation goes on where a note’s mark was lost', () => {
  const text = [
    body,
    '. Chất lượng tăng',
    ', ổn định.',
    '',
    '(\ufffd) Gồm 5 trường.',
    '',
    '(\ufffd) Năm 2019.',
  ]
  expect(linesOf(...text)).toEqual([`none |  | ${body}￼. Chất lượng tăng￼, ổn định.`])
  expect(notesOf(...text)).toEqual(['Gồm 5 trường.', 'Năm 2019.'])
})

test('so does a line that begins with a space and a small letter or a parenthesis', () => {
  expect(linesOf(body, ' (nhà xưởng, kho bãi)', ' và nước.', '(\ufffd) a', '(\ufffd) b')).toEqual([
    `none |  | ${body}￼ (nhà xưởng, kho bãi)￼ và nước.`,
  ])
})

test('a title that runs on in small letters, and an ordinary indented line, are no broken lines', () => {
  expect(linesOf('BÁO CÁO', ' của Ban Chấp hành', '-----', body, ' (10). Mục tiêu')).toEqual([
    `none |  | ${body}`,
    'target list | (10). | Mục tiêu',
  ])
})

test('odd marks in the list of notes are notes too, and told', () => {
  const { report, counts, warnings } = read(
    body,
    '. Một',
    '. Hai',
    '. Ba.',
    '(\ufffd) a',
    '(26) b',
    '\ufffd c1; (\ufffd) c2',
  )
  expect(counts).toMatchObject({ notes: 3, noteRefs: 3 })
  expect([...report.notes.values()].map(note => note.childCount)).toEqual([1, 1, 2])
  expect(warnings.map(({ code, place }) => `${code} @ ${place}`)).toEqual([
    'marks-restored @ cả văn bản',
    'note-number @ chú thích 2',
    'note-mark @ chú thích 3',
    'note-double @ chú thích 3',
  ])
})

test('marks beyond the notes are joined and told, notes beyond the marks are kept and told', () => {
  expect(read(body, '. Một', '. Hai.', '(\ufffd) a')).toMatchObject({
    counts: { noteRefs: 1, paragraphs: 1 },
    warnings: [{ code: 'marks-restored' }, { code: 'note-mark-lost', place: `đoạn 1 (“${body}”)` }],
  })
  expect(read(body, '. Một.', '(\ufffd) a', '(\ufffd) b')).toMatchObject({
    counts: { notes: 2, noteRefs: 1 },
    warnings: [{ code: 'marks-restored' }, { code: 'note-unreferenced' }],
  })
})

test('an ordinary list in parentheses at the end is no list of notes', () => {
  expect(linesOf(body, '(1) Một', '(2) Hai')).toEqual([
    `none |  | ${body}`,
    'none |  | (1) Một',
    'none |  | (2) Hai',
  ])
})

test('a mark that survived as a lost character gets its note', () => {
  expect(linesOf(`${body}\ufffd và tăng.`, '(\ufffd) a')).toEqual([`none |  | ${body}￼ và tăng.`])
})

test('cells behind tabs with blank lines between rows make a table, short first rows filled from the left', () => {
  const { report } = read('x', ' \tB', '\tC', '', '\t1', '\t2', '\t3', '', 'y')
  expect(report.text.firstChild?.child(1).toString()).toBe(
    'table(table_row(table_cell(paragraph), table_cell(paragraph("B")), table_cell(paragraph("C"))), table_row(table_cell(paragraph("1")), table_cell(paragraph("2")), table_cell(paragraph("3"))))',
  )
  expect(report.text.firstChild?.childCount).toBe(3)
})

test('rows with tabs between the cells make a table, a single tabbed line is text', () => {
  expect(linesOf('a\tb', 'c\td', 'Thu\tchi')).toEqual(['table'])
  expect(linesOf('\tNội dung', 'x')).toEqual(['none |  | Nội dung', 'none |  | x'])
})

test('titles over two lines join in capitals only', () => {
  expect(
    linesOf(
      'Phần thứ nhất',
      '',
      'KẾT QUẢ',
      '',
      'NGHỊ QUYẾT',
      body,
      'A- TÌNH HÌNH',
      'CÁC LĨNH VỰC',
      'I- KINH TẾ',
    ),
  ).toEqual([
    'part | Phần thứ nhất | KẾT QUẢ NGHỊ QUYẾT',
    `none |  | ${body}`,
    'letter | A- | TÌNH HÌNH CÁC LĨNH VỰC',
    'roman | I- | KINH TẾ',
  ])
})

test('Windows and old Mac line ends read the same', () => {
  expect(reportLines(recognise(sourceFromText('a b\r\nc d\re f')).report)).toHaveLength(3)
})
