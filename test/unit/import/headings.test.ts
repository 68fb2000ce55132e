import { expect, test } from 'vitest'
import type { SourceBlock } from '../../../shared/import/source'
import { recognise } from '../../../shared/import/recognise'
import {
  bare,
  bold,
  boldPara,
  centred,
  lineBreak,
  numbered,
  para,
  source,
  styled,
  tableOf,
} from '../../support/build-source'
import { reportLines } from '../../support/report-lines'

const linesOf = (...blocks: SourceBlock[]) => reportLines(recognise(source(blocks)).report)
const codesOf = (...blocks: SourceBlock[]) =>
  recognise(source(blocks)).warnings.map(({ code, place }) => `${code} @ ${place}`)

test('a typed number in a short bold paragraph makes a heading of its level', () => {
  expect(
    linesOf(
      centred('A- TÌNH HÌNH CHUNG'),
      boldPara('I- KINH TẾ'),
      boldPara('1. Nông nghiệp'),
      para('Sản lượng tăng.'),
      boldPara('1.1. Trồng trọt'),
      boldPara('II- XÃ HỘI'),
    ),
  ).toEqual([
    'letter | A- | TÌNH HÌNH CHUNG',
    'roman | I- | KINH TẾ',
    'number | 1. | Nông nghiệp',
    'none |  | Sản lượng tăng.',
    'subnumber | 1.1. | Trồng trọt',
    'roman | II- | XÃ HỘI',
  ])
})

test('bold is measured over all runs of a paragraph, so a bold lead-in stays text', () => {
  expect(
    linesOf(
      para(bold('1. Nông '), bold('nghiệp')),
      para(bold('2. Công nghiệp: '), 'tăng 5% so với năm trước.'),
    ),
  ).toEqual(['number | 1. | Nông nghiệp', 'number list | 2. | Công nghiệp: tăng 5% so với năm trước.'])
  expect(recognise(source([para(bold('2. Công nghiệp: '), 'tăng.')])).counts.numbers).toBe(0)
})

test('a bold paragraph that is long, or two sentences, stays text', () => {
  const long = 'x '.repeat(61)
  expect(linesOf(boldPara(`1. ${long}`), boldPara('2. Đã làm tốt công tác này. Cần làm tiếp.'))).toEqual([
    `number list | 1. | ${long.trim()}`,
    'number list | 2. | Đã làm tốt công tác này. Cần làm tiếp.',
  ])
  expect(recognise(source([boldPara(`1. ${long}`)])).counts.numbers).toBe(0)
  expect(linesOf(boldPara('1. Đã làm tốt công tác này. Cần làm tiếp.'))).toEqual([
    'number list | 1. | Đã làm tốt công tác này. Cần làm tiếp.',
  ])
})

test('numbers made by Word count like typed ones', () => {
  expect(
    linesOf(
      numbered('I.', boldPara('TÌNH HÌNH')),
      numbered('1.', boldPara('Kết quả')),
      numbered('1.1.', boldPara('Thu ngân sách')),
      numbered('a)', para('Thu nội địa')),
      numbered('-', para('Thuế')),
    ),
  ).toEqual([
    'roman | I. | TÌNH HÌNH',
    'number | 1. | Kết quả',
    'subnumber | 1.1. | Thu ngân sách',
    'letter list | a) | Thu nội địa',
    'bullet list | - | Thuế',
  ])
})

test('a heading style and a number of the same depth are enough, whatever the weight and length', () => {
  const title = Array.from({ length: 40 }, (_, n) => `chữ${n}`).join(' ')
  expect(linesOf(styled(3, numbered('1.', para(title))))).toEqual([`number | 1. | ${title}`])
  expect(linesOf(styled(0, para('Phần thứ nhất')), centred('KẾT QUẢ'))).toEqual([
    'part | Phần thứ nhất | KẾT QUẢ',
  ])
})

test('a heading style alone makes nothing: not in tables, on empty or unnumbered paragraphs', () => {
  const result = recognise(
    source([
      styled(0, para('')),
      styled(0, para('Thực hiện chỉ đạo của cấp trên.')),
      tableOf([[[styled(0, numbered('1.', boldPara('Trong bảng')))], 'b']]),
    ]),
  )
  expect(reportLines(result.report)).toEqual(['none |  | Thực hiện chỉ đạo của cấp trên.', 'table'])
  expect(result.report.text.textContent).toContain('1. Trong bảng')
})

