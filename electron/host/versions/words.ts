/** What freezing and its versions say to a person. */
export const words = {
  steps: {
    text: 'Đang ghi nội dung…',
    docx: 'Đang tạo tệp Word…',
    pdf: 'Đang dàn trang PDF…',
    keep: 'Đang cất giữ…',
  },
  busy: 'Đang chốt một dự thảo khác. Hãy đợi một lát.',
  noVersion: 'Không tìm thấy bản này trong báo cáo.',
  notFetched: 'Chưa lấy được bản này về máy. Hãy thử lại khi kết nối được với máy chủ của tổ biên tập.',
  notHeardOf: (number: number): string =>
    `Máy chủ đã chốt dự thảo lần ${number}, nhưng máy này chưa nhận được tin. Hãy xem lại danh sách sau ít phút.`,
  noDraft: (number: number): string => `Báo cáo không có dự thảo lần ${number}.`,
  noFile: 'Bản này không kèm tệp Word, PDF.',
  damaged: 'Bản này không còn nguyên vẹn như lúc chốt nên không mở được.',
  badNumber: 'Số của lần dự thảo phải lớn hơn các lần đã chốt.',
  automatic: {
    asked: 'Dự thảo',
    hourly: 'Tự động lưu',
    'before-import': 'Trước khi nhập tệp',
    'before-restore': 'Trước khi khôi phục',
    'before-migration': 'Trước khi nâng cấp',
  },
  partNames: {
    text: 'nội dung',
    state: 'bản gốc để khôi phục',
    docx: 'tệp Word',
    pdf: 'tệp PDF',
    problems: 'danh sách vấn đề',
    approvals: 'tình trạng duyệt',
    writers: 'người viết',
  },
  manifestChanged: (label: string): string => `${label}: bản ghi đã bị sửa.`,
  unknown: (id: string): string => `Bản ${id.slice(0, 8)}`,
  otherReport: (label: string): string => `${label}: là bản của một báo cáo khác.`,
  partMissing: (label: string, what: string): string => `${label}: ${what} đã bị bỏ.`,
  partChanged: (label: string, what: string): string => `${label}: ${what} đã bị sửa.`,
  partLeans: (label: string, what: string): string =>
    `${label}: ${what} không mở được, vì dựa vào một bản trước đã hỏng.`,
  sectionText: (section: string): string =>
    section === 'head' ? 'phần đầu văn bản' : `nội dung mục có mã ${section}`,
  outOfOrder: (label: string): string => `${label}: không đứng đúng thứ tự.`,
  chainBroken: (label: string): string =>
    `${label}: không nối tiếp lần trước; có bản đã bị bỏ, đổi chỗ hoặc thay.`,
  twice: (label: string): string => `${label}: có hai lần.`,
  notInLedger: (label: string): string => `${label}: sổ của tổ biên tập không ghi việc chốt bản này.`,
  gone: (number: number): string => `Dự thảo lần ${number}: sổ ghi đã chốt nhưng bản này không còn.`,
  stray: (count: number): string => `Có ${count} phần dữ liệu không thuộc bản nào.`,
} as const
