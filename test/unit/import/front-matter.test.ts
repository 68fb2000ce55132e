import { expect, test } from 'vitest'
import type { SourceBlock } from '../../../shared/import/source'
import { recognise } from '../../../shared/import/recognise'
import {
  bare,
  bold,
  boldPara,
  centred,
  lineBreak,
  noteMark,
  para,
  run,
  source,
  tableOf,
} from '../../support/build-source'
import { reportLines } from '../../support/report-lines'

const fieldsOf = (...blocks: SourceBlock[]) => recognise(source(blocks)).report.fields
const linesOf = (...blocks: SourceBlock[]) => reportLines(recognise(source(blocks)).report)
const lines = (...texts: (string | SourceBlock)[]): SourceBlock[] =>
  texts.map(text => (typeof text === 'string' ? para(text) : text))

const partyHeader = tableOf(
  [
    [
      lines('ĐẢNG BỘ TỈNH AN BÌNH', boldPara('THÀNH ỦY HÒA SƠN'), '*', 'Số 12-BC/TU', 'Dự thảo lần 3'),
      lines(boldPara('ĐẢNG CỘNG SẢN VIỆT NAM'), 'Hòa Sơn, ngày 07 tháng 02 năm 2020'),
    ],
  ],
  { borders: false },
)

const stateHeader = tableOf(
  [
    [
      lines('UBND TỈNH AN BÌNH', boldPara('SỞ NỘI VỤ'), '_______'),
      lines({
        ...para(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), lineBreak, bold('Độc lập - Tự do - Hạnh phúc')),
      }),
    ],
    [lines('Số: 15/BC-SNV'), lines('An Bình, ngày    tháng 3 năm 2024')],
  ],
  { borders: false },
)

test('a Party header table becomes fields, and the profile follows its date', () => {
  expect(fieldsOf(partyHeader, centred('BÁO CÁO'), para('x'))).toMatchObject({
    superiorBody: 'ĐẢNG BỘ TỈNH AN BÌNH',
    issuingBody: 'THÀNH ỦY HÒA SƠN',
    number: 'Số 12-BC/TU',
    draftNumber: '3',
    place: 'Hòa Sơn',
    date: 'ngày 07 tháng 02 năm 2020',
    type: 'BÁO CÁO',
    profile: 'dang-hd36-2018',
  })
  expect(linesOf(partyHeader, centred('BÁO CÁO'), para('x'))).toEqual(['none |  | x'])
})

test('a state header of two rows becomes fields, its nation and motto come from the profile', () => {
  expect(fieldsOf(stateHeader, para('x'))).toMatchObject({
    superiorBody: 'UBND TỈNH AN BÌNH',
    issuingBody: 'SỞ NỘI VỤ',
    number: 'Số: 15/BC-SNV',
    place: 'An Bình',
    date: 'ngày tháng 3 năm 2024',
    profile: 'hc-nd30-2020',
  })
})

test.each([
  ['ngày 26 tháng 5 năm 2026', 'dang-hd36-2018'],
  ['ngày 27 tháng 5 năm 2026', 'dang-hd05-2026'],
  ['ngày    tháng    năm 2025', 'dang-hd36-2018'],
  ['ngày    tháng    năm 2026', 'dang-hd05-2026'],
])('a Party paper of %s has the profile %s', (date, profile) => {
  const header = tableOf([[lines(boldPara('CHI BỘ X')), lines('ĐẢNG CỘNG SẢN VIỆT NAM', `Sơn, ${date}`)]])
  expect(fieldsOf(header).profile).toBe(profile)
})