test('a part takes its title from the paragraphs below, or from behind a line break', () => {
  expect(
    linesOf(
      centred('Phần thứ nhất'),
      centred('KẾT QUẢ THỰC HIỆN'),
      centred('NGHỊ QUYẾT ĐẠI HỘI'),
      para('Nhiệm kỳ qua.'),
      { ...para(bold('Phần thứ hai'), lineBreak, bold('MỤC TIÊU')), align: 'center' },
      para('x'),
      centred('Phần thứ ba'),
      centred('MỤC TIÊU'),
    ),
  ).toEqual([
    'part | Phần thứ nhất | KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI',
    'none |  | Nhiệm kỳ qua.',
    'part | Phần thứ hai | MỤC TIÊU',
    'none |  | x',
    'part | Phần thứ ba | MỤC TIÊU',
  ])
  expect(linesOf(boldPara('Phần I'), boldPara('KẾT QUẢ'), para('x'))).toEqual([
    'part | Phần I | KẾT QUẢ',
    'none |  | x',
  ])
})

test('I- after H- is the ninth letter, unless Roman sections stand under the letters', () => {
  const letters = Array.from('ABCDEFGH').map(letter => centred(`${letter}- MỤC ${letter}`))
  expect(linesOf(...letters, centred('I- MỤC TIẾP')).at(-1)).toBe('letter | I- | MỤC TIẾP')
  expect(linesOf(boldPara('A- MỘT'), boldPara('I- HAI'), ...letters.slice(1), boldPara('I- BA')).at(-1)).toBe(
    'roman | I- | BA',
  )
})

test('a heading style tells a ninth letter from a Roman numeral', () => {
  const letters = Array.from('ABCDEFGH').map(letter => styled(1, centred(`${letter}- MỤC`)))
  const romans = styled(2, boldPara('I- MỤC CON'))
  expect(linesOf(...letters, romans, styled(1, centred('I- MỤC TIẾP'))).slice(-2)).toEqual([
    'roman | I- | MỤC CON',
    'letter | I- | MỤC TIẾP',
  ])
})

test('letters go on past Roman look-alikes', () => {
  const letters = Array.from('ABCDEFGHIJKLM').map(letter => centred(`${letter}. MỤC`))
  expect(linesOf(...letters).map(line => line.slice(0, 11))).toEqual(
    Array.from('ABCDEFGHIJKLM').map(letter => `letter | ${letter}.`),
  )
})

test('a numeral out of its row is none: a commune in an address', () => {
  expect(linesOf(boldPara('I. CHUNG'), boldPara('X. AN BÌNH, H. SƠN HÀ'))).toEqual([
    'roman | I. | CHUNG',
    'none |  | X. AN BÌNH, H. SƠN HÀ',
  ])
})

test('C and D go on with letters, V and X with Roman numerals', () => {
  expect(
    linesOf(...Array.from('ABCD').map(letter => centred(`${letter}. MỤC`))).map(line => line.slice(0, 11)),
  ).toEqual(['letter | A.', 'letter | B.', 'letter | C.', 'letter | D.'])
  expect(
    linesOf(...['I', 'II', 'III', 'IV', 'V'].map(count => boldPara(`${count}. MỤC`))).map(line =>
      line.slice(0, 5),
    ),
  ).toEqual(Array(5).fill('roman'))
})

test('under an article a bold 1. is a clause, and the article keeps its words', () => {
  expect(
    linesOf(
      centred('Chương I'),
      centred('QUY ĐỊNH CHUNG'),
      boldPara('Điều 1. Phạm vi điều chỉnh'),
      boldPara('1. Quy định này quy định về quản lý'),
      para('2. Quy định này không áp dụng'),
      para('a) Cho tổ chức'),
      boldPara('Điều 2. Đối tượng'),
      para('1. Cán bộ'),
    ),
  ).toEqual([
    'none |  | Chương I',
    'none |  | QUY ĐỊNH CHUNG',
    'none |  | Điều 1. Phạm vi điều chỉnh',
    'number list | 1. | Quy định này quy định về quản lý',
    'number list | 2. | Quy định này không áp dụng',
    'letter list | a) | Cho tổ chức',
    'none |  | Điều 2. Đối tượng',
    'number list | 1. | Cán bộ',
  ])
})

test('a number made by Word that no list of ours prints stays in front of the words', () => {
  expect(
    linesOf(
      numbered('Điều 1.', boldPara('Phạm vi')),
      numbered('1.1.1.', para('Chi tiết')),
      numbered('(1).a', para('Điểm')),
    ),
  ).toEqual(['none |  | Điều 1. Phạm vi', 'none |  | 1.1.1. Chi tiết', 'none |  | (1).a Điểm'])
})

test('a bold item that continues a list of plain ones stays in the list', () => {
  expect(
    linesOf(boldPara('I. VIỆC'), boldPara('1. Một'), para('2. Hai còn dài'), boldPara('3. Ba')).map(line =>
      line.slice(0, 11),
    ),
  ).toEqual(['roman | I. ', 'number | 1.', 'number list', 'number list'])
  expect(recognise(source([boldPara('1. Một'), para('2. Hai'), boldPara('3. Ba')])).counts.numbers).toBe(1)
})

