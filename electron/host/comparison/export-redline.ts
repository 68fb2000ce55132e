import { compareReports } from '../../../shared/compare/compare-contents'
import type { RedlineDocument } from '../../../shared/redline/redline-document'
import { redlineOf } from '../../../shared/redline/redline-of'
import type { BlockId } from '../../../shared/report/ids'
import { writeRedlineDocx } from '../export/docx/redline/write-redline-docx'
import { exportSet, type ExportOptions, type ExportResult } from '../export/export-report'
import { writeRedlineTypst } from '../export/pdf/redline/write-redline-typst'
import { namesOf, type Compared } from './compared'

/** Both texts as one with the marks of what changed. `by`: the author of what is nobody else's. */
export function redlineOnPaper(compared: Compared, by: string, at: Date): RedlineDocument {
  const { was, now, authors } = compared
  const date = at.toISOString()
  return redlineOf(was.report, now.report, compareReports(was.report, now.report), {
    by: { author: by, date },
    authors: new Map(
      [...(authors ?? [])].map(([block, author]) => [
        block as BlockId,
        { author: author.name, date: author.at ?? date },
      ]),
    ),
    names: namesOf(compared),
  })
}

/** Writes the redline as a Word file with tracked changes, a PDF or both, as `exportReport` writes a report. */
export const exportRedline = (
  compared: Compared,
  by: string,
  options: Omit<ExportOptions, 'profile'>,
  at = new Date(),
): Promise<ExportResult> =>
  exportSet(() => {
    const redline = redlineOnPaper(compared, by, at)
    return { docx: () => writeRedlineDocx(redline), typst: setText => writeRedlineTypst(redline, setText) }
  }, options)
