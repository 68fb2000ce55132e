/** Why something was not written. */
export const rightsWords = {
  locked: (title: string) =>
    title ? `Mục “${title}” đang khóa, chưa sửa được.` : 'Mục này đang khóa, chưa sửa được.',
  noRight: (title: string) =>
    title ? `Bạn chưa được giao sửa mục “${title}”.` : 'Bạn chưa được giao sửa mục này.',
  noRightHere: 'Bạn chưa được giao sửa chỗ này.',
  lockedMark: 'Đang khóa',
  /** Ctrl+Z met steps that may no longer be taken back. */
  skipped: (steps: number) =>
    steps === 1
      ? 'Bỏ qua một bước hoàn tác: chỗ đó đang khóa.'
      : `Bỏ qua ${steps} bước hoàn tác: những chỗ đó đang khóa.`,
  unknownTitle: 'Chỉ xem',
  unknown:
    'Báo cáo có nội dung mà bản Dự Thảo này chưa đọc được. Nội dung ấy vẫn còn nguyên, chỉ không hiện ở đây. Hãy cập nhật chương trình để sửa tiếp.',
} as const
