import type { DifferenceClass } from '../../shared/compare/difference'
import type { LeftoverKind } from '../../shared/returned/leftover'

const classes: Readonly<Record<DifferenceClass, string>> = {
  figure: 'Số liệu',
  content: 'Nội dung',
  wording: 'Câu chữ',
  move: 'Chuyển vị trí',
  layout: 'Thể thức',
}

const listed: Readonly<Record<LeftoverKind, string>> = {
  'note-added': 'Thêm chú thích',
  'note-gone': 'Sửa chú thích mà báo cáo hôm nay không còn',
  'row-gone': 'Sửa chỉ tiêu mà báo cáo hôm nay không còn',
  'row-added': 'Thêm chỉ tiêu',
  'row-removed': 'Bỏ chỉ tiêu',
  'row-moved': 'Chuyển chỗ chỉ tiêu',
  title: 'Sửa tiêu đề biểu chỉ tiêu',
  'table-added': 'Thêm biểu chỉ tiêu',
  'table-removed': 'Không thấy biểu chỉ tiêu này trong tệp',
  wording: 'Sửa phương án',
  field: 'Sửa thông tin đầu, cuối văn bản',
  form: 'Sửa kiểu danh sách hoặc căn dòng',
}

/** What an edit asks for that no proposal can say, as the remark that it becomes. */
function inWords(kind: LeftoverKind, before: string, after: string): string {
  if (before === '' || before === after) return `${listed[kind]}: “${after || before}”`
  return after === '' ? `${listed[kind]}: “${before}”` : `${listed[kind]}: “${before}” thành “${after}”`
}

const day = (at: string): string => {
  const found = /^(\d{4})-(\d\d)-(\d\d)/u.exec(at)
  return found ? `${found[3] ?? ''}/${found[2] ?? ''}/${found[1] ?? ''}` : ''
}

const lineOf = (text: string): string => text.replace(/[\s\ufffc]+/gu, ' ').trim()

/** Taking in a Word file that came back with somebody's wishes. */
export const returnedWords = {
  title: 'Nhận bản Word góp ý',
  reading: 'Đang đọc bản góp ý',
  readingSafe: 'Báo cáo chưa bị thay đổi gì.',
  failed: 'Không nhận được bản góp ý',
  failedSafe: 'Báo cáo vẫn nguyên vẹn.',
  another: 'Chọn tệp khác',
  comparing: 'Đang đối chiếu với báo cáo…',
  cannotRead: 'Không đọc được bản dự thảo này.',
  about: 'Nguồn gốc',
  source: 'Được sửa từ',
  sourceHint: 'Chương trình đoán theo chỗ giống nhau; chọn lại nếu không đúng.',
  today: 'Báo cáo hôm nay',
  alike: (share: number) => `giống ${Math.floor(share * 100)}%`,
  name: 'Người gửi',
  nameHint: 'Dùng cho những chỗ sửa mà tệp không ghi tên ai.',
  unit: 'Đơn vị gửi',
  found: 'Tìm thấy',
  proposals: (count: number) => `${count} chỗ sửa thành đề xuất`,
  listedCount: (count: number) => `${count} chỗ sửa chỉ ghi được thành ý kiến`,
  comments: (count: number) => `${count} ý kiến trong tệp`,
  already: (count: number) => `${count} chỗ báo cáo hôm nay đã có, bỏ qua`,
  both: 'Hai bên cùng sửa',
  bothCount: (count: number) => `${count} chỗ hai bên cùng sửa`,
  nothing: 'Tệp này không có gì khác với bản đã gửi.',
  nothingNew: 'Mọi chỗ sửa trong tệp, báo cáo hôm nay đã có.',
  warnings: 'Những gì trong tệp không đọc được',
  list: 'Các chỗ sửa, theo mục',
  section: (title: string, count: number) => `${title} (${count})`,
  beforeSections: 'Phần đầu và cả báo cáo',
  classes,
  listed,
  inWords,
  comment: (resolved: boolean) => (resolved ? 'Ý kiến, đã giải quyết' : 'Ý kiến'),
  /** What stands around the words that change. */
  around: ({ before, after }: { before: string; after: string }) =>
    `trong: …${lineOf(before).slice(-50)} […] ${lineOf(after).slice(0, 50)}…`,
  aboutWords: (words: string) => `về “${words}”`,
  by: (author: string, at: string) => [author, day(at)].filter(Boolean).join(', '),
  untracked: 'sửa không theo dõi',
  takeSection: 'Đưa mục này vào',
  takeSectionLong: (title: string) => `Đưa mục này vào: ${title}`,
  takeAll: (count: number) => `Đưa vào làm đề xuất (${count})`,
  taking: 'Đang đưa vào…',
  taken: 'Đã đưa vào',
  takenCount: (count: number) =>
    `Đã đưa vào ${count} chỗ. Xem ở các thẻ Đề xuất và Ý kiến bên phải; báo cáo chỉ thay đổi khi tiếp thu.`,
  refused: 'Không có quyền ở mục này',
  from: (name: string, unit: string, file: string) =>
    `theo tệp ${[[name, unit].filter(Boolean).join(', '), file].filter(Boolean).join(' – ')}`,
} as const
