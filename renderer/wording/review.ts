/** The right panel. */
export const reviewWords = {
  title: 'Rà soát',
  open: 'Mở phần rà soát',
  openWith: (count: number) => `Mở phần rà soát: ${count} vấn đề`,
  close: 'Thu phần rà soát',
  none: 'Không thấy vấn đề nào. Phần rà soát tự cập nhật khi anh chị viết.',
  go: 'Đến chỗ này',
} as const
