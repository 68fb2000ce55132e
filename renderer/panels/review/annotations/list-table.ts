import type { PlainTable } from '../../../../shared/ipc/paper'
import type { Person } from '../../../../shared/review/list/people'
import type { ReviewRow } from '../../../../shared/review/list/review-list'
import { vi } from '../../../wording/vi'
import { moment } from '../../../wording/window'

const words = vi.annotations.print

/** The list as an office passes it on; `detached`: ids of threads whose words are gone. */
export function listTable(
  rows: readonly ReviewRow[],
  { title, now, detached }: { title: string; now: Date; detached: ReadonlySet<string> },
): PlainTable {
  const { columns } = words
  const cells = (row: ReviewRow): string[] => [
    String(row.number),
    row.section.path ? vi.review.section(row.section.path, row.section.title) : row.section.title,
    row.quote,
    row.text,
    personWords(row.author),
    timeOnPaper(row.at),
    row.assigned ? nameOf(row.assigned) : '',
    stateWords(row, detached.has(row.id)),
    row.replies.map(({ by, at, text }) => words.reply(nameOf(by), timeOnPaper(at), text)).join('\n'),
  ]
  const widths = [4, 14, 20, 24, 12, 8, 9, 9, 20]
  return {
    title: words.heading,
    lines: [title && words.report(title), words.when(timeOnPaper(now.toISOString()), rows.length)].filter(
      line => line !== '',
    ),
    columns: Object.values(columns).map((label, index) => ({ label, width: widths[index] ?? 10 })),
    rows: rows.map(row => cells(row)),
  }
}

/** Paper is read on other days: never "hôm nay". */
const timeOnPaper = (iso: string): string => moment(iso, new Date(0))

/** Without a committee there is one person only. */
const nameOf = ({ name }: Person): string => name || vi.annotations.self
const personWords = (person: Person): string => [nameOf(person), person.unit].filter(Boolean).join(', ')

function stateWords({ state, decided }: ReviewRow, isDetached: boolean): string {
  const { states } = words
  const settled =
    state === 'resolved' && decided
      ? vi.annotations.resolved(nameOf(decided.by), timeOnPaper(decided.at))
      : states.open
  return isDetached ? `${settled}. ${states.detached}` : settled
}
