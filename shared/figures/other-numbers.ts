import type { NotFigure, OtherNumber, Span } from './figure'
import { scalePattern } from './numeral'
import { inOrder, outside, spansOf } from './spans'
import { measureIn, unitIn } from './units'

const day = String.raw`(?:3[01]|[12]\d|0?[1-9])`
const month = String.raw`(?:1[0-2]|0?[1-9])`
const year = String.raw`(?:19|20)\d{2}`

/** Words before which no date stands: "mỗi ngày 80 tấn" counts tons. */
const daily = String.raw`(?<!(?:mỗi|một|hằng|hàng|trong|bình quân|suốt|cả)\s+)`

const dates = [
  String.raw`(?<![\d/.-])${day}\s?[/.-]\s?${month}\s?[/.-]\s?${year}(?!\d)`,
  String.raw`${daily}(?<!/)ngày\s+${day}\s*(?:,|-|–|và|đến)\s*${day}\s*[/.-]\s*${month}(?:[/.-]${year})?(?!\d)`,
  String.raw`${daily}(?<!/)ngày\s+${day}\s*[/.-]\s*${month}(?![\d/])`,
  String.raw`${daily}(?<!/)ngày\s+${day}\s+tháng\s+${month}(?:\s+năm\s+${year})?(?!\d)`,
  String.raw`\bmùng\s+${day}(?!\d)`,
  String.raw`(?<=(?:trước|sau|dịp|lễ|từ|đến|hết|tính đến|hết ngày)\s+)${day}[/.]${month}(?![\d/]|\s+\p{Ll})`,
]

/** "43-NQ/TW", "12/2020/QĐ-UBND": two capital letters at least. */
const documents = [
  String.raw`(?<![\d.,])\d+(?:/\d{4})?\s?[-–/]\s?\p{Lu}[\p{Lu}\d][\p{L}\d]*(?:\s?[-/&]\s?\p{Lu}[\p{L}\d]*)*`,
]

const numbered = [
  'điều',
  'khoản',
  'mục',
  'chương',
  'phụ lục',
  'bảng',
  'biểu',
  'hình',
  'trang',
  'dòng',
  'kỳ họp thứ',
  'khóa',
  'khoá',
  'lần thứ',
  'lần',
  'thứ',
  'hạng',
  'cấp(?=\\s+\\d(?!\\d))',
  'cấp độ',
  'loại',
  'mức độ',
  'bậc',
  'lớp',
  'khối',
  'quý',
  'nhóm',
  'đợt',
  'vòng',
  'tuyến',
  'tổ',
  'tổ dân phố',
  'phường',
  'quận',
  'thôn',
  'xóm',
  'khu',
  'khu phố',
  'cụm',
  'ấp',
  'đội',
  'ngõ',
  'ngách',
  'hẻm',
  'lô',
  'trung ương',
  'tw',
  'thế hệ',
  'thế hệ thứ',
  'phiên bản',
  'quân khu',
  'vành đai',
  'vùng',
  'chi bộ',
  'tiêu chí',
  'chỉ tiêu',
  'câu',
  'tập',
  'mẫu',
  'kênh',
  'tháng',
  'chủ đề',
  'phương án',
  'chuyên đề',
]
/** Before "số" a number is a count after these, and a name after everything else: "tổng số 15", "Nghị quyết số 15". */
const counting = String.raw`(?<!(?:tổng|trong|con|chỉ|hệ|tỷ|tỉ|dân|quân|sĩ|đa|thiểu|nửa|bội|giáo viên|học sinh|lao động|người)\s+)`
const wordStart = String.raw`(?<![\p{L}\p{M}])`
const small = String.raw`\d{1,3}(?:\.\d{1,2}){0,3}(?![\d%‰]|[.,]\d|\s*/\s*\d|\s+năm\s+\d{4})`

const references = [
  String.raw`${wordStart}${counting}số\s*:?\s*\d+(?:\.\d{1,2})*(?!\d|[.,]\d|\s*[%‰])`,
  String.raw`${wordStart}(?:${numbered.map(word => word.replaceAll(' ', String.raw`\s+`)).join('|')})\s+${small}(?:\s*(?:,|và|-|–|đến)\s*${small})*`,
]

/** Verbs and nouns that also stand before counts: "cấp 35 giấy phép". */
const alsoCounts = /^(?:cấp|đợt|câu|tập|mẫu|loại|vòng|khu|cụm|tuyến|nhóm|đội|tổ|vùng|mục|lô|lớp)\s/iu

