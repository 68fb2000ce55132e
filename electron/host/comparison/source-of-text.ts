import { basename, extname } from 'node:path'
import { importFile } from '../import/import-file'
import { readReportFile } from '../store/report-file'
import type { Side } from './compared'

const foreign = ['.docx', '.txt']

/** One side as the command line names it: a report, or a Word or text file. Throws a Failure where it cannot be read. */
export async function readSide(named: string): Promise<Side> {
  const name = basename(named, extname(named))
  if (foreign.includes(extname(named).toLowerCase()))
    return { name, report: (await importFile(named)).report }
  return { name, report: readReportFile(named) }
}
