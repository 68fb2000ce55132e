import type { ProblemCode, Severity } from './problem'

export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Lỗi',
  question: 'Cần hỏi',
  reminder: 'Nhắc',
}

/** What is wrong, and what a person can do. */
export const problemWords: Readonly<
  Record<ProblemCode, { readonly title: string; readonly advice: string }>
> = {
  'missing-field': {
    title: 'Thiếu thông tin ở phần đầu văn bản',
    advice: 'Điền cơ quan ban hành, tên loại và trích yếu trong “Thông tin văn bản”.',
  },
  'empty-heading': {
    title: 'Đề mục chưa có tên',
    advice: 'Nhập tên đề mục hoặc chuyển thành đoạn văn.',
  },
  'level-jump': {
    title: 'Đề mục nhảy cấp',
    advice: 'Đề mục này thấp hơn đề mục trước nhiều hơn một cấp; nâng cấp hoặc thêm đề mục ở giữa.',
  },
  'duplicate-block': {
    title: 'Hai đoạn mang chung một mã',
    advice: 'Cắt một trong hai đoạn rồi dán lại để đoạn đó có mã riêng.',
  },
  'missing-note': {
    title: 'Số chú thích không có nội dung',
    advice: 'Nhập lại nội dung chú thích hoặc xóa số chú thích.',
  },
  'empty-note': { title: 'Chú thích để trống', advice: 'Nhập nội dung hoặc xóa chú thích.' },
  'doubled-reference': {
    title: 'Một chú thích được dẫn hai lần',
    advice: 'Kiểm tra xem chú thích thuộc về chỗ nào, xóa số còn lại hoặc tách thành hai chú thích.',
  },
  'orphan-note': {
    title: 'Chú thích không còn chỗ dẫn trong văn bản',
    advice: 'Chèn lại số chú thích hoặc xóa chú thích.',
  },
  'missing-table': {
    title: 'Bảng chỉ tiêu không có số liệu',
    advice: 'Xóa khung bảng này và chèn lại bảng chỉ tiêu.',
  },
  'unplaced-table': {
    title: 'Bảng chỉ tiêu không nằm trong văn bản',
    advice: 'Đặt con trỏ vào chỗ cần có bảng rồi đặt bảng vào; nếu không, bảng sẽ không được in.',
  },
  'unnamed-row': { title: 'Dòng chỉ tiêu chưa có tên', advice: 'Nhập tên chỉ tiêu hoặc xóa dòng.' },
  'missing-result': {
    title: 'Chỉ tiêu chưa có kết quả thực hiện',
    advice: 'Nhập kết quả để so sánh với mục tiêu.',
  },
  'differing-remark': {
    title: 'Ghi chú khác với số liệu',
    advice: 'So lại mục tiêu, kết quả và ghi chú của chỉ tiêu.',
  },
  'missing-options': {
    title: 'Khung phương án không có nội dung',
    advice: 'Xóa khung này và chèn lại các phương án.',
  },
  'unchosen-options': {
    title: 'Chưa chọn phương án',
    advice: 'Chọn một phương án; khi chưa chọn, tất cả đều được in.',
  },
  placeholder: {
    title: 'Chỗ còn bỏ ngỏ',
    advice: 'Thay dấu “???”, “…” bằng nội dung chính thức.',
  },
  'double-space': { title: 'Hai dấu cách liền nhau', advice: 'Bỏ bớt dấu cách.' },
}
