import type { PlainTable } from '../../../../shared/ipc/paper'
import type { Person } from '../../../../shared/review/list/people'
import type { ReviewRow } from '../../../../shared/review/list/review-list'
import { vi } from '../../../wording/vi'
import { dayInWords } from '../../../wording/window'

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
    dayInWords(row.at, now),
    row.assigned ? nameOf(row.assigned) : '',
    stateWords(row, { now, isDetached: detached.has(row.id) }),
    row.replies.map(({ by, at, text }) => words.reply(nameOf(by), dayInWords(at, now), text)).join('\n'),
  ]
  const widths = [4, 14, 20, 24, 12, 8, 9, 9, 20]
  return {
    title: words.heading,
    lines: [title && words.report(title), words.when(dayInWords(now.toISOString(), now), rows.length)].filter(
      line => line !== '',
    ),
    columns: Object.values(columns).map((label, index) => ({ label, width: widths[index] ?? 10 })),
    rows: rows.map(row => cells(row)),
  }
}

/** Without a committee there is one person only. */
const nameOf = ({ name }: Person): string => name || vi.annotations.self
const personWords = (person: Person): string => [nameOf(person), person.unit].filter(Boolean).join(', ')

function stateWords(
  { state, decided }: ReviewRow,
  { now, isDetached }: { now: Date; isDetached: boolean },
): string {
  const { states } = words
  const settled =
    state === 'resolved' && decided
      ? vi.annotations.resolved(nameOf(decided.by), dayInWords(decided.at, now))
      : states.open
  return isDetached ? `${settled}. ${states.detached}` : settled
}
