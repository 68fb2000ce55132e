const quoted = (text: string) => (text ? `: “${text}”` : '')
const by = (author: string) => (author ? ` của ${author}` : '')

/** Why a file is refused. */
export const refusals = {
  empty: 'Tệp này rỗng (0 byte). Hãy kiểm tra lại tệp gốc.',
  tooBig: 'Tệp lớn hơn 100 MB nên không mở được. Hãy bỏ bớt hình trong Word rồi thử lại.',
  encrypted:
    'Tệp này được đặt mật khẩu. Hãy mở bằng Word, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ tài liệu) rồi thử lại.',
  oldWord:
    'Đây là tệp Word đời cũ (.doc), kể cả khi tên có đuôi .docx. Hãy mở bằng Word và lưu lại dạng .docx rồi thử lại.',
  otherOffice: 'Đây là tệp Office đời cũ nhưng không phải văn bản Word. Hãy chọn một tệp .docx.',
  rich: 'Đây là tệp RTF. Hãy mở bằng Word và lưu lại dạng .docx rồi thử lại.',
  pdf: 'Đây là tệp PDF. Hãy chọn tệp Word (.docx) của văn bản.',
  markup: 'Đây là trang web hoặc tệp XML, không phải tệp Word (.docx).',
  notWord: 'Tệp này không phải là tệp Word (.docx).',
  openDocument: 'Đây là tệp OpenDocument (.odt). Hãy lưu lại dạng .docx rồi thử lại.',
  otherPackage: 'Tệp này không có văn bản Word bên trong (có thể là tệp Excel, PowerPoint hoặc tệp nén).',
  damaged: 'Tệp Word này bị hỏng hoặc bị cắt cụt. Hãy mở bằng Word, lưu thành tệp mới rồi thử lại.',
  unsafeNames: 'Tệp này chứa đường dẫn không an toàn nên không được mở.',
  tooManyEntries: 'Tệp chứa quá nhiều thành phần (hơn 5 000) nên không được mở.',
  bomb: 'Tệp bung ra quá lớn so với một văn bản thật nên không được mở.',
  tooMuch: 'Văn bản quá lớn (hơn 200 000 đoạn hoặc hơn 20 triệu chữ cái) nên không được mở.',
  tooDeep: 'Cấu trúc bên trong tệp lồng nhau quá sâu nên không được mở.',
  doctype: 'Tệp chứa khai báo DOCTYPE, thứ mà tệp Word thật không có, nên không được mở.',
  encoding: 'Bảng mã bên trong tệp bị sai nên không đọc được chữ. Hãy mở bằng Word và lưu lại rồi thử lại.',
}

/** What could not be brought over whole. */
export const warnings = {
  inserted: (author: string, text: string) =>
    `Phần chèn thêm chưa duyệt${by(author)} được giữ lại${quoted(text)}`,
  deleted: (author: string, text: string) => `Phần xoá chưa duyệt${by(author)} không đưa vào${quoted(text)}`,
  movedTo: (author: string, text: string) =>
    `Phần chuyển đến chưa duyệt${by(author)} được giữ lại${quoted(text)}`,
  movedFrom: (author: string, text: string) =>
    `Phần chuyển đi chưa duyệt${by(author)} không đưa vào ở chỗ cũ${quoted(text)}`,
  formatted: (author: string) => `Thay đổi định dạng chưa duyệt${by(author)} được giữ như đang thấy.`,
  markInserted: (author: string) => `Dấu xuống đoạn chèn thêm chưa duyệt${by(author)} được giữ lại.`,
  markDeleted: (author: string) =>
    `Dấu xuống đoạn bị xoá chưa duyệt${by(author)}: đoạn này được nối với đoạn sau.`,
  rowInserted: (author: string, text: string) =>
    `Hàng bảng chèn thêm chưa duyệt${by(author)} được giữ lại${quoted(text)}`,
  rowDeleted: (author: string, text: string) =>
    `Hàng bảng bị xoá chưa duyệt${by(author)} không đưa vào${quoted(text)}`,
  cellDeleted: (author: string, text: string) =>
    `Ô bảng bị xoá chưa duyệt${by(author)} không đưa vào${quoted(text)}`,
  cellChanged: (author: string) => `Thay đổi ô bảng chưa duyệt${by(author)} được giữ như đang thấy.`,
  comment: (author: string, date: string, about: string, text: string) =>
    `Ý kiến${by(author)}${date && ` (${date})`}${about && ` về “${about}”`}${quoted(text)}`,
  hidden: (text: string) => `Chữ ẩn không đưa vào${quoted(text)}`,
  picture: (description: string) => `Hình không đưa vào${quoted(description) || '.'}`,
  linkedPicture: (address: string) => `Hình liên kết từ bên ngoài không được tải về${quoted(address)}`,
  chart: 'Biểu đồ không đưa vào.',
  diagram: 'Sơ đồ SmartArt không đưa vào.',
  shape: 'Hình vẽ không đưa vào.',
  wordArt: (text: string) => `Chữ nghệ thuật không đưa vào${quoted(text)}`,
  embedded: 'Đối tượng nhúng (OLE) không đưa vào.',
  control: 'Nút điều khiển (ActiveX) không đưa vào.',
  macros: 'Macro trong tệp bị bỏ, không chạy.',
  altChunk: 'Một tệp khác chèn nguyên khối (altChunk) không đưa vào.',
  subDocument: 'Văn bản con liên kết từ tệp khác không đưa vào.',
  headerText: (text: string) => `Chữ ở đầu trang hoặc chân trang không đưa vào${quoted(text)}`,
  orphanNote: (text: string) => `Chú thích không có dấu dẫn trong văn bản nên không đưa vào${quoted(text)}`,
  missingNote: 'Dấu chú thích không có nội dung trong tệp.',
  noteInNote: 'Dấu chú thích nằm trong chú thích khác không đưa vào.',
  symbol: (font: string) => `Một ký hiệu của phông ${font} chưa có chữ tương ứng, tạm ghi là □.`,
  field: (code: string) => `Trường tự động không có kết quả để đưa vào${quoted(code)}`,
  unsafeLink: (address: string) =>
    `Liên kết không phải trang web hay thư điện tử nên bị bỏ, chữ được giữ${quoted(address)}`,
  wideCell: 'Ô bảng trải qua quá nhiều cột, được thu lại còn 200 cột.',
  more: 'Còn nhiều cảnh báo khác không liệt kê hết.',
  legacy: (name: string) => `Chữ theo bảng mã cũ ${name} đã được chuyển sang Unicode. Nên xem lại chính tả.`,
}

export const places = {
  paragraph: (ordinal: number, excerpt: string) => `đoạn ${ordinal}${excerpt && ` (“${excerpt}”)`}`,
  inTable: (table: number, place: string) => `bảng ${table}, ${place}`,
  row: (table: number, row: number) => `bảng ${table}, hàng ${row}`,
  note: (ordinal: number) => `chú thích ${ordinal}`,
  header: 'đầu trang, chân trang',
  file: 'cả tệp',
  unknown: 'không rõ chỗ',
}
