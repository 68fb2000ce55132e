import { likeness } from '../../../shared/returned/guess-sent'
import type { Report } from '../../../shared/report/report'
import { vi } from '../../wording/vi'
import type { ReportSession } from '../report-session'
import { readVersion, useVersions } from '../versions'

/** `today`, or the id of a version. */
export type SourceName = string

export const todaySource: SourceName = 'today'

export interface SourceGuess {
  readonly source: SourceName
  readonly label: string
  /** 0 … 1; null where it could not be read. */
  readonly likeness: number | null
}

/** A report has a handful of numbered drafts; of more, only the last are likely to be out. */
const mostDrafts = 12

/** The drafts and today's text, the likest first; of equals the newest draft. */
export async function guessSource(session: ReportSession, back: Report): Promise<readonly SourceGuess[]> {
  const drafts = useVersions.getState().all.filter(({ number }) => number !== null)
  const guesses: SourceGuess[] = []
  for (const { id, label } of drafts.slice(-mostDrafts).reverse())
    guesses.push({ source: id, label, likeness: await likenessOf(readVersion(id), back) })
  const today = Promise.resolve(session.report())
  guesses.push({ source: todaySource, label: vi.returned.today, likeness: await likenessOf(today, back) })
  return guesses.sort((a, b) => (b.likeness ?? -1) - (a.likeness ?? -1))
}

/** A draft that cannot be read is no source; choosing it says why. */
const likenessOf = (sent: Promise<Report>, back: Report): Promise<number | null> =>
  sent.then(
    report => likeness(back, report),
    () => null,
  )

export const readSource = (session: ReportSession, source: SourceName): Promise<Report> =>
  source === todaySource ? Promise.resolve(session.report()) : readVersion(source)
