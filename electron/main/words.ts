/** What the main process says to a person, apart from the menu (menu/menu-words.ts). */
export const words = {
  appName: 'Dự Thảo',
  unknownWindow: 'Yêu cầu này không được phép.',
  invalidInput: 'Yêu cầu không hợp lệ.',
  internal: 'Chương trình gặp sự cố ngoài dự kiến. Nội dung đã gõ vẫn được lưu.',
  pathNotChosen: 'Chỉ mở được những tệp mà người dùng đã chọn.',
  noReport: 'Cửa sổ này chưa mở báo cáo nào.',
  importGone: 'Kết quả nhập này không còn nữa; hãy nhập lại tệp.',
  taskUnderWay: 'Việc này đang được thực hiện.',
  untitled: 'Báo cáo chưa đặt tên',
  folder: 'Dự Thảo',
  copyOf: (name: string) => `${name} - bản sao`,
  reports: 'Báo cáo Dự Thảo',
  drafts: 'Bản thảo Word hoặc văn bản',
  formats: { docx: 'Tài liệu Word', pdf: 'Tài liệu PDF' },
  openReport: 'Mở báo cáo',
  openDraft: 'Nhập bản thảo',
  saveCopy: 'Lưu bản sao',
  moveReport: 'Đổi tên hoặc chuyển báo cáo',
  exportTo: (format: string) => `Xuất ra ${format}`,
  cannotOpen: 'Không mở được báo cáo',
  notice: 'Thông báo về báo cáo',
  notSaved: 'Báo cáo chưa ghi được vào tệp',
  notSavedDetail: (why: string, recovery: string | null) =>
    recovery
      ? `${why}\n\nNếu đóng bây giờ, những thay đổi đó được giữ trong tệp khôi phục và sẽ được đưa lại khi mở chương trình lần sau.`
      : `${why}\n\nNếu đóng bây giờ, những thay đổi đó sẽ mất.`,
  keepOpen: 'Không đóng',
  closeAnyway: 'Vẫn đóng',
  understood: 'Đã hiểu',
}
