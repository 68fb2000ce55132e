import type { Change } from '../../shared/review/change'
import type { Level } from '../../shared/report/levels'

const levels: Readonly<Record<Level, string>> = {
  part: 'Phần',
  letter: 'Mục A, B',
  roman: 'Mục I, II',
  number: 'Mục 1, 2',
  subnumber: 'Mục 1.1, 1.2',
}
const levelName = (level: string | null): string =>
  level !== null && level in levels ? levels[level as Level] : 'Đoạn văn'

/** What one proposal asks for, as a heading of its card and read aloud in the text. */
function what({ kind, ...change }: Change): string {
  if (kind === 'insert-blocks') return 'thêm đoạn'
  if (kind === 'delete-block') return 'bỏ đoạn'
  if (kind === 'level') return 'đổi cấp mục'
  if (kind === 'choice') return 'chọn phương án'
  if (kind === 'cell') return 'sửa ô trong bảng'
  const { was, now } = change as { was: string; now: string }
  if (was === now) return 'sửa cách trình bày chữ'
  return was === '' ? 'thêm chữ' : now === '' ? 'bỏ chữ' : 'sửa chữ'
}

/** Proposals and tracked changes: panel, drawing in the text, the editor in place. */
export const proposalWords = {
  levelName,
  what,
  list: 'Các đề xuất sửa',
  none: 'Chưa có đề xuất nào. Đặt con trỏ ở một đoạn và bấm Đề xuất sửa (Ctrl+Alt+E).',
  noneShown: 'Không có đề xuất nào hợp với bộ lọc.',
  place: (here: number, all: number) => `${here} / ${all}`,
  next: 'Đề xuất sau',
  previous: 'Đề xuất trước',
  who: 'Người đề xuất',
  everybody: 'Mọi người',
  states: 'Trạng thái',
  stateChoices: { open: 'Chưa quyết định', decided: 'Đã quyết định', all: 'Tất cả' },
  stateMarks: {
    open: 'Chưa quyết định',
    accepted: 'Đã tiếp thu',
    rejected: 'Không tiếp thu',
    withdrawn: 'Đã rút',
  },
  decided: (state: string, who: string, when: string) => `${state}: ${who}, ${when}`,
  card: (who: string, asked: string) => `${who} đề nghị ${asked}`,
  label: (who: string, asked: string, words: string) =>
    words === '' ? `${who} đề nghị ${asked}` : `${who} đề nghị ${asked}: ${words}`,
  was: 'Hiện nay',
  now: 'Đề nghị',
  nothing: '(không có)',
  counters: (who: string) => `Phương án khác của đề xuất của ${who}`,
  conflict: 'Chỗ này đã thay đổi sau khi đề xuất. Hiện nay là:',
  same: 'Văn bản hiện đã đúng như đề xuất.',
  gone: 'Chỗ này không còn trong báo cáo. Đề xuất vẫn được giữ để xem và dùng lại.',
  acts: {
    accept: 'Tiếp thu',
    reject: 'Không tiếp thu',
    rejectWith: 'Ghi lý do',
    counter: 'Đề xuất khác',
    withdraw: 'Rút đề xuất',
    reopen: 'Mở lại',
    go: 'Đến chỗ này',
    reason: 'Lý do không tiếp thu (không bắt buộc)',
    send: 'Xác nhận',
    cancel: 'Thôi',
  },
  all: {
    label: 'Tiếp thu hàng loạt',
    person: (who: string, count: number) => `Tiếp thu ${count} đề xuất của ${who}`,
    section: (title: string, count: number) => `Tiếp thu ${count} đề xuất trong mục “${title}”`,
    button: (count: number) => `Tiếp thu ${count} đề xuất`,
    title: 'Tiếp thu nhiều đề xuất',
    body: (count: number) =>
      `${count} đề xuất sẽ được đưa vào văn bản trong một bước. Ctrl+Z đưa tất cả trở lại như trước.`,
    yes: 'Tiếp thu tất cả',
  },
  accepted: (count: number) =>
    count === 1 ? 'Đã tiếp thu. Ctrl+Z để trở lại.' : `Đã tiếp thu ${count} đề xuất. Ctrl+Z để trở lại.`,
  left: (count: number) => `Còn ${count} đề xuất phải xem riêng vì chữ ở đó đã khác.`,
  editor: {
    open: 'Đề xuất sửa',
    openLong: 'Đề xuất sửa đoạn này',
    title: 'Đề xuất sửa',
    text: 'Nội dung đề xuất',
    hint: 'Sửa như đồng chí muốn. Enter hai lần để gửi, Esc để thôi.',
    again: 'Bấm Enter lần nữa để gửi.',
    reason: 'Lý do (không bắt buộc)',
    level: 'Cấp của mục',
    addBehind: 'Thêm đoạn sau',
    remove: 'Đề nghị bỏ đoạn này',
    send: 'Gửi đề xuất',
    cancel: 'Thôi',
    leave: 'Bỏ nội dung đang đề xuất?',
    leaveBody: 'Nội dung vừa sửa chưa được gửi.',
    leaveYes: 'Bỏ',
    stay: 'Tiếp tục sửa',
    same: 'Chưa có gì khác với văn bản hiện nay.',
    sent: (count: number) => `Đã gửi ${count} đề xuất.`,
    notHere: 'Đặt con trỏ ở một đoạn, mục, chú thích, ô hay phương án để đề xuất sửa.',
    noRight: 'Đồng chí không được đề xuất sửa ở đây.',
    cell: (column: string) => `Giá trị đề nghị cho cột ${column}`,
    options: 'Phương án đề nghị chọn',
    noChoice: 'Để ngỏ, chưa chọn',
  },
  tracking: {
    label: 'Theo dõi thay đổi',
    long: 'Theo dõi thay đổi khi sửa',
    forAll: 'Theo dõi thay đổi: thư ký đã bật cho mọi người',
    on: 'Đã bật theo dõi thay đổi.',
    off: 'Đã tắt theo dõi thay đổi.',
    change: 'sửa, có theo dõi',
    cell: (was: string) => `Sửa, có theo dõi; trước là: ${was}`,
    card: (who: string) => `${who} đã sửa`,
    keep: 'Giữ thay đổi',
    takeBack: 'Bỏ thay đổi',
    newBlock: 'đoạn mới',
  },
} as const
