/** What a tab of the right panel is called where there is room for two words, and aloud with its number. */
const tab = (name: string, waiting: (count: number) => string) => ({
  name,
  /** "Ý kiến: 3 ý kiến chưa xong" */
  long: (count: number) => (count > 0 ? `${name}: ${waiting(count)}` : name),
})

/** The right panel as a whole. */
export const sideWords = {
  tabs: 'Các phần của rà soát',
  close: 'Thu phần bên phải',
  open: (name: string) => `Mở phần ${name.toLocaleLowerCase('vi')}`,
  annotations: tab('Ý kiến', count => `${count} ý kiến chưa xong`),
  proposals: tab('Đề xuất', count => `${count} đề xuất chờ quyết định`),
  changes: tab('Thay đổi', count => `${count} chỗ chưa xem`),
  problems: tab('Kiểm tra', count => `${count} vấn đề`),
  tray: tab('Chưa nhập', count => `${count} đoạn`),
} as const
