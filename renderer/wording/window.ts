const number = new Intl.NumberFormat('vi-VN')
const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false })
const day = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' })

/** 12480 → "12.480" */
export const figure = (value: number): string => number.format(value)

/** "10:42"; another day also says which. */
export function moment(iso: string, now: Date): string {
  const at = new Date(iso)
  const time = clock.format(at)
  return at.toDateString() === now.toDateString() ? time : `${time} ngày ${day.format(at)}`
}

/** "hôm nay, 10:42", "hôm qua, 16:05", "07/02/2026". */
export function dayInWords(iso: string, now: Date): string {
  const at = new Date(iso)
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (at.toDateString() === now.toDateString()) return `hôm nay, ${clock.format(at)}`
  if (at.toDateString() === yesterday.toDateString()) return `hôm qua, ${clock.format(at)}`
  return day.format(at)
}

/** The bars, the start screen, the frame around the panels. */
export const windowWords = {
  appName: 'Dự Thảo',
  close: 'Đóng',
  cancel: 'Hủy',
  regions: {
    top: 'Thanh tên báo cáo',
    tools: 'Thanh công cụ',
    outline: 'Bố cục',
    paper: 'Nội dung báo cáo',
    notes: 'Chú thích',
    review: 'Rà soát',
    status: 'Thanh trạng thái',
    find: 'Tìm và thay thế',
  },
  start: {
    lead: 'Soạn báo cáo nhiều người cùng viết, nhiều lần dự thảo, xuất Word và PDF đúng thể thức.',
    newReport: 'Báo cáo mới',
    newHint: 'Bắt đầu từ trang trắng có sẵn phần đầu văn bản',
    import: 'Nhập từ Word hoặc văn bản',
    importHint: 'Đọc dự thảo .docx, .txt; xem trước rồi mới nhận',
    open: 'Mở báo cáo',
    openHint: 'Tệp .duthao trên máy này hoặc ổ dùng chung',
    recent: 'Mở gần đây',
    noRecent: 'Chưa có báo cáo nào. Báo cáo đã mở sẽ nằm ở đây.',
    drop: 'Cũng có thể kéo tệp thả vào cửa sổ này.',
    missing: 'Không còn ở chỗ cũ',
    forget: 'Bỏ khỏi danh sách',
    untitled: 'Báo cáo chưa đặt tên',
  },
  saved: {
    saved: (at: string) => `Đã lưu lúc ${at}`,
    saving: 'Đang lưu…',
    always: 'Không cần bấm lưu: mọi thay đổi được lưu ngay khi gõ.',
    failing: 'Chưa ghi được vào tệp',
    readOnly: 'Chỉ xem',
    saveCopy: 'Lưu bản sao…',
    showCopy: 'Mở thư mục bản khôi phục',
    copySaved: 'Đã lưu một bản sao.',
  },
  top: {
    fields: 'Thông tin văn bản',
    editFields: 'Sửa thông tin văn bản',
    export: 'Xuất văn bản',
  },
  tools: {
    level: 'Cấp của đoạn đang đứng',
    paragraph: 'Đoạn văn',
    levels: {
      part: 'Phần thứ nhất, hai…',
      letter: 'Mục A-, B-, C-',
      roman: 'Mục I-, II-, III-',
      number: 'Mục 1., 2., 3.',
      subnumber: 'Mục 1.1., 1.2.',
    },
    elsewhere: 'Ngoài đoạn văn',
    strong: 'Chữ đậm',
    em: 'Chữ nghiêng',
    underline: 'Gạch chân',
    superscript: 'Chỉ số trên',
    numberList: 'Đoạn đánh số 1., 2.',
    targetList: 'Chỉ tiêu (1)., (2).',
    bulletList: 'Gạch đầu dòng',
    promote: 'Nâng một cấp',
    demote: 'Hạ một cấp',
    note: 'Chú thích',
    noteLong: 'Thêm chú thích cuối trang',
    indicators: 'Bảng chỉ tiêu',
    indicatorsLong: 'Chèn bảng chỉ tiêu',
    table: 'Chèn bảng',
    options: 'Thêm phương án',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    find: 'Tìm và thay thế',
    preview: 'Bản in',
    previewLong: 'Xem bản in từng trang',
  },
  status: {
    counts: (words: number, notes: number, pages: number) =>
      `${figure(words)} chữ · ${figure(notes)} chú thích · khoảng ${figure(pages)} trang`,
    noSection: 'Phần mở đầu',
    section: (number: string, title: string) =>
      number.startsWith('Phần') ? `${number}. ${title}` : `Mục ${number} ${title}`,
    profile: (name: string) => `Thể thức: ${name}`,
    zoom: 'Mức thu phóng',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    zoomReset: 'Về đúng khổ giấy (100%)',
    appearance: { system: 'Theo máy', light: 'Nền sáng', dark: 'Nền tối' },
    appearanceLabel: 'Giao diện',
    shortcuts: 'Phím tắt',
  },
  splitters: {
    outline: 'Độ rộng của bố cục',
    notes: 'Chiều cao của phần chú thích',
    review: 'Độ rộng của phần rà soát',
  },
  failure: {
    title: 'Việc này chưa làm được',
    safe: 'Báo cáo đang mở không thay đổi.',
    unknown: 'Chương trình gặp sự cố ngoài dự kiến. Nội dung đã gõ vẫn được lưu; hãy thử lại.',
  },
} as const
