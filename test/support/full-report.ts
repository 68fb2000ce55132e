import type { Node } from 'prosemirror-model'
import { defaultColumns, type IndicatorRow, type IndicatorTable } from '../../shared/indicators/indicator-row'
import type { Options } from '../../shared/options/options'
import { emptyFields, type Fields } from '../../shared/report/fields'
import type { OptionsId, RowId, TableId, WordingId } from '../../shared/report/ids'
import type { Report } from '../../shared/report/report'
import { schema } from '../../shared/report/schema'
import { heading, item, note, noteRef, paragraph, report, sheet, strong, text } from './build-report'

// A report of made-up words with everything a report may hold, for tests of what goes to paper.

const marked = (words: string, mark: string, attrs?: Record<string, unknown>): Node =>
  schema.text(words, [schema.mark(mark, attrs)])

export const cell = (
  words: string,
  spans: { colspan?: number; rowspan?: number } = {},
  kind = 'table_cell',
): Node => schema.node(kind, spans, [paragraph(words)])
export const row = (...cells: Node[]): Node => schema.node('table_row', null, cells)
export const table = (attrs: Record<string, unknown>, ...rows: Node[]): Node =>
  schema.node('table', { id: `t${Math.random()}`, ...attrs }, rows)

const indicator = (
  kind: IndicatorRow['kind'],
  name: string,
  cells: Partial<IndicatorRow> = {},
): IndicatorRow => ({
  id: name as RowId,
  kind,
  groupLevel: 'roman',
  name,
  unit: '',
  base: '',
  target: '',
  result: '',
  remark: '',
  direction: '',
  ...cells,
})

export const indicatorTable: IndicatorTable = {
  id: 'chi-tieu' as TableId,
  title: 'KẾT QUẢ CÁC CHỈ TIÊU',
  columns: defaultColumns,
  rows: [
    indicator('group', 'VỀ SẢN XUẤT'),
    indicator('indicator', 'Sản lượng lúa', {
      unit: 'tấn',
      base: '1.200',
      target: '>1.500',
      result: '1.612',
      remark: 'Vượt',
    }),
    indicator('indicator', 'Cơ cấu cây trồng', { unit: '%' }),
    indicator('sub', '- Cây ăn quả', {
      unit: '%',
      base: '12,5',
      target: '17,5-18,5',
      result: '18,1',
      remark: 'Đạt',
    }),
    indicator('group', 'VỀ ĐỜI SỐNG'),
    ...Array.from({ length: 60 }, (_, i) =>
      indicator('indicator', `Chỉ tiêu thứ ${i + 1} về đời sống`, {
        unit: 'hộ',
        target: `≥ ${i}`,
        result: String(i + 1),
      }),
    ),
  ],
}

const plainNote = (words: string) => note(words)

export const openOptions: Options = {
  id: 'chu-de' as OptionsId,
  name: 'Chủ đề',
  wordings: [
    { id: 'w1' as WordingId, body: plainNote('Đoàn kết, sáng tạo, vươn lên.') },
    { id: 'w2' as WordingId, body: plainNote('Đổi mới, kỷ cương, phát triển.') },
  ],
  chosen: '',
}

export const fullFields: Fields = {
  ...emptyFields,
  superiorBody: 'Đảng bộ tỉnh Sông Hồng',
  issuingBody: 'Huyện ủy Bến Lức',
  number: 'Số 07-BC/HU',
  draftNumber: '3',
  circulation: 'Lưu hành nội bộ',
  place: 'Bến Lức',
  date: 'ngày 09 tháng 6 năm 2026',
  type: 'Báo cáo chính trị',
  title: 'của Ban Chấp hành Đảng bộ huyện\ntrình Đại hội lần thứ XV',
  authority: 'T/M Ban Chấp hành',
  position: 'Bí thư',
  signer: 'Trần Thị Ước',
  recipients: '- Thường trực Tỉnh ủy,\n- Lưu Văn phòng Huyện ủy.',
}

const long = 'Kinh tế của huyện tiếp tục phát triển, đời sống nhân dân được nâng lên rõ rệt qua từng năm. '

const sheets = (): Node[] => [
  sheet(
    schema.node('options', { id: 'chu-de' }),
    heading('part', 'Kết quả thực hiện nghị quyết'),
    paragraph('Đoạn mở đầu ', strong('in đậm'), ' và ', marked('nghiêng', 'em'), noteRef('n1'), '.'),
    heading('letter', 'Đánh giá tình hình'),
    heading('roman', 'Về kinh tế'),
    heading('number', 'Nông nghiệp, thủy sản'),
    paragraph(long.repeat(6), noteRef('n2'), ' Hết đoạn.'),
    heading('subnumber', 'Trồng trọt'),
    item('number', 'Việc thứ nhất', noteRef('n3')),
    item('letter', 'Điểm a'),
    item('letter', 'Điểm b'),
    item('number', 'Việc thứ hai'),
    item('bullet', 'Gạch đầu dòng'),
    item('target', 'Chỉ tiêu một'),
  ),
  sheet(
    heading('number', 'Công nghiệp'),
    item('number', 'Lại từ một'),
    item('target', 'Chỉ tiêu hai'),
    paragraph(
      'CO',
      marked('2', 'subscript'),
      ' và m',
      marked('2', 'superscript'),
      ' ',
      marked('gạch chân', 'underline'),
    ),
    paragraph(
      'Xem ',
      marked('trang tin', 'link', { href: 'https://example.vn/?a=1&b=2' }),
      schema.node('hard_break'),
      'dòng sau',
    ),
    table(
      { widths: '40,60,65', headerRows: 1 },
      row(cell('Xã', {}, 'table_header'), cell('Kết quả', { colspan: 2 }, 'table_header')),
      row(cell('Tân An', { rowspan: 2 }), cell('Đạt'), cell('10')),
      row(cell('Chưa đạt'), cell('2')),
    ),
    schema.node('indicator_table', { id: 'chi-tieu' }),
  ),
  sheet(
    heading('part', 'Phương hướng'),
    heading('letter', 'Mục tiêu'),
    item('target', 'Chỉ tiêu của phần hai', noteRef('n1')),
    paragraph('Câu cuối.'),
  ),
]

export const fullReport = (changes: Partial<Report> = {}): Report => ({
  ...report({
    fields: fullFields,
    text: text(...sheets()),
    notes: {
      n1: note('Chú thích thứ nhất.'),
      n2: note('Chú thích thứ hai, đoạn một.', 'Chú thích thứ hai, đoạn hai.'),
      n3: note('Chú thích thứ ba.'),
    },
    indicators: new Map([[indicatorTable.id, indicatorTable]]),
    options: new Map([[openOptions.id, openOptions]]),
  }),
  ...changes,
})

/** About 45 pages: the same words over and over, with a note in every second paragraph. */
export function longReport(sections = 95): Report {
  const notes: Record<string, Node> = {}
  const blocks = Array.from({ length: sections }, (_, i) => {
    notes[`n${i}`] = note(`Chú thích số ${i + 1}: ${long}`)
    return sheet(
      heading(i % 40 === 0 ? 'part' : i % 10 === 0 ? 'roman' : 'number', `Mục thứ ${i + 1} của báo cáo`),
      paragraph(long.repeat(8), noteRef(`n${i}`), '.'),
      paragraph(long.repeat(6)),
    )
  })
  return { ...fullReport(), ...report({ fields: fullFields, text: text(...blocks), notes }) }
}