const roads = String.raw`(?:quốc lộ|tỉnh lộ|hương lộ|đường tỉnh|đường huyện|Quốc lộ|Tỉnh lộ|Hương lộ|Đường tỉnh|Đường huyện)`
const names = [
  // Roads and standards: letters that belong to the number.
  String.raw`${wordStart}(?:QL|ĐT|TL|ĐH|HL|ISO|TCVN|QCVN|KCN|CCN)\s?[-.]?\s?\d+(?:[.:-]\d+)*\p{Lu}?`,
  String.raw`${wordStart}${roads}\s+\d{1,3}\p{Lu}?(?!\d|[.,]\d|\s*[%‰])`,
  // "1A", "295B", "5S", "4G": a capital letter at once, but for measures such as MW.
  String.raw`(?<![\d.,])\d+(?:\.\d)?(?!(?:MW|MVA|GB|TB|USD|VN|TEU|EUR|Mbps)(?!\p{L}))\p{Lu}(?!\p{Ll})[\p{Lu}\d]*`,
  // "Khu dân cư Hòa Bình 2": a number after two words of a name.
  String.raw`(?<=\p{Lu}[\p{Ll}\p{M}]+\s+\p{Lu}[\p{Ll}\p{M}]+\s+)\d{1,2}(?!\d|[.,/]\d|\s*[%‰]|\s+\p{Ll})`,
  // A letter right before: "m2", "Covid-19", "H5N1".
  String.raw`(?<=\p{L}[-–]?)\d+(?:[.,]\d+)*`,
]

const clocks = [
  String.raw`(?<![\d.,])\d{1,2}\s*(?:giờ|h|:)\s*[0-5]\d(?:\s*phút)?(?!\d)`,
  String.raw`(?<!\d)24/7(?!\d)`,
]
const phones = [
  String.raw`(?<![\d.,/])(?:\+84|0)\d{2,3}[. ]?\d{3,4}[. ]?\d{3,4}(?!\d)`,
  String.raw`(?<=(?:điện thoại|đường dây nóng|hotline|tổng đài|fax|số máy)\s*:?\s*(?:số\s*)?)[\d(+][\d. ()-]*\d`,
]
/** "Công nghiệp 4.0": a decimal is written with a comma. */
const versions = [String.raw`(?<![\d.,])\d\.0(?!\d|[.,]\d|\s*[%‰])`]
const lists = [
  String.raw`(?<=^\s*)\(?\d{1,2}(?:\.\d{1,2})*[.)](?=\s)`,
  String.raw`(?<=^\s*)\d{1,2}(?:\.\d{1,2})+(?=\s+\p{L})`,
  // "(1) … ; (2) …": a count of what is said, in the sentence itself.
  String.raw`\(\d{1,2}\)\.?(?=\s*\p{L})`,
  String.raw`(?<=[;:,.]\s+)\d{1,2}\)(?=\s)`,
]

/** Capital and small letters are told apart only where a pattern asks for them. */
const anyCase = (reason: OtherNumber, sources: readonly string[]) =>
  sources.map(source => [reason, new RegExp(source, 'giu')] as const)
const asWritten = (reason: OtherNumber, sources: readonly string[]) =>
  sources.map(source => [reason, new RegExp(source, 'gu')] as const)

/** The first that finds a place keeps it. */
const patterns = [
  ...anyCase('phone', phones),
  ...asWritten('document', documents),
  ...anyCase('date', dates),
  ...anyCase('clock', clocks),
  ...anyCase('version', versions),
  ...anyCase('list', lists),
  ...anyCase('reference', references),
  ...asWritten('name', names),
]

/** Digits of a text that measure nothing: numbers of documents, dates, names, items of lists. In reading order. */
export function otherNumbersIn(text: string): NotFigure[] {
  const found: NotFigure[] = []
  for (const [reason, pattern] of patterns) {
    const spans = spansOf(text, pattern).filter(span => reason !== 'reference' || !isCount(text, span))
    found.push(...outside(spans, found).map(span => ({ ...span, reason })))
  }
  return found.sort(inOrder)
}

const scaleAt = new RegExp(`^(?:${scalePattern})(?![\\p{L}\\p{M}])`, 'iu')

/** "Mức 15%", "cấp 35 giấy phép": what looks like a reference counts something. */
function isCount(text: string, { from, to }: Span): boolean {
  const after = text.slice(to).replace(/^\s+/, '')
  if (scaleAt.test(after)) return true
  if (measureIn(after)) return true
  return alsoCounts.test(text.slice(from, to)) && unitIn(after) !== undefined
}