test('a line of the header that fits no field is kept as text and told', () => {
  const header = tableOf([
    [
      lines(boldPara('SỞ NỘI VỤ'), 'Số: 2/SNV', 'V/v báo cáo quý'),
      lines('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    ],
  ])
  const result = recognise(source([header, para('Kính gửi: Các sở')]))
  expect(reportLines(result.report)).toEqual(['none |  | V/v báo cáo quý', 'none |  | Kính gửi: Các sở'])
  expect(result.warnings.map(({ code }) => code)).toEqual(['front-kept'])
})

test('a note in the header keeps its place with its line, as text', () => {
  const header = tableOf([
    [
      lines(boldPara('SỞ NỘI VỤ')),
      [boldPara('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), para('Sơn, ngày 5 tháng 6 năm 2024', noteMark('1'))],
    ],
  ])
  const { report, counts } = recognise(source([header, para('x')], { '1': 'Nguồn' }))
  expect(report.fields).toMatchObject({ issuingBody: 'SỞ NỘI VỤ', date: '' })
  expect(counts).toMatchObject({ noteRefs: 1, paragraphs: 2 })
})

test('another table at the top stays a table', () => {
  expect(
    linesOf(
      tableOf([
        ['Họ tên', 'Ghi chú'],
        ['An', ''],
      ]),
      para('x'),
    ),
  ).toEqual(['table', 'none |  | x'])
})

test('title lines below the type join, up to the hyphens or the first line that is no title', () => {
  const header = [partyHeader, centred('NGHỊ QUYẾT')]
  expect(
    fieldsOf(
      ...header,
      centred('của Ban Chấp hành'),
      centred('về kinh tế'),
      { ...para('-----'), align: 'center' },
      para('x'),
    ),
  ).toMatchObject({ type: 'NGHỊ QUYẾT', title: 'của Ban Chấp hành\nvề kinh tế' })
  expect(linesOf(...header, centred('Về việc nghỉ'), centred('CHỦ TỊCH ỦY BAN'), para('x'))).toEqual([
    'none |  | CHỦ TỊCH ỦY BAN',
    'none |  | x',
  ])
})

test('the first chapter below a title is not part of it', () => {
  expect(
    linesOf(centred('ĐIỀU LỆ'), centred('CỦA HỘI'), centred('Chương I'), centred('QUY ĐỊNH CHUNG')),
  ).toEqual(['none |  | Chương I', 'none |  | QUY ĐỊNH CHUNG'])
})

test('a title with a note stays text, so that the note keeps its place', () => {
  const title = { ...para(bold('Kết quả năm'), noteMark('1')), align: 'center' as const }
  const { report, counts } = recognise(source([partyHeader, centred('BÁO CÁO'), title], { '1': 'Nguồn' }))
  expect(report.fields.title).toBe('')
  expect(counts).toMatchObject({ notes: 1, noteRefs: 1 })
})

test('the header as paragraphs of plain text becomes fields', () => {
  const front = ['*', 'Dự thảo lần 2', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'TP. Sơn Hà, ngày 07 tháng 02 năm 2020']
  const title = ['BÁO CÁO CHÍNH TRỊ', 'của Ban Chấp hành', 'Trình Đại hội', '-----']
  const blocks = [...front, ...title, 'Nội dung.'].map(bare)
  expect(fieldsOf(...blocks)).toMatchObject({
    draftNumber: '2',
    place: 'TP. Sơn Hà',
    type: 'BÁO CÁO CHÍNH TRỊ',
    title: 'của Ban Chấp hành\nTrình Đại hội',
  })
  expect(linesOf(...blocks)).toEqual(['none |  | Nội dung.'])
})

test('a header whose two columns are faked with tabs or spaces becomes fields', () => {
  const lines = [
    para(bold('UBND HUYỆN SƠN HÀ'), '\t\t', bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
    para(bold('PHÒNG NỘI VỤ'), '          ', bold('Độc lập - Tự do - Hạnh phúc')),
    para('Số: 12/BC-NV\tSơn Hà, ngày 3 tháng 5 năm 2023'),
  ]
  expect(fieldsOf(...lines, centred('BÁO CÁO'), para('x'))).toMatchObject({
    issuingBody: 'UBND HUYỆN SƠN HÀ\nPHÒNG NỘI VỤ',
    number: 'Số: 12/BC-NV',
    place: 'Sơn Hà',
    profile: 'hc-nd30-2020',
  })
  expect(linesOf(...lines, centred('BÁO CÁO'), para('x'))).toEqual(['none |  | x'])
  const odd = para('Bản nháp\tSơn Hà, ngày 3 tháng 5 năm 2023')
  expect(linesOf(lines[0] ?? odd, odd, centred('BÁO CÁO'))).toEqual([
    'none |  | Bản nháp\tSơn Hà, ngày 3 tháng 5 năm 2023',
  ])
})

test('without a header nothing at the top is taken for one', () => {
  expect(linesOf(bare('ỦY BAN NHÂN DÂN'), bare('Nội dung.'))).toEqual([
    'none |  | ỦY BAN NHÂN DÂN',
    'none |  | Nội dung.',
  ])
})

const signature = (left: SourceBlock[], right: SourceBlock[]) => tableOf([[left, right]], { borders: false })

test('recipients and signature at the end become fields', () => {
  const table = signature(
    lines('Nơi nhận:', '- Như trên;', '- Lưu: VT.'),
    lines(
      boldPara('TM. ỦY BAN NHÂN DÂN'),
      boldPara('KT. CHỦ TỊCH'),
      boldPara('PHÓ CHỦ TỊCH'),
      boldPara('Trần Văn An'),
    ),
  )
  expect(fieldsOf(partyHeader, para('x'), table)).toMatchObject({
    recipients: 'Như trên;\nLưu: VT.',
    authority: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH',
    position: 'PHÓ CHỦ TỊCH',
    signer: 'Trần Văn An',
  })
  expect(recognise(source([partyHeader, para('x'), table])).counts).toMatchObject({
    tables: 0,
    layoutTables: 2,
  })
})

test('a signature block with more in it, or before the end, stays a table', () => {
  const signed = signature(
    lines('Nơi nhận:', '- Như trên;'),
    lines(boldPara('GIÁM ĐỐC'), '(Đã ký)', 'Trần Văn An'),
  )
  expect(linesOf(para('x'), signed)).toEqual(['none |  | x', 'table'])
  const unknown = signature(
    lines('Nơi nhận:', '- Như trên;'),
    lines('Xác nhận của đơn vị', boldPara('GIÁM ĐỐC')),
  )
  expect(linesOf(para('x'), unknown)).toEqual(['none |  | x', 'table'])
  const plain = signature(lines('Nơi nhận:'), lines(boldPara('T/M BAN CHẤP HÀNH')))
  expect(linesOf(para('x'), plain, para('Phụ lục kèm theo'))).toEqual([
    'none |  | x',
    'table',
    'none |  | Phụ lục kèm theo',
  ])
})

test('draft mark and circulation note above the header table become fields', () => {
  const fields = fieldsOf(para(run('LƯU HÀNH NỘI BỘ', { strong: true })), stateHeader, para('x'))
  expect(fields.circulation).toBe('LƯU HÀNH NỘI BỘ')
})
