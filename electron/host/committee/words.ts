/** What serving says to an administrator. */
export const words = {
  noFolder: (folder: string) => `Không tìm thấy thư mục “${folder}”.`,
  noReports: (folder: string) => `Trong “${folder}” không có báo cáo (.duthao) nào mở được.`,
  sameReport: 'Đây là bản sao của một báo cáo khác trong cùng thư mục nên không được chia sẻ.',
} as const
