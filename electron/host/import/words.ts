import { extname } from 'node:path'

/** What an import says to a person. */
export const words = {
  missing: (path: string): string => `Không tìm thấy tệp “${path}”.`,
  forbidden: (path: string): string => `Không có quyền đọc tệp “${path}”.`,
  folder: (path: string): string => `“${path}” là thư mục, không phải tệp.`,
  unreadable: (path: string, reason: string): string => `Không đọc được tệp “${path}” (${reason}).`,
  tooBig: 'Tệp lớn hơn 100 MB nên không mở được.',
  empty: 'Tệp này rỗng, không có chữ nào. Hãy kiểm tra lại tệp gốc.',
  binary: (path: string): string =>
    `Tệp “${path}” không phải văn bản. Chỉ mở được tệp Word (.docx) và tệp văn bản thuần (.txt).`,
  encoding: (path: string): string =>
    `Tệp “${path}” dùng bảng mã không phải Unicode. Hãy mở tệp, lưu lại với bảng mã UTF-8 rồi thử lại.`,
  tooLong: 'Tệp văn bản dài hơn 20 triệu chữ cái hoặc 200 000 dòng nên không mở được.',
  steps: {
    reading: 'Đang đọc tệp',
    recognising: 'Đang nhận dạng cấu trúc',
    finishing: 'Đang hoàn tất',
    revisions: 'Đang đọc các thay đổi được theo dõi',
  },
}

export const isTextName = (path: string): boolean => /^\.(?:txt|text|md)$/i.test(extname(path))
