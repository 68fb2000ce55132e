/** What an export says to a person. */
export const words = {
  openElsewhere: (name: string) =>
    `Không ghi được “${name}” vì tệp đang mở trong Word hoặc một chương trình khác. Hãy đóng tệp rồi xuất lại; tệp cũ vẫn còn nguyên.`,
  noPermission: (name: string) =>
    `Không có quyền ghi “${name}” vào thư mục này. Hãy chọn thư mục khác; tệp cũ (nếu có) vẫn còn nguyên.`,
  readOnly: (name: string) => `Không ghi được “${name}”: ổ đĩa chỉ cho phép đọc. Hãy chọn thư mục khác.`,
  diskFull: (name: string) => `Ổ đĩa đã đầy, không ghi được “${name}”. Tệp cũ (nếu có) vẫn còn nguyên.`,
  noFolder: (name: string) => `Không tìm thấy thư mục để ghi “${name}”. Có thể ổ đĩa mạng đã ngắt kết nối.`,
  isFolder: (name: string) => `“${name}” là tên của một thư mục. Hãy chọn tên khác.`,
  notWritten: (name: string, reason: string) => `Không ghi được “${name}”: ${reason}.`,
  notOfficialYet: (count: number) =>
    `Còn ${count} chỗ cần rà soát hoặc phương án chưa chọn, nên chưa xuất bản chính thức được. Vẫn xuất được bản dự thảo.`,
  cancelled: 'Đã dừng xuất văn bản. Tệp cũ (nếu có) vẫn còn nguyên.',
  missingLetters: (letters: string) =>
    `Phông chữ của bản PDF không có ký tự ${letters}; bản PDF in ô vuông □ thay vào đó. Bản Word không bị ảnh hưởng.`,
  steps: {
    layOut: 'Dàn trang',
    docx: 'Ghi tệp Word',
    pdf: 'Tạo tệp PDF',
  },
  /** What a redline prints beside its marks. */
  move: {
    'moved-here': (move: number) => `[Chuyển đến ${move}]`,
    'moved-away': (move: number) => `[Chuyển đi ${move}]`,
  },
  otherForm: '[Đổi thể thức]',
  legend: {
    title: (was: string, now: string) => `So sánh “${was}” với “${now}”:`,
    came: 'chữ thêm',
    gone: 'chữ bỏ',
    moved: 'đoạn chuyển chỗ',
    restyled: 'đổi kiểu chữ',
  },
}
