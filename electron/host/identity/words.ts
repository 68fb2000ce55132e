import { basename } from 'node:path'

/** What is said about keys, invitations and hosts. */
export const words = {
  keyUnreadable: (path: string): string =>
    `Không đọc được khóa của máy này (“${basename(path)}”). Tệp được giữ nguyên; hãy báo người quản trị.`,
  otherCertificate: 'Máy chủ trả lời không phải là máy chủ trong giấy mời. Không gửi gì cho máy đó.',
  hostSilent: 'Không liên lạc được với máy chủ của báo cáo. Kiểm tra mạng rồi thử lại.',
  badAnswer: 'Máy chủ trả lời không đúng.',
}
