/** What a cluster says to an administrator and, through the door, to members. */
export const words = {
  configMissing: (path: string) => `Không đọc được tệp cấu hình “${path}”.`,
  configBad: (place: string) =>
    `Cấu hình máy chủ không đúng${place ? ` ở “${place}”` : ''}. Cần địa chỉ postgres và redis.`,
  databaseGone:
    'Không ghi được vào cơ sở dữ liệu (PostgreSQL). Thay đổi được giữ ở máy người soạn, thử lại sau.',
  newerTables: 'Cơ sở dữ liệu do bản Dự Thảo mới hơn tạo ra. Hãy cập nhật máy chủ này.',
  noReport: (id: string) => `Không có báo cáo “${id}” trong cơ sở dữ liệu.`,
  thereAlready: 'Báo cáo này đã có trong cơ sở dữ liệu; không ghi đè.',
  fileThere: (path: string) => `Tệp “${path}” đã có; hãy chọn tên khác.`,
  otherSchema: 'Báo cáo trong cơ sở dữ liệu do bản Dự Thảo khác tạo ra. Hãy cập nhật máy chủ này.',
  damaged: (id: string) =>
    `Dữ liệu của báo cáo “${id}” bị hỏng. Không mở, không thay đổi gì; hãy khôi phục bản sao lưu.`,
} as const
