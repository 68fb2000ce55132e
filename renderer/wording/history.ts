/** "Lịch sử câu": in which drafts a sentence appeared and changed. */
export const historyWords = {
  title: 'Lịch sử câu',
  open: 'Lịch sử câu này',
  list: 'Các lần câu này thay đổi',
  today: 'Văn bản hôm nay',
  noSentence: 'Hãy đặt con trỏ vào một câu trong văn bản.',
  noVersions: 'Chưa có lần dự thảo hay bản tự lưu nào để so với câu này.',
  reading: (done: number, of: number) => `Đang đọc ${done}/${of} bản…`,
  states: {
    changed: 'Sửa lời',
    moved: 'Chuyển chỗ',
    appeared: 'Xuất hiện',
    same: 'Có từ bản cũ nhất còn giữ',
  },
  since: (version: string) => `sau ${version}`,
  by: (names: string) => `người viết trong đoạn: ${names}`,
}
