export const words = {
  damaged: (places: number): string =>
    `Sổ của tổ biên tập bị hỏng ${places} chỗ. Hãy xem lại thành viên, quyền và các mục đã khóa.`,
}
