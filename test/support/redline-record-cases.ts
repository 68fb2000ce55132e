import { fullFields, row } from './full-report'
import { paragraph, report, sheet, text } from './build-report'
import {
  a,
  b,
  c,
  d,
  head,
  part,
  of,
  grid,
  named,
  top,
  first,
  second,
  withRows,
  indicators,
  options,
  fields,
  made,
  type RedlineCase,
} from './redline-builders'

/** Tables, indicators, alternatives, and what stands above and below the text. */
export const recordCases: readonly RedlineCase[] = [
  made(
    'a cell',
    of(a, grid(top, first, second), b),
    of(a, grid(top, row(named('Tân An', 'g3'), named('Đạt 11 tiêu chí', 'g4')), second), b),
  ),
  made(
    'a cell with another paragraph',
    of(grid(top, first), a),
    of(
      grid(
        top,
        row(
          named('Tân An', 'g3'),
          first.child(1).copy(first.child(1).content.addToEnd(paragraph('Chưa kể 2 tiêu chí nợ'))),
        ),
      ),
      a,
    ),
  ),
  made(
    'a cell with a paragraph less',
    of(
      grid(
        top,
        row(
          named('Tân An', 'g3'),
          first.child(1).copy(first.child(1).content.addToEnd(paragraph('Chưa kể 2 tiêu chí nợ'))),
        ),
      ),
      a,
    ),
    of(grid(top, first), a),
  ),
  made('a row that came', of(a, grid(top, second), b), of(a, grid(top, first, second), b)),
  made('a row that is gone', of(a, grid(top, first, second), b), of(a, grid(top, first), b)),
  made('rows that changed places', of(a, grid(top, first, second), b), of(a, grid(top, second, first), b)),
  made('a table that came', of(a, b), of(a, grid(top, first), b)),
  made('a table that is gone', of(a, grid(top, first), b), of(a, b)),
  made('a table that moved', of(a, b, grid(top, first, second), c), of(grid(top, first, second), a, b, c)),
  made(
    'another column',
    of(a, grid(top, first), b),
    of(
      a,
      grid(
        row(named('Xã', 'g1'), named('Kết quả', 'g2'), named('Ghi chú', 'g7')),
        row(named('Tân An', 'g3'), named('Đạt 10 tiêu chí', 'g4'), named('Vượt', 'g8')),
      ),
      b,
    ),
  ),
  made(
    'a row among merged cells',
    of(grid(top, row(named('Tân An', 'g3', { rowspan: 2 }), named('một', 'g4')), row(named('hai', 'g6'))), a),
    of(
      grid(
        top,
        row(named('Tân An', 'g3', { rowspan: 3 }), named('một', 'g4')),
        row(named('hai', 'g6')),
        row(named('ba', 'g9')),
      ),
      a,
    ),
  ),
  made(
    'a cell among merged cells',
    of(grid(top, row(named('Tân An', 'g3', { rowspan: 2 }), named('một', 'g4')), row(named('hai', 'g6'))), a),
    of(
      grid(top, row(named('Tân An', 'g3', { rowspan: 2 }), named('một', 'g4')), row(named('hai mươi', 'g6'))),
      a,
    ),
  ),
  made(
    'figures of indicators',
    withRows(rows => rows),
    withRows(rows =>
      rows.map(each => (each.result === '1.612' ? { ...each, result: '1.700', remark: 'Vượt xa' } : each)),
    ),
  ),
  made(
    'an indicator that came',
    withRows(rows => rows.filter(({ name }) => name !== 'Sản lượng lúa')),
    withRows(rows => rows),
  ),
  made(
    'an indicator that is gone',
    withRows(rows => rows),
    withRows(rows => rows.filter(({ name }) => name !== 'Sản lượng lúa')),
  ),
  made(
    'indicators that changed places',
    withRows(rows => rows),
    withRows(rows => [...rows.slice(0, 2), ...rows.slice(3, 4), ...rows.slice(2, 3), ...rows.slice(4)]),
  ),
  made(
    'an indicator that became a group',
    withRows(rows => rows),
    withRows(rows =>
      rows.map(each => (each.name === 'Cơ cấu cây trồng' ? { ...each, kind: 'group', unit: '' } : each)),
    ),
  ),
  made(
    'the title of a table of indicators',
    indicators(each => each),
    indicators(each => ({
      ...each,
      title: 'BẢNG CÁC CHỈ TIÊU',
      columns: { ...each.columns, result: 'Ước thực hiện' },
    })),
  ),
  made(
    'a table of indicators that is gone',
    withRows(rows => rows),
    of(a, b),
  ),
  made(
    'a table of indicators that came',
    of(a, b),
    withRows(rows => rows),
  ),
  made('a wording that was chosen', options(''), options('w2')),
  made('another name of alternatives', options(''), options('', 'Phương châm')),
  made(
    'fields of the header',
    fields({}),
    fields({
      number: 'Số 09-BC/HU',
      draftNumber: '4',
      title: 'của Ban Chấp hành Đảng bộ huyện khóa XIV\ntrình Đại hội lần thứ XV',
      date: 'ngày 12 tháng 7 năm 2026',
    }),
  ),
  made(
    'fields that came',
    fields({ number: '', draftNumber: '', circulation: '', title: '', superiorBody: '' }),
    fields({}),
  ),
  made(
    'fields that are gone',
    fields({}),
    fields({ number: '', draftNumber: '', circulation: '', title: '', superiorBody: '' }),
  ),
  made(
    'a signature that came',
    fields({ authority: '', position: '', signer: '', recipients: '' }),
    fields({}),
  ),
  made(
    'another signer',
    fields({}),
    fields({
      signer: 'Nguyễn Văn Bình',
      recipients: '- Thường trực Tỉnh ủy,\n- Các huyện ủy,\n- Lưu Văn phòng Huyện ủy.',
    }),
  ),
  made(
    'another way of numbering',
    {
      ...of(part('Một', 'p1'), head('letter'), a),
      fields: { ...fullFields, markStyle: 'hyphen', partStyle: 'ordinal' },
    },
    {
      ...of(part('Một', 'p1'), head('letter'), a),
      fields: { ...fullFields, markStyle: 'dot', partStyle: 'roman' },
    },
  ),
  made(
    'an empty report that was filled',
    report({ text: text(sheet()) }),
    of(a, head('letter'), d, grid(top, first)),
  ),
  made(
    'a report that was emptied',
    of(a, head('letter'), d, grid(top, first)),
    report({ text: text(sheet()) }),
  ),
]
