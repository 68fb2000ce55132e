const seconds = (milliseconds: number) => (milliseconds / 1000).toLocaleString('vi-VN')

export const words = {
  crashed: 'Việc này đã dừng đột ngột nên chưa có kết quả. Báo cáo đang mở không bị ảnh hưởng.',
  outOfMemory: 'Tệp cần quá nhiều bộ nhớ nên chương trình đã dừng. Báo cáo đang mở không bị ảnh hưởng.',
  timedOut: (limit: number) =>
    `Quá ${seconds(limit)} giây chưa xong nên chương trình đã dừng. Báo cáo đang mở không bị ảnh hưởng.`,
  cancelled: 'Đã huỷ theo yêu cầu.',
}
