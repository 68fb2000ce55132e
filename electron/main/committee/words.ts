/** What belonging to a committee says to a person, apart from the way to its host (host/peer/words.ts). */
export const words = {
  notAMember: 'Báo cáo này không thuộc tổ biên tập nào trên máy khác.',
  notPutAway: 'Chưa cất được phần vừa viết vào tệp báo cáo.',
  untitled: 'Báo cáo của tổ biên tập',
  setAside: (name: string, time: string) => `${name} (trước khi lấy lại ${time})`,
} as const
