/** What a person is told who is not let in. */
export const words = {
  malformed: 'Yêu cầu không hợp lệ.',
  'unknown-report': 'Máy chủ không có báo cáo này.',
  'unknown-invitation': 'Giấy mời không đúng hoặc không thuộc máy chủ này.',
  'invitation-used': 'Giấy mời này đã được dùng trên máy khác.',
  'invitation-expired': 'Giấy mời này đã hết hạn. Hãy xin thư ký giấy mời mới.',
  'invitation-withdrawn': 'Giấy mời này đã bị thu hồi.',
  'key-in-use': 'Máy này đã được gắn với một thành viên của báo cáo.',
  'not-a-member': 'Máy này chưa được mời vào báo cáo.',
  revoked: 'Đồng chí đã ngừng tham gia báo cáo này.',
  'bad-signature': 'Chữ ký của máy không đúng.',
  'bad-challenge': 'Phiên đăng nhập đã quá hạn; hãy thử lại.',
  'bad-session': 'Phiên làm việc không hợp lệ hoặc đã hết hạn.',
  'other-place': 'Phiên làm việc được cấp cho máy khác.',
  'in-use': 'Phiên làm việc đang được dùng ở một kết nối khác.',
  'too-many': 'Máy chủ nhận quá nhiều yêu cầu từ địa chỉ này; hãy thử lại sau ít phút.',
  'not-ready': 'Máy chủ chưa ghi được vào tệp báo cáo; hãy thử lại sau.',
} as const
