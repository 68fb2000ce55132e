import type { DifferenceClass, DifferenceKind } from '../compare/difference'
import type { FieldName } from '../report/fields'

/** What a change is, in words: on paper, on the command line and in the window. */
export const classWords: Readonly<Record<DifferenceClass, string>> = {
  figure: 'Số liệu',
  content: 'Nội dung',
  wording: 'Câu chữ',
  move: 'Chuyển vị trí',
  layout: 'Thể thức',
}

export const kindWords: Readonly<Record<DifferenceKind, string>> = {
  added: 'Thêm mới',
  removed: 'Đã bỏ',
  words: 'Sửa chữ',
  moved: 'Chuyển chỗ',
  promoted: 'Lên một cấp',
  demoted: 'Xuống cấp',
  split: 'Tách đoạn',
  joined: 'Nhập đoạn',
  marks: 'Đổi kiểu chữ',
  form: 'Đổi cách trình bày',
  chosen: 'Chọn phương án',
}

/** What stands above and below the text, by its name. */
export const fieldWords: Readonly<Record<FieldName, string>> = {
  superiorBody: 'Cơ quan cấp trên',
  issuingBody: 'Cơ quan ban hành',
  number: 'Số và ký hiệu',
  draftNumber: 'Dự thảo lần thứ',
  circulation: 'Chỉ dẫn lưu hành',
  place: 'Địa danh',
  date: 'Ngày tháng',
  type: 'Tên loại văn bản',
  title: 'Trích yếu',
  authority: 'Quyền hạn người ký',
  position: 'Chức vụ',
  signer: 'Họ và tên người ký',
  recipients: 'Nơi nhận',
  profile: 'Thể thức trình bày',
  partStyle: 'Cách ghi phần',
  markStyle: 'Dấu sau số mục',
}

/** Where a change stands. */
export const placeWords = {
  fields: fieldWords,
  head: 'Phần đầu văn bản',
  section: (path: string, title: string) => (title === '' ? path : `${path}. ${title}`),
  note: (number: string | null) => (number === null ? 'chú thích' : `chú thích ${number}`),
  table: (title: string) => (title === '' ? 'bảng' : `bảng “${title}”`),
  indicator: (number: string, name: string) =>
    number === '' ? `dòng “${name}”` : `chỉ tiêu ${number} “${name}”`,
  row: (row: number) => `dòng ${row}`,
  column: (title: string) => `cột “${title}”`,
  nthColumn: (column: number) => `cột ${column}`,
  direction: 'chiều tốt hơn',
  rowKind: 'kiểu dòng',
  options: (name: string) => `các ${name.toLocaleLowerCase('vi')}`,
  wording: (name: string, at: number) => `${name.toLocaleLowerCase('vi')} ${at}`,
}
