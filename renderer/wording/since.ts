import { classWords, kindWords } from '../../shared/changes/words'

/** "Từ lần tôi xem trước": what changed since the person last looked. */
export const sinceWords = {
  list: 'Các chỗ thay đổi',
  never:
    'Chưa ghi lần xem nào. Khi đã đọc báo cáo, hãy bấm “Đã xem hết”; từ đó phần này cho biết những gì thay đổi.',
  none: 'Không có gì thay đổi từ lần xem trước.',
  noneMine: 'Không có gì thay đổi trong các mục của đồng chí.',
  scope: 'Xem thay đổi ở',
  mine: 'Mục của tôi',
  all: 'Tất cả',
  previous: 'Thay đổi trước',
  next: 'Thay đổi sau',
  count: (at: number, of: number) => (at > 0 ? `${at}/${of}` : `${of} chỗ`),
  /** Read aloud while stepping. */
  stepped: (at: number, of: number, what: string) => `Thay đổi ${at} trên ${of}: ${what}`,
  seenOne: 'Đã xem mục này',
  seenAll: 'Đã xem hết',
  annotate: 'Nêu ý kiến',
  decide: 'Duyệt, trả lại…',
  marked: 'Đã ghi là xem rồi.',
  head: 'Phần đầu và thể thức',
  gone: 'Mục đã bỏ',
  isNew: 'Mục mới',
  lastSeen: (when: string) => `Xem lần trước: ${when}`,
  classes: classWords,
  kinds: kindWords,
  added: 'thêm:',
  removed: 'bỏ:',
  note: 'Chú thích',
  emptyParagraph: 'Một đoạn trống',
  moreWords: '…',
  together: (count: number) => `cùng ${count} đoạn bên trong`,
  go: 'Đến chỗ này',
} as const