test('a long paragraph below a part is not its title', () => {
  const long = `VIỆC ${'CHUNG '.repeat(31)}`.trim()
  expect(linesOf(centred('Phần thứ nhất'), centred(long))).toEqual([
    'part | Phần thứ nhất | ',
    `none |  | ${long}`,
  ])
})

test('a subnumber without its number above stays text', () => {
  expect(linesOf(boldPara('I. VIỆC'), styled(4, boldPara('1.1. Một')))).toEqual([
    'roman | I. | VIỆC',
    'none |  | 1.1. Một',
  ])
  expect(linesOf(boldPara('I. VIỆC'), boldPara('1.1. Một'))).toEqual([
    'roman | I. | VIỆC',
    'none |  | 1.1. Một',
  ])
})

test('lines with leaders to fill in are no headings', () => {
  expect(
    recognise(source([boldPara('1. Họ và tên: ............'), boldPara('2. Ngày sinh: ……')])).counts.numbers,
  ).toBe(0)
})

test('entries of a table of contents are no headings', () => {
  expect(
    linesOf(para('I. TÌNH HÌNH CHUNG\t3'), boldPara('1. Kinh tế \t12')).map(line => line.slice(0, 11)),
  ).toEqual(['none |  | I', 'number list'])
})

test('a heading that will print another number is told with both numbers', () => {
  const blocks = [boldPara('I- MỘT'), boldPara('II- HAI'), boldPara('IV- BỐN')]
  expect(codesOf(...blocks)).toEqual(['number-changed @ đoạn 3 (“IV- BỐN”)'])
  expect(recognise(source(blocks)).warnings[0]?.message).toMatch(/“IV-”.*“III-”/)
  expect(codesOf(boldPara('I/ MỘT'), boldPara('II/ HAI'))).toEqual(['number-sign-changed @ cả văn bản'])
})

test('places count every paragraph of the file, empty ones and those in tables too', () => {
  const blocks = [para(''), tableOf([['a', [para('b'), para('c')]]]), boldPara('II. HAI')]
  expect(codesOf(...blocks)).toEqual(['number-changed @ đoạn 5 (“II. HAI”)'])
})

test('the style of the file is kept where it is not the profile’s own', () => {
  const fieldsOf = (...blocks: SourceBlock[]) => recognise(source(blocks)).report.fields
  expect(fieldsOf(boldPara('I. MỘT'))).toMatchObject({ markStyle: 'dot', partStyle: '' })
  expect(fieldsOf(boldPara('I- MỘT'), centred('Phần I'), centred('HAI'))).toMatchObject({
    markStyle: '',
    partStyle: 'roman',
  })
})

test('headings lose the marks of their level, single words keep theirs', () => {
  const { report } = recognise(
    source([para(bold('1. Phòng '), { kind: 'text', text: 'xanh', marks: { strong: true, em: true } })]),
  )
  expect(report.text.firstChild?.firstChild?.toJSON()).toMatchObject({
    content: [{ text: 'Phòng ' }, { text: 'xanh', marks: [{ type: 'em' }] }],
  })
})

test('a sheet begins at the first heading behind 24 blocks, and nowhere else', () => {
  const section = (number: number, paragraphs: number) => [
    boldPara(`${number}. Mục`),
    ...Array.from({ length: paragraphs }, () => para('chữ')),
  ]
  const { report } = recognise(
    source([...section(1, 9), ...section(2, 30), ...section(3, 4), ...section(4, 4)]),
  )
  expect(report.text.children.map(sheet => sheet.childCount)).toEqual([41, 10])
})

test('plain text: numbered lines one after another are a list', () => {
  expect(linesOf(bare('1. Một'), bare('2. Hai'), bare('3. Ba')).map(line => line.slice(0, 16))).toEqual([
    'number list | 1.',
    'number list | 2.',
    'number list | 3.',
  ])
})

test('plain text: a numbered line is a heading only with text below and no full stop', () => {
  expect(
    linesOf(
      bare('I- KINH TẾ'),
      bare('1. Nông nghiệp'),
      bare('Sản lượng tăng.'),
      bare('2. Thu ngân sách đạt khá.'),
      bare('3. Chi ngân sách'),
      bare('4. Đầu tư'),
    ),
  ).toEqual([
    'roman | I- | KINH TẾ',
    'number | 1. | Nông nghiệp',
    'none |  | Sản lượng tăng.',
    'number list | 2. | Thu ngân sách đạt khá.',
    'number list | 3. | Chi ngân sách',
    'number list | 4. | Đầu tư',
  ])
  expect(
    recognise(source([bare('1. Nông nghiệp'), bare('Tăng.'), bare('2. Thu.'), bare('3. Chi')])).counts
      .numbers,
  ).toBe(1)
})
