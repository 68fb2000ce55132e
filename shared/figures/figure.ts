/** Where something stands in a text, in UTF-16 units from its beginning; `to` is the first one after it. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * What the words around a number make of it: "trên 90" is more than 90, "từ 90 trở lên" at least 90, "khoảng 90" and
 * "gần 90" are near it.
 */
export const modalities = ['exact', 'at-least', 'more', 'at-most', 'less', 'about', 'nearly'] as const
export type Modality = (typeof modalities)[number]

/** A time of which something is said: a year, some years, or a part of a year. */
export interface Period extends Span {
  /** "2020", "2016-2020", "2020-Q1", "2020-06", "2020-H1" (half), "2020-M9" (its first nine months). */
  readonly key: string
  readonly first: number
  readonly last: number
}

/** A number that measures or counts something, as prose states it. */
export interface Figure extends Span {
  /** The digits alone, of a range from its first to its last. */
  readonly digits: Span
  /** In `unit`, scale words reckoned in: "21,5 tỷ đồng" is 21 500 000 000. Equal but for a range. */
  readonly low: number
  readonly high: number
  /** A range written from the higher to the lower: "3,0 - 2,0". */
  readonly falling: boolean
  /** What one more in the last digit written would add: 0.01 for "18,05", 1e8 for "21,5 tỷ". */
  readonly step: number
  /** The factor of "nghìn", "triệu", "tỷ"; 1 without. */
  readonly scale: number
  /** "%", "điểm %", "đồng", "ha", "hộ" …; empty where the text names none. */
  readonly unit: string
  /** What follows a stroke: "năm" in "18%/năm", "người/năm". */
  readonly per: string
  readonly modality: Modality
  /** "Ước", "dự kiến": not counted yet. */
  readonly estimated: boolean
  /** A change rather than a level: "tăng 1,4%", "giảm 3", "gấp 1,9 lần". */
  readonly change: 'up' | 'down' | 'times' | ''
  /** The whole of which it is a part: 8 in "06/08 xã". */
  readonly of: number | null
  /** The time that the sentence gives it. */
  readonly period: Period | null
}

/** Digits that measure nothing, and why. */
export const otherNumbers = [
  'document',
  'date',
  'clock',
  'phone',
  'list',
  'reference',
  'name',
  'version',
] as const
export type OtherNumber = (typeof otherNumbers)[number]

export interface NotFigure extends Span {
  readonly reason: OtherNumber
}

/** All the numbers of a text, each kind in reading order; no digit is in two of them. */
export interface Numbers {
  readonly figures: readonly Figure[]
  readonly periods: readonly Period[]
  readonly others: readonly NotFigure[]
}
