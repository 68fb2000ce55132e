/*
 * What numbers in reports count and measure. The lists hold words of the language at large, none of one report: they
 * only say how many words belong to a unit ("doanh nghiệp" is two) and which spellings are one unit.
 */

/** Spellings of measures, each with the one that stands for all. Capital letters count here: "m" and "M" are two. */
const measures: Readonly<Record<string, string>> = {
  '%': '%',
  '‰': '‰',
  'phần trăm': '%',
  'điểm %': 'điểm %',
  'điểm phần trăm': 'điểm %',
  đồng: 'đồng',
  đ: 'đồng',
  VNĐ: 'đồng',
  VND: 'đồng',
  USD: 'USD',
  'đô la': 'USD',
  'đô la Mỹ': 'USD',
  'đô-la': 'USD',
  EUR: 'EUR',
  euro: 'EUR',
  ha: 'ha',
  hecta: 'ha',
  héc: 'ha',
  'héc ta': 'ha',
  km: 'km',
  'ki-lô-mét': 'km',
  m: 'm',
  mét: 'm',
  cm: 'cm',
  mm: 'mm',
  km2: 'km²',
  'km²': 'km²',
  m2: 'm²',
  'm²': 'm²',
  'mét vuông': 'm²',
  m3: 'm³',
  'm³': 'm³',
  'mét khối': 'm³',
  kg: 'kg',
  'ki-lô-gam': 'kg',
  tấn: 'tấn',
  tạ: 'tạ',
  yến: 'yến',
  gam: 'g',
  lít: 'lít',
  kV: 'kV',
  kVA: 'kVA',
  MVA: 'MVA',
  kW: 'kW',
  kWh: 'kWh',
  MW: 'MW',
  MWp: 'MWp',
  GB: 'GB',
  Mbps: 'Mbps',
  TEU: 'TEU',
  'độ C': '°C',
  '°C': '°C',
  '0C': '°C',
  lần: 'lần',
  năm: 'năm',
  tháng: 'tháng',
  tuần: 'tuần',
  ngày: 'ngày',
  giờ: 'giờ',
  phút: 'phút',
  giây: 'giây',
  tuổi: 'tuổi',
  điểm: 'điểm',
  'đ/c': 'đồng chí',
}

/** Counted things of more than one word. */
const longNames = [
  'bác sĩ',
  'bài báo',
  'bản đồ',
  'bệnh nhân',
  'bệnh viện',
  'biên chế',
  'ca bệnh',
  'cán bộ',
  'câu lạc bộ',
  'chi bộ',
  'chi hội',
  'chi nhánh',
  'chỉ tiêu',
  'chủ trương',
  'chương trình',
  'cơ quan',
  'cơ sở',
  'công chức',
  'công dân',
  'công nhân',
  'công trình',
  'cuộc họp',
  'cuộc thi',
  'cụm công nghiệp',
  'cử tri',
  'danh mục',
  'di tích',
  'doanh nghiệp',
  'dự án',
  'đại biểu',
  'đảng bộ',
  'đảng viên',
  'đề án',
  'đề tài',
  'địa phương',
  'điểm trường',
  'đoàn viên',
  'đối tượng',
  'đồng chí',
  'đơn vị',
  'đầu việc',
  'đầu xe',
  'đám cưới',
  'gia đình',
  'giáo viên',
  'giấy chứng nhận',
  'giấy phép',
  'giường bệnh',
  'hạng mục',
  'học sinh',
  'học viên',
  'hồ sơ',
  'hộ dân',
  'hộ gia đình',
  'hộ kinh doanh',
  'hộ nghèo',
  'hộ cận nghèo',
  'hội viên',
  'hợp đồng',
  'hợp tác xã',
  'hướng dẫn',
  'khách hàng',
  'khách du lịch',
  'khu công nghiệp',
  'khu dân cư',
  'khu đô thị',
  'kiến nghị',
  'lao động',
  'liệt sĩ',
  'lò gạch',
  'lượt đồng chí',
  'lượt khách',
  'lượt người',
  'máy bay',
  'mô hình',
  'mục tiêu',
  'nghị quyết',
  'nghị định',
  'nghệ nhân',
  'người dân',
  'người lao động',
  'nhà máy',
  'nhà văn hóa',
  'nhân khẩu',
  'nhiệm vụ',
  'nhân viên',
  'phản ánh',
  'phòng học',
  'phòng trọ',
  'phương tiện',
  'quyết định',
  'quy hoạch',
  'sản phẩm',
  'sáng kiến',
  'siêu thị',
  'sinh viên',
  'thành viên',
  'thủ tục',
  'thủ tục hành chính',
  'thuê bao',
  'tập thể',
  'cá nhân',
  'tiêu chí',
  'tổ chức',
  'tổ chức đảng',
  'tổ dân phố',
  'trạm biến áp',
  'trạm y tế',
  'trang trại',
  'trung tâm',
  'trường hợp',
  'trường học',
  'ứng viên',
  'văn bản',
  'viên chức',
  'vụ án',
  'vụ việc',
  'ý kiến',
  'huy chương',
  'nội dung',
  'vấn đề',
  'thương hiệu',
  'ngân hàng',
  'điển hình',
  'đảng ủy',
  'cấp ủy',
  'việc làm',
  'sự việc',
  'cúp',
] as const

