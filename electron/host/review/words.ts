import type { ReviewRecord } from '../../../shared/review/record'
import { refusalWords } from '../gate/words'
import type { RecordRefusalCode } from './refusal'

/** What the review says to the person whose record is not taken. */
export const words = {
  readOnly: 'Báo cáo đang chỉ đọc nên không ghi thêm được.',
  noMember:
    'Máy này chưa là máy của thành viên nào trong tổ biên tập nên chưa ghi được ý kiến cho người khác.',
  leftCommittee: 'Đồng chí không còn trong tổ biên tập nên không ghi được ý kiến cho người khác.',
} as const

/** What a record was to say, for one that was not taken. */
export const recordNames: Readonly<Record<ReviewRecord['kind'], string>> = {
  'annotation.added': 'Ý kiến',
  'annotation.replied': 'Trả lời ý kiến',
  'annotation.edited': 'Sửa lời ý kiến',
  'annotation.removed': 'Rút ý kiến',
  'annotation.assigned': 'Giao xử lý ý kiến',
  'annotation.resolved': 'Ghi là ý kiến đã xử lý',
  'annotation.reopened': 'Mở lại ý kiến',
  'proposal.added': 'Đề xuất sửa',
  'proposal.accepted': 'Ghi là đã chấp nhận đề xuất',
  'proposal.rejected': 'Từ chối đề xuất',
  'proposal.withdrawn': 'Rút đề xuất',
  'proposal.reopened': 'Mở lại đề xuất',
  'preference.given': 'Ý kiến về phương án',
  'options.decided': 'Chọn phương án',
  'change.tracked': 'Ghi lại lời cũ của một chỗ đã sửa',
  'change.settled': 'Ghi là đã xem một chỗ sửa',
}

/** Why a record is not taken. */
export const recordWords: Readonly<Record<RecordRefusalCode, string>> = {
  ...refusalWords,
  locked: 'Mục này đã được khóa.',
  'no-right': 'Đồng chí chưa được giao quyền làm việc này ở mục này.',
  'wrong-author': 'Ý kiến mang tên người khác.',
  'in-future': 'Ý kiến ghi giờ ở tương lai; hãy xem lại đồng hồ của máy.',
  'known-id': 'Ý kiến này đã được ghi.',
  'wrong-audience': 'Ý kiến này không dành cho những người đọc đó.',
  'unknown-record': 'Không tìm thấy ý kiến mà nội dung này nói tới.',
  'wrong-kind': 'Không thể làm việc này với ý kiến đó.',
  'not-own': 'Chỉ tác giả của ý kiến mới làm được việc này.',
  'no-change': 'Ý kiến này đã được người khác xử lý.',
  'unknown-content': 'Ý kiến có nội dung mà phiên bản này không có.',
  rewritten: 'Ý kiến đã ghi thì không sửa hay xóa được, chỉ ghi thêm.',
  'too-many': 'Đồng chí đã ghi quá nhiều ý kiến vào báo cáo này.',
  'too-large': 'Ý kiến quá dài.',
  'foreign-client': 'Ý kiến mang mã máy của người khác.',
  gap: 'Ý kiến gửi bị thiếu một đoạn ở giữa; cần đồng bộ lại từ đầu.',
}
