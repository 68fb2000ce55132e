/** Every word that an import says to a person. */

const excerptLength = 40

function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  return line.length > excerptLength ? `${line.slice(0, excerptLength).trimEnd()}…` : line
}

export const places = {
  /** With its first words, so that a person finds it in Word, where paragraphs have no numbers. */
  paragraph: (count: number, text: string): string => `đoạn ${count} (“${excerpt(text)}”)`,
  table: (count: number): string => `bảng ${count}`,
  row: (table: string, count: number): string => `${table}, dòng ${count}`,
  note: (count: number): string => `chú thích ${count}`,
  front: 'phần đầu văn bản',
  document: 'cả văn bản',
}

export const warnings = {
  numberChanged: (typed: string, printed: string): string =>
    `Trong tệp ghi “${typed}”, khi in sẽ là “${printed}”.`,
  signChanged: (typed: string, printed: string): string =>
    `Trong tệp đánh số kiểu “${typed}”, khi in thống nhất là “${printed}”.`,
  frontKept: (text: string): string => `“${text}” không thuộc mục nào của phần đầu, được giữ thành đoạn văn.`,
  noteUnreferenced: 'Chú thích không có dấu chú thích nào trong văn bản trỏ tới.',
  noteMissing: 'Dấu chú thích không có nội dung tương ứng.',
  noteNested: 'Chú thích đặt bên trong một chú thích khác; nội dung được giữ, dấu chú thích không giữ được.',
  noteTable: 'Bảng trong chú thích được chuyển thành các dòng chữ.',
  noteDouble: 'Có hai chú thích gộp làm một trong danh sách; đã tách thành hai đoạn, cần xem lại.',
  noteNumber: (typed: string): string =>
    `Số “${typed}” gõ tay trong danh sách chú thích không dùng nữa, số thứ tự được tính lại.`,
  noteBare: 'Dấu của chú thích này viết khác các chú thích còn lại.',
  noteMarkLost: 'Dòng bị ngắt ở chỗ có dấu chú thích đã mất nhưng không còn chú thích nào để gắn.',
  marksRestored: (count: number): string =>
    `Tệp văn bản thuần đã mất dấu chú thích; đã gắn lại ${count} dấu theo thứ tự, cần soát lại vị trí.`,
  indicatorNotes: 'Bảng chỉ tiêu có chú thích nên được giữ thành bảng thường.',
  rowNumber: (typed: string, printed: string): string =>
    `Số thứ tự trong tệp là “${typed}”, khi in sẽ là “${printed}”.`,
  headerDamaged: 'Dòng đầu bảng bị thiếu cột; tên các cột còn thiếu được đặt mặc định.',
}
