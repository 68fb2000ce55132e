import type { RefusalCode } from './refusal'

/** What the person whose edit was refused is told. */
export const refusalWords: Readonly<Record<RefusalCode, string>> = {
  locked: 'Mục này đã được khóa nên không nhận sửa đổi.',
  'no-right': 'Đồng chí chưa được giao quyền sửa phần này.',
  'copied-id': 'Phần này trùng mã với một phần mà đồng chí không được sửa.',
  'unknown-content': 'Sửa đổi có nội dung mà phiên bản này của báo cáo không có.',
  'broken-record': 'Sửa đổi làm hỏng bảng chỉ tiêu hoặc phương án.',
  'unknown-root': 'Sửa đổi không thuộc phần nào của báo cáo.',
  'foreign-client': 'Sửa đổi mang mã máy của người khác.',
  gap: 'Sửa đổi bị thiếu một đoạn ở giữa; cần đồng bộ lại từ đầu.',
  'too-large': 'Sửa đổi quá lớn.',
  malformed: 'Dữ liệu đồng bộ không hợp lệ.',
}
