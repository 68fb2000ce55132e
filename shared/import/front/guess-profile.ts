import { defaultProfile } from '../../report/fields'

/**
 * The layout profile of a file: the state's where the nation's name stands on top, else the Party's; the Party's
 * rules of 2018 where the date lies before 27/5/2026, the day they were replaced.
 */
export function guessProfile(family: 'party' | 'state' | undefined, date: string): string {
  if (family === 'state') return 'hc-nd30-2020'
  if (family === undefined) return defaultProfile
  const [day, month, year] = [/ngày\D{0,3}(\d{1,2})/iu, /tháng\D{0,3}(\d{1,2})/iu, /năm\D{0,3}(\d{4})/iu].map(
    part => Number(part.exec(date)?.[1] ?? Number.NaN),
  )
  if (year === undefined || Number.isNaN(year)) return defaultProfile
  // An open day or month counts as late: a draft is dated when it is signed.
  const dated = year * 10_000 + (month || 12) * 100 + (day || 31)
  return dated < 2026_05_27 ? 'dang-hd36-2018' : defaultProfile
}
