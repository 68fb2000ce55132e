import { printChanges } from '../../../shared/changes/print-changes'
import { profileOf } from '../../../shared/print/profiles'
import type { PrintDocument } from '../../../shared/print/print-document'
import { exportPrint, type ExportOptions, type ExportResult } from '../export/export-report'
import { changesBetween, namesOf, type Compared } from './compared'
import { words } from './words'

/** The report of changes between two texts, in the layout of the newer one. `day`: the one in its header. */
export function changesOnPaper(compared: Compared, day: Date): PrintDocument {
  const { fields } = compared.now.report
  return printChanges({
    list: changesBetween(compared),
    names: namesOf(compared),
    fields,
    date: words.day(day.getDate(), day.getMonth() + 1, day.getFullYear()),
    profile: profileOf(fields.profile),
  })
}

/** Writes the report of changes as a Word file, a PDF or both, as `exportReport` writes a report. */
export const exportChanges = (
  compared: Compared,
  options: Omit<ExportOptions, 'profile'>,
  day = new Date(),
): Promise<ExportResult> => exportPrint(() => changesOnPaper(compared, day), options)
