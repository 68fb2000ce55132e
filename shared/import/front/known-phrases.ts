/*
 * What the lines around the text are known by. Each takes a whole line with plain spaces; none looks at bold or
 * place, so they serve header tables, header paragraphs and plain text alike.
 */

const nation = /^(ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM)(?:\s+(.+))?$/iu
const motto = /^độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc$/iu
const mottoStart = /^độc lập\s*[-–]/iu

/** 'party', 'state', or undefined. The motto may stand on the same line. */
export function nationOf(text: string): 'party' | 'state' | undefined {
  const match = nation.exec(text)
  if (!match || (match[2] && !mottoStart.test(match[2]))) return undefined
  return /^Đ/iu.test(match[1] ?? '') ? 'party' : 'state'
}

export const isMotto = (text: string): boolean => motto.test(text)

/** "*", "-----", "______": what stands for a rule. */
export const isRule = (text: string): boolean =>
  /^(?:[*\s]{1,12}|[-–—_=\s]{2,60}|[-–—*o\s]{3,60})$/u.test(text)

/** "Số 12-BC/TU", "Số: /QĐ-UBND", "Số    -BC/TU". */
export const isNumber = (text: string): boolean =>
  /^số\s*[:.]?\s*(?:[\d./\-–…_\s]|$)/iu.test(text) &&
  text.length <= 60 &&
  /[-–/]|^số\s*[:.]?[\s\d….]*$/iu.test(text)

/** The n of "Dự thảo lần n", as typed. */
export function draftNumberOf(text: string): string | undefined {
  return /^\(?\s*dự thảo(?: lần)?(?: thứ)?\s+(\d{1,3}|[IVX]{1,5})\s*\)?$/iu.exec(text)?.[1]
}

export const isCirculation = (text: string): boolean =>
  /^(?:(?:tài liệu\s+)?lưu hành nội bộ|không phổ biến|xem xong trả lại|không sao chụp|mật|tối mật|tuyệt mật)\.?$/iu.test(
    text,
  )

const placeAndDate = /^(?:(.{2,60}?)\s*,\s*)?((?:ngày\b|ngày\s?[.…]).{0,30}tháng.{0,30}năm.{0,20})$/iu

/** "Hà Nội, ngày 03 tháng 02 năm 2018", also with the day left open. */
export function placeAndDateOf(text: string): { place: string; date: string } | undefined {
  const match = placeAndDate.exec(text)
  return match?.[2] === undefined ? undefined : { place: match[1] ?? '', date: match[2] }
}

const types = [
  'BÁO CÁO|NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|KẾT LUẬN|QUY CHẾ|QUY ĐỊNH|THÔNG TRI|HƯỚNG DẪN|THÔNG BÁO|THÔNG CÁO',
  'TUYÊN BỐ|LỜI KÊU GỌI|KẾ HOẠCH|QUY HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|DỰ ÁN|TỜ TRÌNH|CÔNG ĐIỆN|BIÊN BẢN',
  'ĐIỀU LỆ|CƯƠNG LĨNH|CHIẾN LƯỢC|NGHỊ ĐỊNH|THÔNG TƯ|LUẬT|HỢP ĐỒNG|DIỄN VĂN|BÀI PHÁT BIỂU|THAM LUẬN|ĐỀ CƯƠNG',
  'GIẤY MỜI|GIẤY GIỚI THIỆU|GIẤY ỦY QUYỀN|GIẤY UỶ QUYỀN|PHIẾU|ĐƠN|TÀI LIỆU|DANH SÁCH|BẢNG TỔNG HỢP|QUY TRÌNH|NỘI QUY',
].join('|')
const typeLine = new RegExp(String.raw`^(?:${types})(?=[\s:.]|$)`, 'u')

/** A line in capitals that names a kind of document. */
export const isType = (text: string): boolean => typeLine.test(text) && !/\p{Ll}/u.test(text)

const bodies =
  /^(?:ĐẢNG (?:BỘ|ỦY|UỶ)|(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN|CHI|ĐẢNG) (?:ỦY|UỶ)|CHI BỘ|BAN |(?:ỦY|UỶ) BAN|UBND|HĐND|HỘI|SỞ |BỘ |CỤC |TỔNG |TRƯỜNG|VĂN PHÒNG|PHÒNG |CÔNG TY|TRUNG TÂM|LIÊN ĐOÀN|CÔNG ĐOÀN|ĐOÀN |MẶT TRẬN|TÒA ÁN|VIỆN |CÔNG AN|ĐẠI HỌC|HỌC VIỆN|NGÂN HÀNG|TẬP ĐOÀN|TIỂU BAN|TỔ )/u

/** A line in capitals that begins like the name of a body. */
export const isBody = (text: string): boolean => bodies.test(text) && !/\p{Ll}/u.test(text)

/** "T/M BAN CHẤP HÀNH", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". */
export const isAuthority = (text: string): boolean =>
  /^(?:T\/M|K\/T|T\/L|T\/UQ|(?:TM|KT|TL|TUQ|Q)\s?\.)\s*\S/u.test(text) && !/\p{Ll}/u.test(text)

export const isRecipientsTitle = (text: string): boolean => /^nơi nhận\s*[:.]?$/iu.test(text)
