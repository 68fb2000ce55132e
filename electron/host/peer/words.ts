/** What a member is told about the way to the host. */
export const words = {
  connecting: 'Đang kết nối với máy chủ của báo cáo.',
  offline:
    'Chưa liên lạc được với máy chủ. Đồng chí cứ viết tiếp: mọi thay đổi được giữ ở máy này và tự gửi khi có mạng.',
  lost: 'Mất liên lạc với máy chủ. Đồng chí cứ viết tiếp: mọi thay đổi được giữ ở máy này và tự gửi khi có mạng.',
  notTaken: (why: string) => `${why} Chương trình sẽ tự thử lại; mọi thay đổi được giữ ở máy này.`,
  refused: (why: string) =>
    `Máy chủ không nhận một thay đổi: ${why} Đang lấy lại báo cáo từ máy chủ; phần đồng chí viết được giữ lại.`,
  restored: (why: string) =>
    `Máy chủ không nhận một thay đổi: ${why} Báo cáo đã được lấy lại từ máy chủ; phần đồng chí viết nằm trong khay.`,
  recordRefused: (why: string) => `Máy chủ không nhận một ý kiến: ${why} Ý kiến nằm trong khay.`,
  refusedForUnknownReason: 'không rõ lý do.',
  diskFails:
    'Máy chủ chưa ghi được vào ổ đĩa. Đồng chí cứ viết tiếp: mọi thay đổi được giữ ở máy này cho đến khi máy chủ xác nhận.',
  revoked:
    'Đồng chí đã ngừng tham gia báo cáo này. Tệp ở máy này vẫn còn để xem, nhưng thay đổi không được gửi đi nữa.',
  otherVersion:
    'Máy chủ dùng phiên bản Dự Thảo khác nên hai bên chưa gửi được cho nhau. Hãy cập nhật chương trình rồi mở lại báo cáo; mọi thay đổi được giữ ở máy này.',
  notAnInvitation: 'Đây không phải là giấy mời của Dự Thảo, hoặc giấy mời bị thiếu chữ. Hãy chép lại đầy đủ.',
  cancelled: 'Đã dừng tham gia báo cáo.',
  hostGaveUp: 'Máy chủ ngắt kết nối khi đang gửi báo cáo. Hãy thử lại.',
  steps: {
    reach: 'Tìm máy chủ',
    join: 'Trình giấy mời',
    fetch: 'Nhận báo cáo',
    write: 'Ghi vào máy',
  },
} as const
