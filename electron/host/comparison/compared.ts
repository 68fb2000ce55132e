import type { Author, ChangeList } from '../../../shared/changes/change-list'
import { changesOf } from '../../../shared/changes/changes-of'
import { compareReports } from '../../../shared/compare/compare-contents'
import type { Report } from '../../../shared/report/report'

/** One side of a comparison, read. */
export interface Side {
  /** As in "từ … đến …": "Dự thảo lần 2", "bản hiện nay", a file's name. */
  readonly name: string
  readonly report: Report
}

/** Two texts that are compared, the older first. */
export interface Compared {
  readonly was: Side
  readonly now: Side
  /** Who wrote last in which block of the newer one, as far as known. */
  readonly authors?: ReadonlyMap<string, Author>
}

export const changesBetween = ({ was, now, authors }: Compared): ChangeList =>
  changesOf(compareReports(was.report, now.report), was.report, now.report, authors)

export const namesOf = ({ was, now }: Compared): { readonly was: string; readonly now: string } => ({
  was: was.name,
  now: now.name,
})
