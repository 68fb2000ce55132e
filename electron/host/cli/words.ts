/** What the command line says. */
export const words = {
  usage: 'Cách dùng: du-thao <lệnh> [tham số]',
  commands: 'Các lệnh:',
  unknown: (name: string): string => `Không có lệnh “${name}”.`,
  refused: 'Không thực hiện được: ',
  broken: 'Lỗi trong chương trình: ',
  summaries: {
    import: 'nhập tệp Word (.docx) hoặc văn bản thuần (.txt) thành báo cáo',
    show: 'cho xem nội dung và cấu trúc của báo cáo',
    export: 'xuất báo cáo ra tệp Word và PDF',
  },
  badArgument: (name: string): string => `Tham số không đúng: ${name}.`,
  fileMissing: 'Thiếu tên tệp.',
  oneFile: 'Chỉ nhận một tệp mỗi lần.',
  outMissing: 'Thiếu tên tệp kết quả (-o).',
  exportMissing: 'Cần ít nhất một trong hai: --docx, --pdf.',
  profile: (name: string, known: string): string => `Không có thể thức “${name}”. Các thể thức: ${known}.`,
  exists: (path: string): string => `Tệp “${path}” đã có; thêm --force để ghi đè.`,
  written: (path: string): string => `Đã ghi ${path}`,
  counts: {
    headings: (counts: readonly number[]): string =>
      `Đề mục: ${counts[0] ?? 0} phần, ${counts[1] ?? 0} mục A, ${counts[2] ?? 0} mục I, ${counts[3] ?? 0} mục 1, ${counts[4] ?? 0} mục 1.1`,
    text: (paragraphs: number, tables: number): string => `Nội dung: ${paragraphs} đoạn văn, ${tables} bảng`,
    notes: (notes: number, refs: number): string => `Chú thích: ${notes}, dấu chú thích: ${refs}`,
    indicators: (groups: number, numbered: number, subs: number): string =>
      `Chỉ tiêu: ${groups} nhóm, ${numbered} chỉ tiêu, ${subs} dòng con`,
    options: (count: number): string => `Phương án: ${count}`,
    warnings: (count: number): string => (count === 0 ? 'Không có lưu ý nào.' : `Cần xem lại (${count}):`),
  },
}