/** Counted things of one word. */
const shortNames = new Set(
  (
    'án bài bàn bậc bản bể bến buổi bộ ca căn cái cây cặp câu cầu chiếc chợ chuyến con cổng cơn cụm cuốn ' +
    'cuộc dãy đàn đám đập đền đình đoàn đoạn đội đơn đợt đường em ga gian giải giấy giếng giọt giường ' +
    'gốc hãng hạt hệ hình hòm hồ hộ hội huyện khách khẩu khóa khoản khối khu kho kỳ làn làng lò lô ' +
    'lớp lồng lượt luật máy mẫu mẹ món mục ngã ngành ngõ người nhà nhánh nhóm ngôi ô phần phiên phiếu ' +
    'phòng phố phường quả quán quầy quận quyển rạp sân sổ suất tàu tầng thẻ thôn thửa tỉnh tổ toa tòa ' +
    'tờ trại trang trạm trận trẻ trường tuyến vị việc viên vòng vùng vụ xã xe xóm xuất ấp'
  ).split(' '),
)

const spaced = (words: string): string => words.replaceAll(' ', String.raw`\s+`)
const byLength = (one: string, other: string): number => other.length - one.length
const alternatives = (words: readonly string[]): string => [...words].sort(byLength).map(spaced).join('|')
const wordEnd = String.raw`(?![\p{L}\p{M}\d])`

const symbols = ['%', '‰']
const measureWords = Object.keys(measures).filter(word => !symbols.includes(word))
const measureAt = new RegExp(`^(?:[%‰]|(?:${alternatives(measureWords)})(?![\\p{L}\\p{M}\\d²³]))`, 'u')
const longNameAt = new RegExp(`^(?:${alternatives(longNames)})${wordEnd}`, 'iu')
const wordAt = /^[\p{Ll}\p{M}]+(?![\p{L}\p{M}\d])/u

export interface Unit {
  /** The spelling that stands for all of them. */
  readonly name: string
  /** How many UTF-16 units of the text it takes. */
  readonly length: number
}

/** The measure with which a text begins. */
export function measureIn(text: string): Unit | undefined {
  const found = measureAt.exec(text)?.[0]
  if (found === undefined) return undefined
  const name = measures[found.replace(/\s+/g, ' ')]
  return name === undefined ? undefined : { name, length: found.length }
}

/** The counted thing with which a text begins. */
export function countedIn(text: string): Unit | undefined {
  const long = longNameAt.exec(text)?.[0]
  if (long !== undefined) return { name: long.toLowerCase().replace(/\s+/g, ' '), length: long.length }
  const short = wordAt.exec(text)?.[0]
  return short !== undefined && shortNames.has(short) ? { name: short, length: short.length } : undefined
}

/** The unit with which a text begins. */
export function unitIn(text: string): Unit | undefined {
  const [measure, counted] = [measureIn(text), countedIn(text)]
  // "5 đồng chí" counts people, "5 đồng" is money.
  return (counted?.length ?? 0) > (measure?.length ?? 0) ? counted : measure
}
