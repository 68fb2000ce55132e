/** What the command line says. */
export const words = {
  usage: 'Cách dùng: du-thao <lệnh> [tham số]',
  commands: 'Các lệnh:',
  unknown: (name: string): string => `Không có lệnh “${name}”.`,
  refused: 'Không thực hiện được: ',
  broken: 'Lỗi trong chương trình: ',
  summaries: {
    import: 'nhập tệp Word (.docx) hoặc văn bản thuần (.txt) thành báo cáo',
    compare: 'so sánh hai bản (báo cáo, báo cáo#lần dự thảo, tệp Word) và cho biết những gì đã đổi',
    show: 'cho xem nội dung và cấu trúc của báo cáo',
    export: 'xuất báo cáo ra tệp Word và PDF',
    serve: 'cho tổ biên tập cùng viết các báo cáo trong một thư mục',
    invite: 'mời một người vào tổ biên tập của báo cáo',
    session: 'dùng giấy mời để mở phiên làm việc cho một chương trình khác',
    cluster: 'quản lý các báo cáo trong cơ sở dữ liệu của cụm máy chủ',
    audit: 'cho xem ai đã làm gì trong tổ biên tập, kiểm tra sổ có bị sửa, bỏ hay đảo mục nào không',
    members: 'cho xem thành viên của tổ biên tập, ngừng hoặc nhận lại một người',
  },
  badArgument: (name: string): string => `Tham số không đúng: ${name}.`,
  fileMissing: 'Thiếu tên tệp.',
  twoFiles: 'Cần đúng hai bản để so sánh.',
  oneFile: 'Chỉ nhận một tệp mỗi lần.',
  outMissing: 'Thiếu tên tệp kết quả (-o).',
  exportMissing: 'Cần ít nhất một trong hai: --docx, --pdf.',
  profile: (name: string, known: string): string => `Không có thể thức “${name}”. Các thể thức: ${known}.`,
  dataMissing: 'Thiếu thư mục chứa các báo cáo (--data).',
  badNumber: (text: string, most: number): string => `“${text}” không đúng: cần một số từ 0 đến ${most}.`,
  serve: {
    report: (title: string, path: string): string =>
      title ? `Đang chia sẻ “${title}” (${path})` : `Đang chia sẻ ${path}`,
    listening: (urls: readonly string[]): string => `Nhận kết nối tại ${urls.join(', ')}`,
    loopback: 'Chỉ các chương trình trên máy này kết nối được; đường truyền không mã hóa.',
    certificate: (fingerprint: string): string => `Dấu vân tay chứng thư: ${fingerprint}`,
    remark: (path: string, message: string): string => `${path}: ${message}`,
    refused: (code: string): string => `Đã từ chối một sửa đổi (${code}).`,
    badMessage: (why: string): string => `Đã ngắt một kết nối gửi dữ liệu không hợp lệ: ${why}`,
    stopping: 'Đang dừng; mọi thay đổi đã được ghi.',
  },
  cluster: {
    oldNode: (version: string): string =>
      `Chạy cụm máy chủ cần Node.js 22 trở lên; máy này đang dùng ${version}. Các lệnh khác vẫn dùng được.`,
    configMissing: 'Thiếu tệp cấu hình (--config); ghi “-” để chỉ dùng biến môi trường.',
    actions: (known: readonly string[]): string => `Cần một trong các việc: ${known.join(', ')}.`,
    count: (reports: number): string => `Đang chia sẻ ${reports} báo cáo trong cơ sở dữ liệu.`,
    put: (title: string, id: string): string =>
      `Đã đưa “${title}” vào cơ sở dữ liệu (mã ${id}). Từ nay đừng sửa tệp cũ: mọi người viết ở máy chủ.`,
    none: 'Cơ sở dữ liệu chưa có báo cáo nào.',
  },
  members: {
    roles: { secretary: 'Thư ký', drafter: 'Người soạn', leader: 'Lãnh đạo', reader: 'Người đọc' },
    none: 'Báo cáo này chưa có tổ biên tập.',
    invited: 'đã mời, chưa tham gia',
    revoked: 'đã ngừng tham gia',
    role: (known: string): string => `Cần vai trò (--role): ${known}.`,
    badExpiry: (text: string): string => `Hạn “${text}” không đúng. Ví dụ: 12h, 7d, 2026-03-31.`,
    badUrl: 'Địa chỉ máy chủ (--url) phải có dạng wss://tên:cổng; ws:// chỉ dùng trên chính máy này.',
    noSection: (name: string): string => `Báo cáo không có mục “${name}”.`,
    manySections: (name: string): string =>
      `Có nhiều mục “${name}”; hãy ghi rõ đường dẫn, ví dụ “A / I / 1”.`,
    code: (code: string): string => `Mã mời: ${code}`,
    expires: (time: string): string => `Dùng một lần, trước ${time}.`,
    notAnInvitation: 'Đây không phải là giấy mời của Dự Thảo, hoặc giấy mời bị thiếu chữ.',
    session: (name: string, url: string, expires: string): string =>
      `${name} vào được ${url}; phiên chờ kết nối đến ${expires}. Thêm --json để lấy tham số.`,
    oneChange: 'Mỗi lần chỉ thay đổi một việc.',
  },
  audit: {
    none: 'Sổ của báo cáo này chưa có mục nào.',
    wholeReport: 'cả báo cáo',
    section: (title: string): string => `mục “${title}”`,
    goneSection: (id: string): string => `một mục nay không còn (mã ${id})`,
    time: (at: string): string =>
      new Date(at).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'medium' }),
    ownRoom: 'bản gửi cho thành viên trong cùng tệp',
    otherReport: (path: string): string => `“${path}” là bản của một báo cáo khác.`,
    sound: (count: number): string => `Sổ có ${count} mục, không mục nào bị sửa, bỏ hay đảo thứ tự.`,
    last: (seq: number, hash: string): string => `Mục cuối: số ${seq}, mã băm ${hash}`,
    limit:
      'Nếu các mục cuối bị cắt ở mọi bản có trong tay thì không biết được; hãy đối chiếu mã băm trên với bản của thành viên khác (--with).',
    broken: (count: number): string => `Sổ có ${count} chỗ không đúng.`,
    unreadable: (seq: number): string => `Dòng ${seq}: không đọc được.`,
    changed: (seq: number): string => `Mục ${seq}: nội dung đã bị sửa.`,
    missing: (seq: number, last: number): string =>
      seq === last ? `Mục ${seq}: đã bị bỏ.` : `Mục ${seq} đến ${last}: đã bị bỏ.`,
    moved: (seq: number): string => `Mục ${seq}: không đứng đúng thứ tự.`,
    unsigned: (seq: number): string => `Mục ${seq}: chữ ký duyệt không đúng.`,
    differs: (seq: number, copy: string): string => `Từ mục ${seq}: khác với ${copy}.`,
    cutOff: (seq: number, last: number, copy: string): string =>
      `Mục ${seq} đến ${last}: đã bị cắt; ${copy} còn giữ.`,
  },
  exists: (path: string): string => `Tệp “${path}” đã có; thêm --force để ghi đè.`,
  written: (path: string): string => `Đã ghi ${path}`,
  counts: {
    headings: (counts: readonly number[]): string =>
      `Đề mục: ${counts[0] ?? 0} phần, ${counts[1] ?? 0} mục A, ${counts[2] ?? 0} mục I, ${counts[3] ?? 0} mục 1, ${counts[4] ?? 0} mục 1.1`,
    text: (paragraphs: number, tables: number): string => `Nội dung: ${paragraphs} đoạn văn, ${tables} bảng`,
    notes: (notes: number, refs: number): string => `Chú thích: ${notes}, dấu chú thích: ${refs}`,
    indicators: (groups: number, numbered: number, subs: number): string =>
      `Chỉ tiêu: ${groups} nhóm, ${numbered} chỉ tiêu, ${subs} dòng con`,
    options: (count: number): string => `Phương án: ${count}`,
    warnings: (count: number): string => (count === 0 ? 'Không có lưu ý nào.' : `Cần xem lại (${count}):`),
  },
}
