/** What sharing says to the person who shares, and to an administrator. */
export const words = {
  portTaken: (port: number) => `Cổng ${port} đang được chương trình khác dùng. Hãy chọn một cổng khác.`,
  portForbidden: (port: number) => `Không được phép dùng cổng ${port}. Hãy chọn cổng từ 1024 trở lên.`,
  noSuchAddress: (host: string) => `Máy này không có địa chỉ “${host}”.`,
  readOnly: 'Báo cáo đang chỉ đọc nên không chia sẻ được.',
  sharedAlready: 'Báo cáo này đang được chia sẻ.',
  notShared: 'Báo cáo này chưa được chia sẻ.',
  revoked: 'Đồng chí đã ngừng tham gia báo cáo này nên không chia sẻ được từ máy này.',
} as const
