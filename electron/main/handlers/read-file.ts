import { basename } from 'node:path'
import { dialog } from 'electron'
import { importFile, readReturned, type ImportOptions } from '../../host/import/import-file'
import type { ImportWarning } from '../../../shared/ipc/contract'
import type { Report } from '../../../shared/report/report'
import { toReportJson } from '../../../shared/report/report-json'
import type { CommandHandlers } from '../ipc/register-commands'
import { forkUtility } from '../isolated/fork-utility'
import type { Caller, Program } from '../program'
import type { Task } from '../tasks'
import type { ReportWindow } from '../windows/report-window'
import { words } from '../words'

export const readFileHandlers = (
  program: Program,
): Pick<CommandHandlers<Caller>, 'comparison.readFile' | 'returned.readFile'> => ({
  'comparison.readFile': async ({ taskId }, window) => {
    const path = await chooseWordFile(window, words.compareFile)
    if (path === null) return { file: null }
    const name = basename(path)
    const { report, warnings } = await program.tasks.run(window, taskId, task =>
      importFile(path, readingFor(task)),
    )
    const token = program.readFiles.keep({ name, report })
    return { file: { token, name, report: json(report), warnings: inWords(warnings) } }
  },
  'returned.readFile': async ({ taskId }, window) => {
    const path = await chooseWordFile(window, words.returnedFile)
    if (path === null) return { file: null }
    const { report, rejected, marks, warnings } = await program.tasks.run(window, taskId, task =>
      readReturned(path, readingFor(task)),
    )
    const texts = { accepted: json(report), rejected: rejected && json(rejected) }
    return { file: { name: basename(path), ...texts, marks, warnings: inWords(warnings) } }
  },
})

const json = (report: Report): string => JSON.stringify(toReportJson(report))

const inWords = (warnings: readonly ImportWarning[]): string[] =>
  warnings.map(({ place, message }) => `${place}: ${message}`)

const readingFor = ({ signal, progress }: Task): ImportOptions => ({
  signal,
  onProgress: ({ step, done, of }) => progress(step, done, of),
  isolate: { fork: forkUtility },
})

/** The Word file that the person chooses, or null. */
export async function chooseWordFile(window: ReportWindow, title: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window.browser, {
    title,
    properties: ['openFile'],
    filters: [{ name: words.formats.docx, extensions: ['docx'] }],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
