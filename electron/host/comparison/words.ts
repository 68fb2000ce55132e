const two = (number: number): string => String(number).padStart(2, '0')

/** What comparing says to a person. */
export const words = {
  today: 'bản hiện nay',
  draft: (number: number): string => `Dự thảo lần ${number}`,
  /** A version between drafts, by the time it was made. */
  kept: (at: string): string =>
    `bản lưu ${new Date(at).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' })}`,
  draftOf: (number: number, file: string): string => `Dự thảo lần ${number} của “${file}”`,
  day: (day: number, month: number, year: number): string =>
    `ngày ${two(day)} tháng ${two(month)} năm ${year}`,
  /** Names of files that are proposed. */
  fileNames: {
    changes: (report: string, was: string, now: string): string =>
      `${report} - Báo cáo thay đổi từ ${was} đến ${now}`,
    redline: (report: string, was: string, now: string): string => `${report} - So sánh ${was} với ${now}`,
  },
  /** Author of tracked changes that are nobody's by name. */
  nobody: 'Dự Thảo',
}
