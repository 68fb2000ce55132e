const two = (number: number): string => String(number).padStart(2, '0')

/** What comparing says to a person. */
export const words = {
  today: 'bản hiện nay',
  day: (day: number, month: number, year: number): string =>
    `ngày ${two(day)} tháng ${two(month)} năm ${year}`,
  noDraft: (number: number, file: string): string => `Báo cáo “${file}” không có dự thảo lần ${number}.`,
  report: { was: 'Báo cáo', title: 'Báo cáo thay đổi' },
}
