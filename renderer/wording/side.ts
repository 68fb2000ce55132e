/** What a tab of the right panel is called, and what its number counts. */
const tab = (name: string, counted: string) => ({
  name,
  counted,
  /** "Ý kiến: 3 ý kiến chưa xong" */
  long: (count: number) => (count > 0 ? `${name}: ${count} ${counted}` : name),
})

/** The right panel as a whole. */
export const sideWords = {
  tabs: 'Các phần của rà soát',
  close: 'Thu phần bên phải',
  forMe: (count: number) => `${count} nhắc tôi hoặc giao cho tôi`,
  open: (name: string) => `Mở phần ${name.toLocaleLowerCase('vi')}`,
  annotations: tab('Ý kiến', 'ý kiến chưa xong'),
  proposals: tab('Đề xuất', 'đề xuất chờ quyết định'),
  changes: tab('Thay đổi', 'chỗ chưa xem'),
  problems: tab('Kiểm tra', 'vấn đề'),
  tray: tab('Chưa nhập', 'đoạn'),
} as const
