import { dirname } from 'node:path'
import { writeCsv } from '../../host/export/table/write-csv'
import { writeTableDocx } from '../../host/export/table/write-table-docx'
import { writeFileWhole } from '../../host/export/write-file'
import { freePath } from '../../host/store/free-path'
import type { PlainTable } from '../../../shared/ipc/paper'
import { askWhere } from '../files/ask-where'
import { plainFileName } from '../files/plain-file-name'
import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller, Program } from '../program'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'
import { reportOf } from './report'

type Format = 'csv' | 'docx' | 'pdf'
type PaperCommands = 'paper.print' | 'paper.savePdf' | 'table.save'

/** What leaves a window as paper, or as a table for another program. */
export const paperHandlers = (program: Program): Pick<CommandHandlers<Caller>, PaperCommands> => ({
  // Whether it was printed or cancelled is between the person and the system's dialog.
  'paper.print': (_input, { browser }) =>
    new Promise(resolve => browser.webContents.print({}, () => resolve({}))),
  'paper.savePdf': ({ name }, window) =>
    save(program, window, { name, format: 'pdf' }, () => pdfOfPage(window)),
  'table.save': ({ name, format, table }, window) =>
    save(program, window, { name, format }, () => bytesOf(table, format)),
})

async function save(
  program: Program,
  window: ReportWindow,
  { name, format }: { readonly name: string; readonly format: Format },
  make: () => Promise<Uint8Array>,
): Promise<{ path: string | null }> {
  const kind = words.formats[format]
  const extension = `.${format}` as const
  const path = await askWhere(window, {
    title: words.exportTo(kind),
    kind,
    extension,
    path: freePath(dirname(reportOf(window).path), plainFileName(name), extension),
  })
  if (path === null) return { path }
  await writeFileWhole(path, await make())
  program.chosen.add(path)
  return { path }
}

/** As `paper.print` would print it. Page size and margins are the style sheet's. */
async function pdfOfPage({ browser }: ReportWindow): Promise<Uint8Array> {
  return browser.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true })
}

const bytesOf = async (table: PlainTable, format: 'csv' | 'docx'): Promise<Uint8Array> =>
  format === 'csv' ? new TextEncoder().encode(writeCsv(table)) : writeTableDocx(table)
