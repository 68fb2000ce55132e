import { plainSpaces } from '../util/text'
import { numberPattern, parseNumber } from './parse-number'

/** What is common to every readable figure. */
interface Figure {
  /** What follows the number: "xã", "%", "tỷ đồng"; empty where nothing does. */
  readonly unit: string
  /** "Tăng", "Giảm": the figure is a change, not a level. */
  readonly change: 'up' | 'down' | ''
}

export type Target =
  | { readonly kind: 'empty' }
  /** `falling`: written from the higher figure to the lower ("3,0-2,0"), so lower is better. */
  | (Figure & {
      readonly kind: 'range'
      readonly low: number
      readonly high: number
      readonly falling: boolean
    })
  /** "≥ 90", "90 trở lên" and ">90", "trên 90". */
  | (Figure & { readonly kind: 'at-least' | 'more'; readonly low: number })
  /** "≤ 1", "không quá 1" and "<1", "dưới 1". */
  | (Figure & { readonly kind: 'at-most' | 'less'; readonly high: number })
  | (Figure & { readonly kind: 'exact'; readonly value: number })
  /** Words, or a notation that nobody has taught the program. */
  | { readonly kind: 'unparsed'; readonly text: string }

/** A target as typed in its cell: "17,5-18,5", ">55.000", "≥ 90", "<1", "Tăng 10-20", "02-03 xã", "90%". */
export function parseTarget(typed: string): Target {
  const text = plainSpaces(typed.normalize('NFC')).trim().replace(/\.$/, '')
  if (text === '') return { kind: 'empty' }
  return readFigure(text) ?? { kind: 'unparsed', text }
}

const begin = {
  change: String.raw`(?:(?<change>tăng|giảm)\s+(?:thêm\s+)?)?`,
  filler: String.raw`(?:(?:phấn đấu|ước|đạt|khoảng|bình quân|từ|~)\s*)*`,
  sign: String.raw`(?<sign>>=|<=|≥|≤|>|<|ít nhất|tối thiểu|không dưới|tối đa|không quá|trên|hơn|dưới)?`,
}
const number = `(?<first>${numberPattern})`
const second = String.raw`(?:\s*%?\s*(?:[-–—]|đến)\s*(?<second>${numberPattern}))?`
// A unit never holds figures or signs: "3 trong 5 xã" and "20 (30)" are for people to read.
const unit = String.raw`(?<unit>[^\d<>≥≤]*?)`
const end = String.raw`(?:\s+(?<open>trở lên|trở xuống))?`
const notation = new RegExp(
  String.raw`^${begin.change}${begin.filler}${begin.sign}\s*${number}${second}\s*${unit}${end}$`,
  'iu',
)

function readFigure(text: string): Target | undefined {
  const found = notation.exec(text)?.groups
  const first = parseNumber(found?.['first'] ?? '')
  if (!found || first === undefined) return undefined
  const figure: Figure = { unit: (found['unit'] ?? '').trim(), change: changeOf(found['change']) }
  const bound = boundOf(found['sign'] ?? found['open'] ?? '')
  if (found['second'] === undefined) return bounded(bound, first, figure)
  const last = parseNumber(found['second'])
  if (last === undefined || bound !== 'exact') return undefined
  const range = { low: Math.min(first, last), high: Math.max(first, last), falling: first > last }
  return { kind: 'range', ...range, ...figure }
}

function bounded(bound: Bound, value: number, figure: Figure): Target {
  if (bound === 'exact') return { kind: bound, value, ...figure }
  if (bound === 'at-least' || bound === 'more') return { kind: bound, low: value, ...figure }
  return { kind: bound, high: value, ...figure }
}

type Bound = 'exact' | 'at-least' | 'more' | 'at-most' | 'less'

const bounds: Readonly<Record<string, Bound>> = {
  '>=': 'at-least',
  '≥': 'at-least',
  'ít nhất': 'at-least',
  'tối thiểu': 'at-least',
  'không dưới': 'at-least',
  'trở lên': 'at-least',
  '>': 'more',
  trên: 'more',
  hơn: 'more',
  '<=': 'at-most',
  '≤': 'at-most',
  'tối đa': 'at-most',
  'không quá': 'at-most',
  'trở xuống': 'at-most',
  '<': 'less',
  dưới: 'less',
}

const boundOf = (sign: string): Bound => bounds[sign.toLowerCase()] ?? 'exact'

function changeOf(word: string | undefined): Figure['change'] {
  if (!word) return ''
  return word.toLowerCase() === 'tăng' ? 'up' : 'down'
}
