/** What the review says to the person whose record is not taken. */
export const words = {
  readOnly: 'Báo cáo đang chỉ đọc nên không ghi thêm được.',
  twice: 'Ý kiến này đã được ghi.',
} as const
