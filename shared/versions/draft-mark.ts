import { words } from '../print/words'
import type { Fields } from '../report/fields'
import type { Report } from '../report/report'
import type { Version } from './version'

/** The number of the last draft that was frozen; 0 while none is. */
export const lastDraft = (versions: readonly Pick<Version, 'number'>[]): number =>
  Math.max(0, ...versions.map(({ number }) => number ?? 0))

/**
 * What stands behind "Dự thảo" in the header: what a person wrote, else the number behind the last frozen draft.
 * Empty while nothing was written and nothing is frozen.
 */
export const draftMarkOf = ({ draftNumber }: Pick<Fields, 'draftNumber'>, last: number): string =>
  draftNumber.trim() || (last > 0 ? String(last + 1) : '')

/** The fields as they are shown and printed, with the mark that nobody had to write. */
export function withDraftMark(fields: Fields, last: number): Fields {
  const draftNumber = draftMarkOf(fields, last)
  return draftNumber === fields.draftNumber ? fields : { ...fields, draftNumber }
}

/** As it goes out as draft n, whatever its header said when it was frozen. */
export const asDraft = (report: Report, number: number): Report => withNumber(report, String(number))

/** As it goes out when it is a draft no more. */
export const asOfficial = (report: Report): Report => withNumber(report, '')

const withNumber = (report: Report, draftNumber: string): Report => ({
  ...report,
  fields: { ...report.fields, draftNumber },
})

/** The number to freeze under: behind the last one, and for the first what the header says, where it counts. */
export function proposedDraft(fields: Pick<Fields, 'draftNumber'>, last: number): number {
  if (last > 0) return Math.min(last + 1, 999)
  const written = /^\d{1,3}$/.exec(fields.draftNumber.trim())
  return Math.max(1, Number(written?.[0] ?? 1))
}

/** Whether freezing draft n leaves a header behind that a person wrote and that says something else than n + 1. */
export const isMarkBehind = ({ draftNumber }: Pick<Fields, 'draftNumber'>, number: number): boolean =>
  draftNumber.trim() !== '' && draftNumber.trim() !== String(number + 1)

// Without "dự thảo" only behind a hyphen or in brackets: "trình Đại hội lần 8" is about something else.
const numbered =
  /(?:[\s\-–_,(]*(?<!\p{L})d[ựu]\s?th[ảa]o\s+|\s*[-–_(]\s*)l[ầa]n\s*(?:th[ứu]\s*)?\d{1,3}\)?\s*$/iu

/**
 * A file's name without its ending, with the draft that it holds: "Báo cáo - Dự thảo lần 3". A number of an earlier
 * draft at the end of the name gives way to it. `mark` is what `draftMarkOf` says; empty: no draft any more.
 */
export function draftFileName(name: string, mark: string): string {
  const bare = name.replace(numbered, '').trim()
  if (mark === '') return bare || name
  return [bare, words.draftMark(mark)].filter(Boolean).join(' - ')
}
