import { scaleOf, scalePattern } from './numeral'
import { unitIn } from './units'

/** What the words right after a number say of it. */
export interface WordsAfter {
  readonly scale: number
  readonly unit: string
  readonly per: string
  /** "Trở lên" makes a least, "trở xuống" a most of it. */
  readonly open: 'up' | 'down' | ''
  /** Where unit, scale and "/năm" end; "trở lên" is not counted. */
  readonly to: number
}

const scaleAt = new RegExp(`^\\s*(${scalePattern})(?![\\p{L}\\p{M}])`, 'iu')
const perAt = /^\s?\/\s?((?:(?:nghìn|vạn|triệu)\s+)?\p{L}[\p{L}\p{M}\d]*(?:\s?\/\s?\p{L}[\p{L}\p{M}]*)*)/u
/** "45 giường/10.000 dân", "63 bác sĩ/1 vạn dân": only after a unit, since "25/60 xã" is a part of a whole. */
const perCountAt = /^\s?\/\s?(\d[\d.]*\s+(?:(?:nghìn|vạn|triệu)\s+)?\p{L}[\p{L}\p{M}]*)/u
const openAt = /^\s*(?:đồng\s+)?(trở\s+lên|trở\s+xuống|đổ\s+lên)(?![\p{L}\p{M}])/iu
/** "20% /năm", "20 người mỗi năm". */
const eachAt = /^\s+(?:một|mỗi)\s+(năm|tháng|ngày|người|hộ)(?![\p{L}\p{M}])/iu
const yearlyAt = /^\s+(?:hằng|hàng)\s+(năm|tháng|ngày)(?![\p{L}\p{M}])/iu

/** Reads on from `at`, where the digits end. */
export function readAfter(text: string, at: number): WordsAfter {
  const scaled = scaleAt.exec(text.slice(at))
  let to = at + (scaled?.[0].length ?? 0)
  const unit = unitAt(text, to)
  to = unit?.to ?? to
  const per = perIn(text.slice(to), unit !== undefined)
  to += per?.[0].length ?? 0
  const open = openAt.exec(text.slice(to))?.[1]
  return {
    scale: scaleOf(scaled?.[1]),
    // "Tỷ" alone is said of money.
    unit: unit?.name ?? (scaled && /t[ỷỉ]/i.test(scaled[0]) ? 'đồng' : ''),
    per: (per?.[1] ?? '').toLowerCase().replace(/\s*\/\s*/g, '/'),
    open: open === undefined ? '' : /lên/i.test(open) ? 'up' : 'down',
    to,
  }
}

function perIn(text: string, isMeasured: boolean): RegExpExecArray | null {
  const counted = isMeasured ? perCountAt.exec(text) : null
  return counted ?? perAt.exec(text) ?? eachAt.exec(text) ?? yearlyAt.exec(text)
}

/** "883,3 ha", "1.827con", "26ha". */
function unitAt(text: string, at: number): { readonly name: string; readonly to: number } | undefined {
  const space = /^[\s\u00a0]*/u.exec(text.slice(at))?.[0].length ?? 0
  const unit = unitIn(text.slice(at + space))
  return unit && { name: unit.name, to: at + space + unit.length }
}
