import { Failure } from '../../../shared/ipc/failure'
import { problemsOf } from '../../../shared/problems/problems'
import type { Report } from '../../../shared/report/report'
import { asOfficial, draftFileName, withDraftMark } from '../../../shared/versions/draft-mark'
import { standsInTheWay } from '../../../shared/versions/official'
import { words } from './words'

export interface GoingOut {
  /** The number of the last frozen draft; 0 while none is. */
  readonly last: number
  /** A draft no more: without a mark, and only when nothing is left to be settled. */
  readonly official?: boolean | undefined
}

/** A report as it leaves the program. Throws a Failure where it is to be official and something is not settled. */
export function goingOut(report: Report, { last, official = false }: GoingOut): Report {
  if (!official) return { ...report, fields: withDraftMark(report.fields, last) }
  const open = problemsOf(report).filter(standsInTheWay).length
  if (open > 0) throw new Failure('not-ready', words.notOfficialYet(open))
  return asOfficial(report)
}

/** What its file is called, without the ending, after that of the report it was made from. */
export const nameGoingOut = (name: string, { fields }: Report): string =>
  draftFileName(name, fields.draftNumber.trim())
